import { isPackMultiple } from '../shared/pack.js';
import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const SUPPLY_SHARE_STATES = ['OFFERED', 'COMMITTED', 'DECLINED', 'RELEASED'] as const;
export type SupplyShareState = (typeof SUPPLY_SHARE_STATES)[number];
export type SupplyShareAction = 'offer' | 'accept' | 'decline' | 'release';

/** The lead or the Alliance offers, the member's director accepts or declines its own part, the lead lets go what cannot be delivered. */
export const SUPPLY_SHARE_TRANSITIONS: Transitions<SupplyShareState, SupplyShareAction> = {
  OFFERED: { accept: 'COMMITTED', decline: 'DECLINED', release: 'RELEASED' },
  COMMITTED: { release: 'RELEASED' },
  // Who said no, or was let go, can be asked again; it answers again.
  DECLINED: { offer: 'OFFERED' },
  RELEASED: { offer: 'OFFERED' },
};

/** Offered and committed shares count towards the line; the others promise nothing any more. */
export const isLiveShare = (state: SupplyShareState): boolean => state === 'OFFERED' || state === 'COMMITTED';

export const SUPPLY_POOL_STATES = ['FORMING', 'AWAITING_BUYER', 'OPEN', 'CLOSED'] as const;
export type SupplyPoolState = (typeof SUPPLY_POOL_STATES)[number];

/**
 * Where a pool stands, derived: the buyer agrees to each member that commits itself, since another than its contract partner will
 * deliver (Civil Code 2015, article 370: a duty passes on only with the consent of the one it is owed to). Open as soon as one is agreed.
 */
export function supplyPoolState(pool: {
  readonly closed: boolean;
  readonly shares: readonly { readonly status: SupplyShareState; readonly agreed: boolean }[];
}): SupplyPoolState {
  if (pool.closed) return 'CLOSED';
  const committed = pool.shares.filter(({ status }) => status === 'COMMITTED');
  if (committed.some(({ agreed }) => agreed)) return 'OPEN';
  return committed.length > 0 ? 'AWAITING_BUYER' : 'FORMING';
}

export const POOL_PRIORITIES = { highest: 1, lowest: 9 } as const;

export interface ShareTerms {
  readonly priority: number;
  /** The promised part, which is also the weight of the proportion. */
  readonly target: Quantity;
  /** The most it gives over the term. */
  readonly max: Quantity;
  readonly weeklyMax: Quantity | null;
}

export type ShareTermsRefusal =
  | { readonly code: 'SHARE_TARGET_NOT_POSITIVE' }
  | { readonly code: 'SHARE_MAX_BELOW_TARGET' }
  | { readonly code: 'SHARE_WEEK_NOT_POSITIVE' }
  | { readonly code: 'SHARE_NOT_WHOLE_CASES'; readonly caseSize: Quantity }
  | { readonly code: 'SHARE_PRIORITY_UNKNOWN'; readonly lowest: number };

/** What one share may say for itself, in whole cases of the line. */
export function checkShareTerms(terms: ShareTerms, caseSize: Quantity): Result<null, ShareTermsRefusal> {
  const { priority, target, max, weeklyMax } = terms;
  if (!Number.isInteger(priority) || priority < POOL_PRIORITIES.highest || priority > POOL_PRIORITIES.lowest) {
    return refuse({ code: 'SHARE_PRIORITY_UNKNOWN', lowest: POOL_PRIORITIES.lowest });
  }
  if (!target.isPositive) return refuse({ code: 'SHARE_TARGET_NOT_POSITIVE' });
  if (max.compare(target) < 0) return refuse({ code: 'SHARE_MAX_BELOW_TARGET' });
  if (weeklyMax && !weeklyMax.isPositive) return refuse({ code: 'SHARE_WEEK_NOT_POSITIVE' });
  const uneven = [target, max, weeklyMax].some((qty) => qty && !isPackMultiple(qty, caseSize));
  return uneven ? refuse({ code: 'SHARE_NOT_WHOLE_CASES', caseSize }) : accept(null);
}

/** What the promised parts may add up to: never more than the line; null where the line names no quantity. */
export function sharesProblem(
  line: Quantity | null,
  targets: readonly Quantity[],
): { readonly code: 'SHARES_ABOVE_LINE'; readonly line: Quantity; readonly shares: Quantity } | null {
  const shares = Quantity.sum(targets);
  return line && shares.compare(line) > 0 ? { code: 'SHARES_ABOVE_LINE', line, shares } : null;
}
