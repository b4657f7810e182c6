import type { LocalDate } from '../shared/calendar-date.js';

/** What one side (or the Alliance) puts to the others about a signed agreement. */
export const PROPOSAL_KINDS = ['AMEND', 'SUSPEND', 'RESUME', 'CLOSE', 'TERMINATE'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
export type ProposalAnswerKind = 'CONSENT' | 'OBJECT';
export type ProposalState = 'OPEN' | 'AGREED' | 'DECLINED';

export interface ProposalAnswer {
  readonly orgId: string;
  readonly answer: ProposalAnswerKind;
}

export interface Proposal {
  readonly kind: ProposalKind;
  /** Everybody whose consent is needed: the mandatory parties. */
  readonly partyOrgIds: readonly string[];
  readonly proposedByOrgId: string;
  /** CLOSE: last day to object. TERMINATE: last day of notice. Null for what needs consents. */
  readonly until: LocalDate | null;
  /** The Alliance acts on a document that it holds: nobody's consent is asked (suspend, resume). */
  readonly byDocument: boolean;
}

/**
 * Where a proposal stands on `today`. An amendment, a suspension and a resumption need every party's consent, the proposer's
 * being given by proposing; closing passes when nobody objected until the last day, or all consented before; notice of
 * termination runs out by itself. One objection declines whatever may be declined; the first answer of a party counts.
 */
export function proposalState(proposal: Proposal, answers: readonly ProposalAnswer[], today: LocalDate): ProposalState {
  if (proposal.byDocument) return 'AGREED';
  if (proposal.kind === 'TERMINATE') return proposal.until !== null && today > proposal.until ? 'AGREED' : 'OPEN';
  const first = new Map<string, ProposalAnswerKind>();
  for (const { orgId, answer } of answers) if (!first.has(orgId)) first.set(orgId, answer);
  const parties = [...new Set(proposal.partyOrgIds)];
  if (parties.some((orgId) => first.get(orgId) === 'OBJECT')) return 'DECLINED';
  if (proposal.kind === 'CLOSE' && proposal.until !== null && today > proposal.until) return 'AGREED';
  const consents = parties.every((orgId) => orgId === proposal.proposedByOrgId || first.get(orgId) === 'CONSENT');
  return consents && parties.length > 0 ? 'AGREED' : 'OPEN';
}

/** Parties whose answer is still awaited. */
export const awaitedOrgIds = (proposal: Proposal, answers: readonly ProposalAnswer[], today: LocalDate): readonly string[] =>
  proposalState(proposal, answers, today) !== 'OPEN' || proposal.kind === 'TERMINATE'
    ? []
    : [...new Set(proposal.partyOrgIds)].filter(
        (orgId) => orgId !== proposal.proposedByOrgId && !answers.some((given) => given.orgId === orgId),
      );
