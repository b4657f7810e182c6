import type { LocalDate } from '../shared/calendar-date.js';
import { certificateStatusOn, type Certificate, type CertificateStatus } from './certificate.js';

/** How well a requirement is proven: seen in the data, a paper the seller put down, a paper the Alliance has seen. */
export const EVIDENCE_LEVELS = ['COMPUTED', 'ATTESTED', 'VERIFIED'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** To which products a requirement applies; an empty list means any. */
export interface AppliesTo {
  readonly groups?: readonly string[];
  readonly subgroups?: readonly string[];
  readonly vatClasses?: readonly string[];
  readonly storages?: readonly string[];
}

export interface ProductTraits {
  readonly group: string;
  readonly subgroup: string | null;
  readonly vatClass: string;
  readonly storage: string;
}

/** One line of a buyer's checklist. */
export interface Requirement {
  readonly code: string;
  readonly applies: AppliesTo;
  /** The buyer asks for it in these product groups only; empty = wherever it applies. */
  readonly onlyGroups: readonly string[];
  readonly evidence: EvidenceLevel;
  /** Kinds of papers of which any one meets it. */
  readonly kinds: readonly string[];
  /** The fact in the data that meets it, if there is one. */
  readonly fact: string | null;
}

export interface Paper extends Certificate {
  readonly id: string;
  /** null = of the whole organization. */
  readonly productId: string | null;
}

export interface Waiver {
  readonly id: string;
  readonly code: string;
  /** null = for every product of the seller. */
  readonly productId: string | null;
  /** Last day. */
  readonly endsOn: LocalDate;
}

export type ReadinessState = 'MET' | 'EXPIRING_SOON' | 'WAIVED' | 'MISSING';
/** Why it is missing: nothing there, or a paper that does not count. */
export type MissingBecause = 'NOTHING' | 'WAITS_FOR_ALLIANCE' | 'RETURNED' | 'EXPIRED' | 'REVOKED' | 'NOT_IN_DATA';
export type NextMover = 'SELLER' | 'ALLIANCE';

export interface ReadinessItem {
  readonly code: string;
  readonly state: ReadinessState;
  /** What proves it; null when waived or missing. */
  readonly evidence: EvidenceLevel | null;
  /** The paper that meets it, or the one that does not count. */
  readonly certificateId: string | null;
  readonly expiresOn: LocalDate | null;
  readonly waiverId: string | null;
  readonly because: MissingBecause | null;
  readonly nextMover: NextMover | null;
}

export interface Readiness {
  readonly met: number;
  readonly required: number;
  readonly missing: readonly string[];
  readonly items: readonly ReadinessItem[];
}

const rank = (level: EvidenceLevel): number => EVIDENCE_LEVELS.indexOf(level);
const allows = (list: readonly string[] | undefined, value: string | null): boolean =>
  !list || list.length === 0 || (value !== null && list.includes(value));

/** Whether the buyer asks this of such a product. */
export const isAsked = ({ applies, onlyGroups }: Pick<Requirement, 'applies' | 'onlyGroups'>, product: ProductTraits): boolean =>
  allows(applies.groups, product.group) &&
  allows(applies.subgroups, product.subgroup) &&
  allows(applies.vatClasses, product.vatClass) &&
  allows(applies.storages, product.storage) &&
  allows(onlyGroups, product.group);

/** The levels a requirement can be proven at: a fact is computed, a paper attested or verified. */
export const possibleEvidence = ({ kinds, fact }: Pick<Requirement, 'kinds' | 'fact'>): EvidenceLevel[] => [
  ...(fact === null ? [] : (['COMPUTED'] as const)),
  ...(kinds.length === 0 ? [] : (['ATTESTED', 'VERIFIED'] as const)),
];

export interface ReadinessInput {
  readonly productId: string;
  readonly product: ProductTraits;
  readonly requirements: readonly Requirement[];
  /** Papers of the seller: of the organization and of this product; others are passed over. */
  readonly papers: readonly Paper[];
  /** Facts that are true of this product and its seller. */
  readonly facts: readonly string[];
  readonly waivers: readonly Waiver[];
}

/** The file of one product for one buyer on `date`. Nothing is stored: an ended paper takes the readiness with it by itself. */
export function readinessOn(input: ReadinessInput, date: LocalDate): Readiness {
  const items = input.requirements
    .filter((requirement) => isAsked(requirement, input.product))
    .map((requirement) => itemOn(requirement, input, date));
  const missing = items.filter(({ state }) => state === 'MISSING').map(({ code }) => code);
  return { met: items.length - missing.length, required: items.length, missing, items };
}

const NOTHING = { evidence: null, certificateId: null, expiresOn: null, waiverId: null, because: null, nextMover: null };

function itemOn(requirement: Requirement, input: ReadinessInput, date: LocalDate): ReadinessItem {
  const { code, kinds, fact, evidence: demanded } = requirement;
  const papers = input.papers
    .filter(({ kind, productId }) => kinds.includes(kind) && (productId === null || productId === input.productId))
    .map((paper) => ({ paper, status: certificateStatusOn(paper, date) }))
    .filter(({ status }) => status !== 'WITHDRAWN' && status !== 'SUPERSEDED');
  const best = papers.sort(byWorth)[0];
  const proof = best && evidenceOf(best.status);
  if (best && proof && rank(proof) >= rank(demanded)) {
    const state = best.status === 'EXPIRING_SOON' ? 'EXPIRING_SOON' : 'MET';
    return { ...NOTHING, code, state, evidence: proof, certificateId: best.paper.id, expiresOn: best.paper.expiresOn };
  }
  if (demanded === 'COMPUTED' && fact !== null && input.facts.includes(fact)) {
    return { ...NOTHING, code, state: 'MET', evidence: 'COMPUTED' };
  }
  const waiver = input.waivers
    .filter((one) => one.code === code && one.endsOn >= date && (one.productId === null || one.productId === input.productId))
    .sort((a, b) => compareText(b.endsOn, a.endsOn) || compareText(a.id, b.id))[0];
  if (waiver) return { ...NOTHING, code, state: 'WAIVED', waiverId: waiver.id, expiresOn: waiver.endsOn };
  const because = best ? REASONS[best.status] : kinds.length === 0 ? 'NOT_IN_DATA' : 'NOTHING';
  return {
    ...NOTHING,
    code,
    state: 'MISSING',
    certificateId: best?.paper.id ?? null,
    expiresOn: best?.paper.expiresOn ?? null,
    because,
    nextMover: because === 'WAITS_FOR_ALLIANCE' ? 'ALLIANCE' : 'SELLER',
  };
}

const REASONS: Readonly<Record<CertificateStatus, MissingBecause>> = {
  DECLARED: 'WAITS_FOR_ALLIANCE',
  RETURNED: 'RETURNED',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  VALID: 'NOTHING',
  EXPIRING_SOON: 'NOTHING',
  SUPERSEDED: 'NOTHING',
  WITHDRAWN: 'NOTHING',
};

/** The most useful paper first: one that holds, then one that waits, then the ones to mend; the longest lasting of equals. */
const WORTH: readonly CertificateStatus[] = ['VALID', 'EXPIRING_SOON', 'DECLARED', 'RETURNED', 'EXPIRED', 'REVOKED'];
const END = '9999-12-31';
const byWorth = (a: { paper: Paper; status: CertificateStatus }, b: { paper: Paper; status: CertificateStatus }): number =>
  WORTH.indexOf(a.status) - WORTH.indexOf(b.status) ||
  compareText(b.paper.expiresOn ?? END, a.paper.expiresOn ?? END) ||
  compareText(a.paper.id, b.paper.id);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function evidenceOf(status: CertificateStatus): EvidenceLevel | null {
  if (status === 'VALID' || status === 'EXPIRING_SOON') return 'VERIFIED';
  return status === 'DECLARED' ? 'ATTESTED' : null;
}
