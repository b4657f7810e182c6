import { createHash } from 'node:crypto';
import {
  checkAttestation,
  checkTurn,
  nextState,
  MOU_TRANSITIONS,
  signingProgress,
  type MouAction,
  type PolicyAction,
  type Role,
  ROLES,
  type SigningProgress,
} from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { MouRefusal } from './mou.messages.js';
import type { MouStanding } from './mou-standing.js';

export const MOU_ACTIONS = [
  'mouUpdate',
  'mouCirculate',
  'mouSign',
  'mouSignPdf',
  'mouRefuse',
  'mouAttest',
  'mouCountersign',
  'contractPropose',
] as const;
export type MouActionName = (typeof MOU_ACTIONS)[number];

const POLICY_OF: Readonly<Record<MouActionName, PolicyAction>> = {
  mouUpdate: 'mou.create',
  mouCirculate: 'mou.create',
  mouSign: 'mou.sign',
  mouSignPdf: 'mou.sign',
  mouRefuse: 'mou.sign',
  mouAttest: 'mou.attest',
  mouCountersign: 'mou.countersign',
  contractPropose: 'contract.propose',
};

type Standing = Pick<MouStanding, 'status' | 'parties' | 'signatures' | 'documentSha256' | 'round'>;

const partiesFor = (actor: Actor, mou: Standing) => {
  const ownRole = mou.parties.find((party) => party.orgId === actor.orgId)?.role;
  return {
    partyOrgIds: mou.parties.map((party) => party.orgId),
    sellerOrgId: ownRole === 'SELLER' ? actor.orgId : null,
    buyerOrgId: ownRole === 'BUYER' ? actor.orgId : null,
  };
};

/** Whether the actor's role may do this to this memorandum, whatever state it is in. */
export const mayDo = (actor: Actor, action: MouActionName, mou: Standing): boolean =>
  allows(actor, POLICY_OF[action], partiesFor(actor, mou));

/** Whether anybody of the actor's organization may ever do it: what concerns others is not offered at all. */
export const concerns = (actor: Actor, action: MouActionName, mou: Standing): boolean =>
  mayDo({ ...actor, roles: ROLES as readonly Role[] }, action, mou);

const can = (mou: Standing, action: MouAction): boolean => nextState(MOU_TRANSITIONS, mou.status, action).ok;

/** Why this cannot be done now, or null when it can; roles are asked apart. */
export function blockedBy(action: MouActionName, mou: Standing, actor: Actor, today: string): MouRefusal | null {
  switch (action) {
    case 'mouUpdate':
      return can(mou, 'circulate') ? null : { code: 'MOU_NOT_DRAFT' };
    case 'mouCirculate':
      if (!can(mou, 'circulate')) return { code: 'MOU_NOT_DRAFT' };
      return mou.signatures.length ? { code: 'PAPER_UNDER_WAY' } : null;
    case 'mouSign':
    case 'mouSignPdf':
      if (!can(mou, 'completeSignatures')) return { code: 'MOU_NOT_IN_SIGNING' };
      if (action === 'mouSignPdf' && !mou.round?.paperSha256) return { code: 'PAPER_NOT_READY' };
      return unsigned(mou, actor.orgId) ?? outOfTurn(mou, actor.orgId, today);
    case 'mouRefuse':
      return can(mou, 'refuse') ? null : { code: 'MOU_NOT_IN_SIGNING' };
    case 'mouAttest':
      if (!can(mou, 'attestSigned')) return { code: 'MOU_NOT_DRAFT' };
      if (!mou.documentSha256) return { code: 'NO_SCAN' };
      return mou.parties.every((party) => unsigned(mou, party.orgId)) ? { code: 'ALREADY_SIGNED' } : null;
    case 'mouCountersign':
      return countersignBlocked(mou, actor);
    case 'contractPropose':
      return isSigned(mou) ? null : { code: 'MOU_NOT_SIGNED' };
  }
}

/** Whose turn it is, and whether the round is still open. */
function outOfTurn({ round, parties, signatures }: Standing, orgId: string, today: string): MouRefusal | null {
  const turn = round && checkTurn(round, parties, new Set(signatures.map((one) => one.orgId)), orgId, today);
  return turn && !turn.ok ? turn.refusal : null;
}

function countersignBlocked(mou: Standing, actor: Actor): MouRefusal | null {
  if (!can(mou, 'attestSigned')) return { code: 'MOU_NOT_DRAFT' };
  if (!mou.documentSha256) return { code: 'NO_SCAN' };
  const { missingOrgIds } = progressOfSignatures(mou);
  if (missingOrgIds.length) return { code: 'ATTESTATIONS_MISSING', missing: missingOrgIds.length };
  const same = mou.signatures.some((signature) => !checkAttestation(signature.attestedBy ?? '', actor.userId).ok);
  return same ? { code: 'SAME_PERSON' } : null;
}

/** Why this party cannot sign (any more), or null. */
export function unsigned(mou: Pick<Standing, 'parties' | 'signatures'>, orgId: string): MouRefusal | null {
  if (!mou.parties.some((party) => party.orgId === orgId)) return { code: 'NOT_A_PARTY' };
  return mou.signatures.some((signature) => signature.orgId === orgId) ? { code: 'ALREADY_SIGNED' } : null;
}

export const isSigned = (mou: Pick<Standing, 'status'>): boolean => mou.status === 'SIGNED' || mou.status === 'IN_FORCE';

export const progressOfSignatures = (mou: Pick<Standing, 'parties' | 'signatures'>): SigningProgress =>
  signingProgress(
    mou.parties.map(({ orgId, mustSign }) => ({ orgId, mandatory: mustSign })),
    mou.signatures,
  );

/** SHA-256 of what is signed: the scan, or where there is none the memorandum's own text, keys in a fixed order. */
export function hashOfMou(mou: MouStanding): string {
  if (mou.documentSha256) return mou.documentSha256;
  const { registerNo, title, validFrom, validTo, pricePrinciple, qualityTerms } = mou;
  const parties = mou.parties.map(({ orgId, role, representative }) => [orgId, role, representative]);
  const lines = mou.lines.map((line) => [
    line.productId,
    line.description,
    line.baseUnit,
    line.targetQty,
    line.seasonMonths,
    line.referencePrice,
    // What a line may say since 2026 is part of its text only where it says it: older fingerprints stay what they were.
    ...(line.pricePrinciple || line.qualityTerms ? [[line.pricePrinciple, line.priceSource, line.qualityTerms]] : []),
  ]);
  const duties = mou.obligations.map(({ title: duty, obligedOrgId, dueOn }) => [duty, obligedOrgId, dueOn]);
  return sha256Of([
    registerNo,
    title,
    validFrom,
    validTo,
    pricePrinciple,
    qualityTerms,
    parties,
    lines,
    ...(duties.length ? [duties] : []),
  ]);
}

export const sha256Of = (content: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
