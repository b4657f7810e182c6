import { roundDownToPack } from '../shared/pack.js';
import { Quantity } from '../shared/quantity.js';

/** One cooperative's share of a pooled line, as it stands when a call-off is divided. Quantities are in the line's base unit. */
export interface PoolShare {
  readonly memberId: string;
  /** Lower goes first: a class gets nothing before the caps of the class above it are used up. */
  readonly priority: number;
  /** Proportion inside the class: the promised share. */
  readonly weight: Quantity;
  /** The most it gives in the period. */
  readonly maxShare: Quantity;
  /** Called off from it in the period so far. */
  readonly used: Quantity;
  /** What its cap of the delivery week leaves; null where it named no weekly cap. */
  readonly weekLeft?: Quantity | null;
  /** What it can promise for the day of delivery; null where it keeps no stock or harvest plan. */
  readonly available: Quantity | null;
}

export interface PoolPart {
  readonly memberId: string;
  readonly qty: Quantity;
  /** min(maxShare − used, available), never below zero, in whole cases where the call-off is in whole cases. */
  readonly cap: Quantity;
  readonly capBy: PoolCapReason;
  /** True where the cap held it below its proportion. */
  readonly capped: boolean;
  /** The proportion rounded down, and the case that the largest remainder added. */
  readonly proportion: Quantity;
  readonly added: Quantity;
  /** What was divided when this part was settled, and the weights it was divided among: proportion = divided × weight ÷ among. */
  readonly divided: Quantity;
  readonly among: Quantity;
}

/** What holds a part: the share's own maximum, its cap of the week, or what it can promise for the day. */
export type PoolCapReason = 'SHARE' | 'WEEK' | 'AVAILABLE';

export interface PoolAllocation {
  readonly parts: readonly PoolPart[];
  /** What no cap covers: shown before the buyer confirms. Σ parts + shortage = the call-off. */
  readonly shortage: Quantity;
}

interface Open {
  readonly share: PoolShare;
  readonly cap: bigint;
  readonly capBy: PoolCapReason;
}

interface Filled {
  readonly steps: bigint;
  readonly proportion: bigint;
  readonly added: bigint;
  readonly capped: boolean;
  readonly divided: bigint;
  readonly among: bigint;
}

/**
 * Divides a call-off among the members: class by class of priority, inside a class in proportion to the weights under the caps
 * (whoever reaches its cap gets the cap, the rest is divided anew among the others), in whole cases by largest remainder, ties
 * by lower use so far, then by id. The order in which the shares are given does not matter. A call-off that is not in whole
 * cases is divided to the thousandth. Throws RangeError for a quantity or case that is not positive.
 */
export function allocatePool(qty: Quantity, shares: readonly PoolShare[], caseSize: Quantity): PoolAllocation {
  if (!qty.isPositive || !caseSize.isPositive) throw new RangeError('A call-off and its case are above zero');
  const step = qty.thousandths % caseSize.thousandths === 0n ? caseSize.thousandths : 1n;
  const open = shares.map((share): Open => {
    const { cap, capBy } = capOf(share);
    return { share, cap: cap.thousandths / step, capBy };
  });
  const filled = new Map<string, Filled>();
  let rest = qty.thousandths / step;
  for (const priority of [...new Set(shares.map((share) => share.priority))].sort((a, b) => a - b)) {
    const members = open.filter(({ share }) => share.priority === priority);
    for (const [memberId, part] of fillClass(rest, members)) {
      filled.set(memberId, part);
      rest -= part.steps;
    }
  }
  const amount = (steps: bigint) => Quantity.fromThousandths(steps * step);
  return {
    parts: [...open]
      .sort((a, b) => a.share.priority - b.share.priority || compareIds(a.share.memberId, b.share.memberId))
      .map(({ share: { memberId }, cap, capBy }) => {
        const part = filled.get(memberId)!;
        return {
          memberId,
          qty: amount(part.steps),
          cap: amount(cap),
          capBy,
          capped: part.capped,
          proportion: amount(part.proportion),
          added: amount(part.added),
          divided: amount(part.divided),
          among: Quantity.fromThousandths(part.among),
        };
      }),
    shortage: amount(rest),
  };
}

