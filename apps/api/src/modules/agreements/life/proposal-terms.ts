import { accept, checkAmendment, Quantity, quantity, refuse, type Result } from '@lienket/domain';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { tidyText } from '../../../platform/text.js';
import type { ContractRules } from '../contract-usual.js';
import type { ProposalLineRefusal, ProposalRefusal } from './life.messages.js';
import { type ChangedTerm, type LifeLine, type LifeStanding, type StoredTerms, termsOf } from './proposal-standing.js';

export interface GivenAmendedLine {
  readonly lineId: string;
  readonly minQty?: string | null;
  readonly targetQty?: string | null;
  readonly maxQty?: string | null;
  readonly unitPrice?: bigint | null;
  readonly schedule?: readonly { readonly from: string; readonly to: string; readonly qty: string }[] | null;
}

export interface GivenAmendment {
  readonly lines?: readonly GivenAmendedLine[] | null;
  readonly validTo?: string | null;
  readonly qualityTerms?: string | null;
  readonly toleranceBp?: number | null;
  readonly paymentTermDays?: number | null;
}

export interface CheckedAmendment {
  readonly lines: readonly { readonly lineId: string; readonly before: StoredTerms; readonly after: StoredTerms }[];
  readonly terms: readonly ChangedTerm[];
}

const DEAREST = 1_000_000_000n;

/** What an annex changes, against the document as it stands and the rules that a contract of today has to keep; something must change. */
export function checkTerms(
  document: LifeStanding,
  given: GivenAmendment,
  today: string,
  rules: Pick<ContractRules, 'mostToleranceBp' | 'longestTermDays'>,
): Result<CheckedAmendment, ProposalRefusal | RowsRefusal<ProposalLineRefusal>> {
  const terms = changedTerms(document, given);
  const end = terms.find(({ field }) => field === 'validTo');
  if (end && (String(end.after) < today || (document.validFrom !== null && String(end.after) < document.validFrom))) {
    return refuse({ code: 'NEW_END_NOT_VALID' });
  }
  const days = numberOf(terms, 'paymentTermDays');
  if (days !== null && (days < 0 || days > rules.longestTermDays)) {
    return refuse({ code: 'AMENDED_DAYS_NOT_VALID', most: rules.longestTermDays });
  }
  const tolerance = numberOf(terms, 'toleranceBp');
  if (tolerance !== null && (tolerance < 0 || tolerance > rules.mostToleranceBp)) {
    return refuse({ code: 'AMENDED_TOLERANCE_NOT_VALID', mostBp: rules.mostToleranceBp });
  }
  const amended = { ...document, toleranceBp: tolerance ?? document.toleranceBp };
  const validTo = end ? String(end.after) : document.validTo;
  const refused: RowRefusal<ProposalLineRefusal>[] = [];
  const lines = (given.lines ?? []).flatMap((one, row) => {
    const line = document.lines.find(({ id }) => id === one.lineId.toLowerCase());
    if (!line) {
      refused.push({ row, field: 'lineId', refusal: { code: 'AMENDED_LINE_UNKNOWN' } });
      return [];
    }
    const after = afterOf(line, one, document.type === 'CONTRACT');
    const problem = lineProblem(line, after, amended, validTo);
    if (problem) refused.push({ row, ...problem });
    return [{ lineId: line.id, before: line.terms, after }];
  });
  if (refused.length) return rowsRefused(refused);
  if (tolerance !== null && usesMoreThan(tolerance, document, lines)) return refuse({ code: 'TOLERANCE_BELOW_CALLED_OFF' });
  return lines.length || terms.length ? accept({ lines, terms }) : refuse({ code: 'NOTHING_AMENDED' });
}

/** Whether a line has called off more than its maximum, amended or not, and this tolerance allow. */
export function usesMoreThan(
  toleranceBp: number,
  document: Pick<LifeStanding, 'type' | 'lines'>,
  amended: readonly { readonly lineId: string; readonly after: StoredTerms }[],
): boolean {
  if (document.type !== 'CONTRACT') return false;
  return document.lines.some(({ id, terms, calledOff }) => {
    const max = (amended.find(({ lineId }) => lineId === id)?.after ?? terms).max;
    const ceiling = quantity(max ?? '0').basisPoints(10_000n + BigInt(toleranceBp), 'down');
    return ceiling.compare(quantity(calledOff)) < 0;
  });
}

