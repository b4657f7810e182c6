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
  /** What it can promise for the day of delivery; null where it keeps no stock or harvest plan. */
  readonly available: Quantity | null;
}

export interface PoolPart {
  readonly memberId: string;
  readonly qty: Quantity;
  /** min(maxShare − used, available), never below zero, in whole cases where the call-off is in whole cases. */
  readonly cap: Quantity;
  readonly capBy: 'SHARE' | 'AVAILABLE';
  /** True where the cap held it below its proportion. */
  readonly capped: boolean;
  /** The proportion rounded down, and the case that the largest remainder added. */
  readonly proportion: Quantity;
  readonly added: Quantity;
}

export interface PoolAllocation {
  readonly parts: readonly PoolPart[];
  /** What no cap covers: shown before the buyer confirms. Σ parts + shortage = the call-off. */
  readonly shortage: Quantity;
}

interface Open {
  readonly share: PoolShare;
  readonly cap: bigint;
  readonly capBy: 'SHARE' | 'AVAILABLE';
}

interface Filled {
  readonly steps: bigint;
  readonly proportion: bigint;
  readonly added: bigint;
  readonly capped: boolean;
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
    const left = Quantity.max(Quantity.ZERO, share.maxShare.sub(share.used));
    const byStock = share.available !== null && share.available.compare(left) < 0;
    const cap = byStock ? Quantity.max(Quantity.ZERO, share.available!) : left;
    return { share, cap: cap.thousandths / step, capBy: byStock ? 'AVAILABLE' : 'SHARE' };
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
        };
      }),
    shortage: amount(rest),
  };
}

/**
 * A declined part flows back once: it is divided among the members that have not declined, on top of what they were given. The
 * parts of the others never shrink; what finds no room is the shortage of a short confirmation. Returns the parts that grow.
 */
export function reallocateDeclined(
  allocation: PoolAllocation,
  declinedIds: readonly string[],
  shares: readonly PoolShare[],
  caseSize: Quantity,
): PoolAllocation {
  const declined = new Set(declinedIds);
  const freed = Quantity.sum(allocation.parts.filter((part) => declined.has(part.memberId)).map((part) => part.qty));
  if (!freed.isPositive) return { parts: [], shortage: Quantity.ZERO };
  const given = new Map(allocation.parts.map((part) => [part.memberId, part.qty]));
  const staying = shares
    .filter((share) => !declined.has(share.memberId))
    .map((share) => {
      const own = given.get(share.memberId) ?? Quantity.ZERO;
      return { ...share, used: share.used.add(own), available: share.available?.sub(own) ?? null };
    });
  return allocatePool(freed, staying, caseSize);
}

/** Water-filling of one class, in steps. */
function fillClass(wanted: bigint, members: readonly Open[]): Map<string, Filled> {
  const result = new Map<string, Filled>();
  let rest = wanted;
  let open = members.filter(({ cap, share }) => cap > 0n && share.weight.isPositive);
  for (const member of members) {
    if (!open.includes(member)) {
      result.set(member.share.memberId, { steps: 0n, proportion: 0n, added: 0n, capped: member.cap === 0n });
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
      result.set(share.memberId, { steps: cap, proportion: cap, added: 0n, capped: true });
      rest -= cap;
    }
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
      return [share.memberId, { steps: floor + added, proportion: floor, added, capped: false }];
    }),
  );
}

const compareBig = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
