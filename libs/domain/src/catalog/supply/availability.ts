import { addDays, startOfWeek, type LocalDate } from '../../shared/calendar-date.js';
import { Quantity } from '../../shared/quantity.js';
import type { ExpectedHarvest } from './forecast.js';
import { lastArrival, type LotDates } from './lot-life.js';
import type { WeekQty } from './promises.js';
import { endOfWeek, type WeekStart } from './week.js';

/** A lot with what is free in it: lying there and held for nobody. */
export interface FreeLot extends LotDates {
  readonly free: Quantity;
}

export interface SupplyFacts {
  readonly today: LocalDate;
  readonly lots: readonly FreeLot[];
  /** Coming weeks; what is harvested already stands in the lots. */
  readonly harvest: readonly ExpectedHarvest[];
  readonly shelfLifeDays: number | null;
  readonly minDays: number;
  /** Confirmed orders that hold no lot: goods promised before they are there. */
  readonly orders: readonly WeekQty[];
  /** What agreements' schedules still ask for, call-offs taken off. */
  readonly agreements: readonly WeekQty[];
}

export interface SupplyWeek {
  readonly week: WeekStart;
  readonly firm: Quantity;
  readonly plan: Quantity;
  readonly uncommitted: Quantity;
  readonly committed: Quantity;
}

/** Goods that can be delivered in the weeks from `first` to `last`, both included. */
interface Source {
  readonly first: WeekStart;
  readonly last: WeekStart;
  readonly qty: bigint;
}

const NEVER = '9999-12-27';

/**
 * Availability to promise, week by week. Three numbers that are never mixed, and a fourth shown beside them:
 *
 * - firm: the most that could be delivered in that week out of stock alone;
 * - plan: the same with the coming harvest × confidence;
 * - uncommitted: plan, less what agreements' schedules ask for;
 * - committed: what the schedules ask for in that week.
 *
 * Rules:
 * 1. Each number says what one more promise for that week could be, everything promised already being kept. The same
 *    goods may serve this week or the next, so numbers of two weeks are not added; `availableWithin` answers for a span.
 * 2. A lot serves a week when on some day of it, not before today, it is good and has the minimum life left. A lot past
 *    that serves nothing.
 * 3. A week's harvest is taken as picked on its first day (today, in the running week): it serves its own week, and later
 *    ones only while the life left allows. Goods that keep four days and must arrive with two never serve the week after.
 * 4. Held stock is not in `free`. Orders that hold nothing take from every number; agreements only from `uncommitted`.
 * 5. Promises take the goods that spoil first among those that serve their week. For stretches of weeks this serves the
 *    most that can be served at all (greedy matching of intervals), so a number is never higher than what can be
 *    delivered, and the order in which facts are given does not matter.
 * 6. A promise nothing can serve lowers nothing further: no number is below zero. `shortfall` tells of it.
 */
export function supplyWeeks(facts: SupplyFacts, weeks: readonly WeekStart[]): SupplyWeek[] {
  const stock = stockSources(facts);
  const all = [...stock, ...harvestSources(facts)];
  const orders = demandOf(facts, facts.orders);
  const both = addDemand(orders, demandOf(facts, facts.agreements));
  const own = (week: WeekStart): Quantity =>
    Quantity.sum(facts.agreements.filter((row) => row.week === week).map((row) => row.qty));
  return weeks.map((week) => ({
    week,
    firm: more(stock, orders, [week]),
    plan: more(all, orders, [week]),
    uncommitted: more(all, both, [week]),
    committed: own(week),
  }));
}

/** What could be promised in all within these weeks on top of everything promised: goods that serve several weeks count once. */
export function availableWithin(
  facts: SupplyFacts,
  weeks: readonly WeekStart[],
): Pick<SupplyWeek, 'firm' | 'plan' | 'uncommitted'> {
  const stock = stockSources(facts);
  const all = [...stock, ...harvestSources(facts)];
  const orders = demandOf(facts, facts.orders);
  const both = addDemand(orders, demandOf(facts, facts.agreements));
  return { firm: more(stock, orders, weeks), plan: more(all, orders, weeks), uncommitted: more(all, both, weeks) };
}

/** How much of what orders and agreements ask for cannot be served by the plan. */
export function shortfall(facts: SupplyFacts): Quantity {
  const all = [...stockSources(facts), ...harvestSources(facts)];
  const demand = addDemand(demandOf(facts, facts.orders), demandOf(facts, facts.agreements));
  const asked = [...demand.values()].reduce((sum, qty) => sum + qty, 0n);
  return Quantity.fromThousandths(asked - served(all, demand));
}

const more = (sources: readonly Source[], demand: ReadonlyMap<WeekStart, bigint>, weeks: readonly WeekStart[]): Quantity => {
  const total = sources.reduce((sum, { qty }) => sum + qty, 0n);
  const open = new Map(demand);
  for (const week of weeks) open.set(week, (open.get(week) ?? 0n) + total);
  return Quantity.fromThousandths(served(sources, open) - served(sources, demand));
};

/** The most of `demand` that the sources can serve: week by week, each demand taking first what is lost first. */
function served(sources: readonly Source[], demand: ReadonlyMap<WeekStart, bigint>): bigint {
  const left = sources.map((source) => ({ ...source })).sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
  let total = 0n;
  for (const [week, asked] of [...demand].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let open = asked;
    for (const source of left) {
      if (open === 0n) break;
      if (source.first > week || source.last < week || source.qty === 0n) continue;
      const taken = source.qty < open ? source.qty : open;
      source.qty -= taken;
      open -= taken;
      total += taken;
    }
  }
  return total;
}

function stockSources({ lots, minDays, today }: SupplyFacts): Source[] {
  const thisWeek = startOfWeek(today);
  return lots.flatMap((lot) => {
    const last = lastArrival(lot, minDays);
    const good = lot.goodFrom !== null && lot.goodFrom > today ? lot.goodFrom : today;
    if (!lot.free.isPositive || (last !== null && last < good)) return [];
    const first = startOfWeek(good);
    return [
      { first: first < thisWeek ? thisWeek : first, last: last === null ? NEVER : startOfWeek(last), qty: lot.free.thousandths },
    ];
  });
}

function harvestSources({ harvest, shelfLifeDays, minDays, today }: SupplyFacts): Source[] {
  return harvest.flatMap(({ week, counted }) => {
    if (!counted.isPositive || endOfWeek(week) < today) return [];
    const picked = week < today ? today : week;
    // Goods without enough life even on the day they are picked can be promised to nobody.
    if (shelfLifeDays !== null && shelfLifeDays < minDays) return [];
    const last = shelfLifeDays === null ? NEVER : startOfWeek(addDays(picked, shelfLifeDays - minDays));
    return [{ first: week, last, qty: counted.thousandths }];
  });
}

/** Promises of weeks gone by are due this week for orders that hold nothing; schedules of the past have lapsed before they get here. */
function demandOf({ today }: SupplyFacts, rows: readonly WeekQty[]): Map<WeekStart, bigint> {
  const now = startOfWeek(today);
  const demand = new Map<WeekStart, bigint>();
  for (const { week, qty } of rows) {
    const due = week < now ? now : week;
    if (qty.isPositive) demand.set(due, (demand.get(due) ?? 0n) + qty.thousandths);
  }
  return demand;
}

function addDemand(a: ReadonlyMap<WeekStart, bigint>, b: ReadonlyMap<WeekStart, bigint>): Map<WeekStart, bigint> {
  const sum = new Map(a);
  for (const [week, qty] of b) sum.set(week, (sum.get(week) ?? 0n) + qty);
  return sum;
}