/** What an annex makes of a term that is a number, or null where it leaves it. */
export function numberOf(terms: readonly ChangedTerm[], field: 'toleranceBp' | 'paymentTermDays'): number | null {
  const changed = terms.find((term) => term.field === field);
  return changed ? Number(changed.after) : null;
}

/** The same question when the last consent arrives: more may have been accepted since. */
export function lineProblem(
  line: LifeLine,
  after: StoredTerms,
  document: Pick<LifeStanding, 'type' | 'validFrom' | 'toleranceBp'>,
  validTo: string | null,
): { field: string; refusal: ProposalLineRefusal } | null {
  const otherwise =
    after.unitPrice !== line.terms.unitPrice || JSON.stringify(after.schedule) !== JSON.stringify(line.terms.schedule);
  const checked = checkAmendment(
    { lineId: line.id, before: termsOf(line.terms), after: termsOf(after) },
    quantity(line.accepted),
    otherwise,
  );
  if (!checked.ok) {
    const { code } = checked.refusal;
    const refusal =
      code === 'TARGET_BELOW_ACCEPTED' ? ({ code, accepted: quantity(line.accepted) } as const) : ({ code } as const);
    return { field: 'targetQty', refusal };
  }
  if (document.type === 'MOU') return null;
  const price = BigInt(after.unitPrice ?? '0');
  if (price <= 0n || price > DEAREST) return { field: 'unitPrice', refusal: { code: 'AMENDED_PRICE_NOT_VALID' } };
  const [max, calledOff] = [quantity(after.max ?? '0'), quantity(line.calledOff)];
  const ceiling = max.basisPoints(10_000n + BigInt(document.toleranceBp ?? 0), 'down');
  if (ceiling.compare(calledOff) < 0) return { field: 'maxQty', refusal: { code: 'MAX_BELOW_CALLED_OFF', calledOff } };
  return scheduleHolds(after, max, document.validFrom, validTo)
    ? null
    : { field: 'schedule', refusal: { code: 'AMENDED_SCHEDULE_NOT_VALID' } };
}

function scheduleHolds({ schedule = [] }: StoredTerms, max: Quantity, validFrom: string | null, validTo: string | null): boolean {
  const periods = [...schedule].sort((a, b) => (a.from < b.from ? -1 : 1));
  const inOrder = periods.every(
    (one, i) => one.from <= one.to && quantity(one.qty).isPositive && (i === 0 || periods[i - 1]!.to < one.from),
  );
  const inside = periods.every((one) => (validFrom === null || one.from >= validFrom) && (validTo === null || one.to <= validTo));
  return inOrder && inside && Quantity.sum(periods.map(({ qty }) => quantity(qty))).compare(max) <= 0;
}

const plain = (qty: string): string => quantity(qty).toDecimalString();

function afterOf({ terms }: LifeLine, given: GivenAmendedLine, isContract: boolean): StoredTerms {
  const target = given.targetQty === undefined ? terms.target : given.targetQty && plain(given.targetQty);
  if (!isContract) return { min: null, target, max: null };
  return {
    min: given.minQty ? plain(given.minQty) : terms.min,
    target,
    max: given.maxQty ? plain(given.maxQty) : terms.max,
    unitPrice: given.unitPrice == null ? (terms.unitPrice ?? '0') : given.unitPrice.toString(),
    schedule: given.schedule
      ? given.schedule.map(({ from, to, qty }) => ({ from, to, qty: plain(qty) }))
      : (terms.schedule ?? []),
  };
}

function changedTerms(document: LifeStanding, given: GivenAmendment): ChangedTerm[] {
  const change = (field: ChangedTerm['field'], before: string | number | null, after: string | number | null | undefined) =>
    after === undefined || after === null || after === before ? [] : [{ field, before, after }];
  const contract = document.type === 'CONTRACT';
  return [
    ...change('validTo', document.validTo, given.validTo),
    ...(contract ? [] : change('qualityTerms', document.qualityTerms, tidyText(given.qualityTerms)?.slice(0, 2000))),
    ...(contract ? change('toleranceBp', document.toleranceBp, given.toleranceBp) : []),
    ...(contract ? change('paymentTermDays', document.paymentTermDays, given.paymentTermDays) : []),
  ];
}
