import { accept, refuse, type Result } from '../shared/result.js';
import { stallRank, type StallThreshold } from './stall.js';

export type StallRuleRefusal =
  | { readonly code: 'STALL_RULE_UNKNOWN' }
  | { readonly code: 'STALL_RULE_OUT_OF_RANGE'; readonly least: number; readonly most: number }
  | { readonly code: 'STALL_RULE_NOT_IN_ORDER' };

const BOUNDS = { days: [0, 730], belowBp: [1, 10_000], periods: [1, 12], intervalPct: [100, 1000] } as const;
type Bounded = keyof typeof BOUNDS;

/**
 * A changed row among the rows of a day: it keeps the shape of the row it replaces (a rule by days stays one by days), its
 * numbers are within bounds, and a graver level never comes before a milder one.
 */
export function changedRule(
  book: readonly StallThreshold[],
  changed: Pick<StallThreshold, 'transition' | 'variant' | 'level' | Bounded>,
): Result<StallThreshold, StallRuleRefusal> {
  const siblings = book.filter((row) => row.transition === changed.transition && row.variant === changed.variant);
  const old = siblings.find((row) => row.level === changed.level);
  if (!old) return refuse({ code: 'STALL_RULE_UNKNOWN' });
  const row = { ...old };
  for (const field of Object.keys(BOUNDS) as Bounded[]) {
    if (old[field] === null) continue;
    const [least, most] = BOUNDS[field];
    const value = changed[field];
    if (value === null || !Number.isInteger(value) || value < least || value > most) {
      return refuse({ code: 'STALL_RULE_OUT_OF_RANGE', least, most });
    }
    Object.assign(row, { [field]: value });
  }
  const rows = siblings.map((each) => (each.level === row.level ? row : each));
  return inOrder(rows) ? accept(row) : refuse({ code: 'STALL_RULE_NOT_IN_ORDER' });
}

/** Days grow from watch to stalled, days left before an expiry shrink; shares below which a level holds never grow. */
function inOrder(rows: readonly StallThreshold[]): boolean {
  const sorted = [...rows].sort((a, b) => stallRank(a.level) - stallRank(b.level));
  return sorted.slice(1).every((row, index) => {
    const milder = sorted[index]!;
    const days = row.transition === 'EXPIRY' ? [row.days, milder.days] : [milder.days, row.days];
    const daysFit = days[0] === null || days[1] === null || days[0]! <= days[1]!;
    const sharesFit = row.belowBp === null || milder.belowBp === null || row.belowBp <= milder.belowBp;
    return daysFit && sharesFit;
  });
}