/** What became of a member's part once it was answered. */
export interface AnsweredPart {
  readonly memberId: string;
  /** What the member said no to. */
  readonly declined: Quantity;
  /** True where the member confirmed what it was asked. */
  readonly confirmed: boolean;
}

/**
 * What members declined flows back once: in whole cases, to those that confirmed their whole part. `shares` as they stand now, the
 * first parts counted in `used`, so that nobody's part shrinks and no cap is passed. Null when nothing was declined; what finds no
 * room is the shortage the buyer is told of.
 */
export function reallocateDeclined(
  parts: readonly AnsweredPart[],
  shares: readonly PoolShare[],
  caseSize: Quantity,
): PoolAllocation | null {
  const declined = Quantity.sum(parts.map((part) => part.declined));
  if (!declined.isPositive) return null;
  const staying = new Set(parts.filter((part) => part.confirmed && !part.declined.isPositive).map(({ memberId }) => memberId));
  const whole = roundDownToPack(declined, caseSize);
  if (!whole.isPositive) return { parts: [], shortage: declined };
  const again = allocatePool(
    whole,
    shares.filter(({ memberId }) => staying.has(memberId)),
    caseSize,
  );
  return { parts: again.parts, shortage: again.shortage.add(declined.sub(whole)) };
}

/** The lowest of the three bounds, never below zero; of equal ones the first named. */
function capOf({ maxShare, used, weekLeft, available }: Pick<PoolShare, 'maxShare' | 'used' | 'weekLeft' | 'available'>): {
  readonly cap: Quantity;
  readonly capBy: PoolCapReason;
} {
  const bounds: [PoolCapReason, Quantity | null | undefined][] = [
    ['WEEK', weekLeft],
    ['AVAILABLE', available],
  ];
  return bounds.reduce<{ cap: Quantity; capBy: PoolCapReason }>(
    (lowest, [capBy, bound]) =>
      bound && bound.compare(lowest.cap) < 0 ? { cap: Quantity.max(Quantity.ZERO, bound), capBy } : lowest,
    { cap: Quantity.max(Quantity.ZERO, maxShare.sub(used)), capBy: 'SHARE' },
  );
}

/** Water-filling of one class, in steps. */
function fillClass(wanted: bigint, members: readonly Open[]): Map<string, Filled> {
  const result = new Map<string, Filled>();
  let rest = wanted;
  let open = members.filter(({ cap, share }) => cap > 0n && share.weight.isPositive);
  for (const member of members) {
    if (!open.includes(member)) {
      const nothing = { steps: 0n, proportion: 0n, added: 0n, capped: member.cap === 0n, divided: wanted, among: 0n };
      result.set(member.share.memberId, nothing);
    }
  }
  for (;;) {
    const weights = open.reduce((sum, { share }) => sum + share.weight.thousandths, 0n);
    const full = open.filter(({ share, cap }) => rest * share.weight.thousandths >= cap * weights);
    if (full.length === 0 || rest === 0n) {
      for (const [memberId, part] of byLargestRemainder(rest, open, weights)) result.set(memberId, part);
      return result;
    }
    // Removing those that are full only raises the level of the others, so that nobody is taken back.
    for (const { share, cap } of full) {
      result.set(share.memberId, { steps: cap, proportion: cap, added: 0n, capped: true, divided: rest, among: weights });
    }
    for (const { cap } of full) rest -= cap;
    open = open.filter((member) => !full.includes(member));
  }
}

function byLargestRemainder(rest: bigint, open: readonly Open[], weights: bigint): Map<string, Filled> {
  const exact = open.map(({ share }) => {
    const product = rest * share.weight.thousandths;
    return { share, floor: weights === 0n ? 0n : product / weights, remainder: weights === 0n ? 0n : product % weights };
  });
  const left = open.length === 0 ? 0n : rest - exact.reduce((sum, { floor }) => sum + floor, 0n);
  const ranked = [...exact].sort(
    (a, b) =>
      compareBig(b.remainder, a.remainder) ||
      a.share.used.compare(b.share.used) ||
      compareIds(a.share.memberId, b.share.memberId),
  );
  return new Map(
    ranked.map(({ share, floor }, rank) => {
      const added = BigInt(rank) < left ? 1n : 0n;
      return [share.memberId, { steps: floor + added, proportion: floor, added, capped: false, divided: rest, among: weights }];
    }),
  );
}

const compareBig = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
