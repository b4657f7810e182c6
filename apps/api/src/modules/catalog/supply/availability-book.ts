import { Injectable } from '@nestjs/common';
import {
  availableWithin,
  endOfWeek,
  lotBlock,
  openSchedule,
  Quantity,
  quantity,
  spreadOverWeeks,
  startOfWeek,
  type SupplyWeek,
  supplyWeeks,
  type WeekQty,
  weeksBetween,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { readSupply } from './supply-facts.js';
import { SupplyPromise } from './supply-promise.entity.js';

/** A contract line as it asks for goods over time; the schedule may be empty. */
export interface PlannedLine {
  readonly lineId: string;
  readonly productId: string;
  readonly targetQty: string;
  readonly schedule: readonly { readonly from: string; readonly to: string; readonly qty: string }[];
}

export interface PlannedContract {
  readonly id: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly lines: readonly PlannedLine[];
}

/** What the seller's plan says to a contract line, for both its sides. */
export interface LineSupply {
  readonly lineId: string;
  readonly productId: string;
  /** Asked for from this week on. */
  readonly asked: Quantity;
  /** What the plan can deliver on this schedule, other agreements served. */
  readonly covered: Quantity;
  readonly exceeds: boolean;
  /** The first week that the plan does not cover; null when it covers all. */
  readonly firstShortWeek: string | null;
}

/**
 * How much there is and will be, by week. Reads past the walls: exact numbers are for the seller and the sides of its contracts;
 * for anybody else a caller shows a band (`bandOf`) or nothing.
 */
@Injectable()
export class AvailabilityBook {
  /** By product, the ISO weeks from that of `from` to that of `to`; weeks gone by and products unknown are left out. */
  async weeks(tx: Tx, productIds: readonly string[], from: string, to: string): Promise<Map<string, SupplyWeek[]>> {
    const weeks = weeksBetween(from > tx.today ? from : tx.today, to);
    const supply = await readSupply(tx, productIds, endOfWeek(to));
    return new Map([...supply].map(([id, { facts }]) => [id, supplyWeeks(facts, weeks)]));
  }

  /** What could be promised in all between two days on top of everything promised; only products whose supply was ever told. */
  async uncommitted(tx: Tx, productIds: readonly string[], from: string, to: string): Promise<Map<string, Quantity>> {
    const weeks = weeksBetween(from > tx.today ? from : tx.today, to);
    const supply = await readSupply(tx, productIds, endOfWeek(to));
    return new Map(
      [...supply].flatMap(([id, { known, facts }]) => (known ? [[id, availableWithin(facts, weeks).uncommitted] as const] : [])),
    );
  }

  /** For a delivery on one day, by product; only products whose supply was ever told. */
  async onDay(
    tx: Tx,
    productIds: readonly string[],
    on: string,
  ): Promise<Map<string, { readonly stockKept: boolean; readonly firm: Quantity; readonly plan: Quantity }>> {
    const day = on < tx.today ? tx.today : on;
    const supply = await readSupply(tx, productIds, endOfWeek(startOfWeek(day)));
    return new Map(
      [...supply].flatMap(([id, { known, stockKept, facts }]) => {
        const usable = facts.lots.filter((lot) => lotBlock(lot, { leaves: day, arrives: day, minDays: facts.minDays }) === null);
        const [{ firm, plan }] = supplyWeeks(facts, [startOfWeek(day)]) as [SupplyWeek];
        const there = Quantity.sum(usable.map(({ free }) => free));
        return known ? [[id, { stockKept, firm: Quantity.min(firm, there), plan }] as const] : [];
      }),
    );
  }

  /** Writes what a signed contract asks of the weeks to come; a repeat changes nothing. */
  async commit(tx: Tx, contract: PlannedContract): Promise<void> {
    const { id, sellerOrgId, buyerOrgId } = contract;
    const planned = await this.planned(tx, contract);
    await asSystem(tx, async () => {
      await tx.query(`delete from supply_promise where kind = 'SCHEDULE' and source_id = $1`, [id]);
      await tx.insert(
        SupplyPromise,
        planned.flatMap(({ line, weeks }) =>
          weeks.map(({ week, qty }) => ({
            id: newId(),
            orgId: sellerOrgId,
            buyerOrgId,
            productId: line.productId,
            kind: 'SCHEDULE',
            sourceId: id,
            lineId: line.lineId,
            dueOn: week,
            qty: qty.toDecimalString(),
            openQty: qty.toDecimalString(),
          })),
        ),
      );
    });
  }

  /** Gives back what a contract that is over asked of the weeks to come; what was ordered under it stays promised. */
  async release(tx: Tx, contractId: string): Promise<void> {
    await asSystem(tx, () => tx.query(`delete from supply_promise where kind = 'SCHEDULE' and source_id = $1`, [contractId]));
  }

  /** Compares a contract with the seller's plan; lines of products whose supply nobody told are left out. */
  async check(tx: Tx, contract: PlannedContract): Promise<LineSupply[]> {
    const planned = await this.planned(tx, contract);
    const supply = await readSupply(
      tx,
      contract.lines.map(({ productId }) => productId),
      contract.validTo > tx.today ? contract.validTo : tx.today,
    );
    const { isCommitted, callOffs } = await this.callOffsOf(tx, contract);
    const thisWeek = startOfWeek(tx.today);
    const taken = new Map<string, WeekQty[]>();
    return planned.flatMap(({ line, weeks }) => {
      const product = supply.get(line.productId);
      if (!product?.known) return [];
      const called = callOffs.filter(({ lineId }) => lineId === line.lineId);
      const coming = openSchedule(weeks, called).filter(({ week }) => week >= thisWeek);
      const mine = taken.get(line.productId) ?? [];
      // A contract's own promises step aside, so that it is measured once.
      const others = isCommitted ? without(product.facts.agreements, [...mine, ...coming]) : product.facts.agreements;
      const before = [...others, ...mine];
      const { covered, firstShortWeek } = cover({ ...product.facts, agreements: before }, coming);
      taken.set(line.productId, [...mine, ...coming]);
      const asked = Quantity.sum(coming.map(({ qty }) => qty));
      return [
        { lineId: line.lineId, productId: line.productId, asked, covered, exceeds: covered.compare(asked) < 0, firstShortWeek },
      ];
    });
  }

  private callOffsOf(tx: Tx, contract: PlannedContract) {
    return asSystem(tx, async () => {
      const rows = await tx.query<{ kind: string; lineId: string; on: string; qty: string }>(
        `select kind, coalesce(contract_line_id, line_id) as "lineId", due_on as "on", qty from supply_promise
         where (kind = 'SCHEDULE' and source_id = $1) or (kind = 'ORDER' and contract_line_id = any($2))`,
        [contract.id, contract.lines.map(({ lineId }) => lineId)],
      );
      const callOffs = rows
        .filter(({ kind }) => kind === 'ORDER')
        .map(({ lineId, on, qty }) => ({ lineId, on, qty: quantity(qty) }));
      return { isCommitted: rows.some(({ kind }) => kind === 'SCHEDULE'), callOffs };
    });
  }

  private async planned(tx: Tx, contract: PlannedContract): Promise<{ line: PlannedLine; weeks: WeekQty[] }[]> {
    const supply = await readSupply(
      tx,
      contract.lines.map(({ productId }) => productId),
      tx.today,
    );
    return contract.lines.map((line) => {
      const product = supply.get(line.productId);
      const season = { windows: product?.windows ?? [], months: product?.harvestMonths ?? [] };
      const periods = line.schedule.length
        ? line.schedule.map((period) =>
            spreadOverWeeks(quantity(period.qty), period.from, period.to, { windows: [], months: [] }),
          )
        : [spreadOverWeeks(quantity(line.targetQty), contract.validFrom, contract.validTo, season)];
      return { line, weeks: merged(periods.flat()) };
    });
  }
}

/** One row a week. */
function merged(rows: readonly WeekQty[]): WeekQty[] {
  const weeks = new Map<string, Quantity>();
  for (const { week, qty } of rows) weeks.set(week, (weeks.get(week) ?? Quantity.ZERO).add(qty));
  return [...weeks].map(([week, qty]) => ({ week, qty })).sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** `rows` with what `own` put there taken out, week by week. */
function without(rows: readonly WeekQty[], own: readonly WeekQty[]): WeekQty[] {
  const left = new Map(merged(own).map(({ week, qty }) => [week, qty]));
  return merged(rows).flatMap(({ week, qty }) => {
    const rest = qty.sub(Quantity.min(qty, left.get(week) ?? Quantity.ZERO));
    return rest.isPositive ? [{ week, qty: rest }] : [];
  });
}

function cover(
  facts: Parameters<typeof supplyWeeks>[0],
  asked: readonly WeekQty[],
): { covered: Quantity; firstShortWeek: string | null } {
  let [covered, firstShortWeek] = [Quantity.ZERO, null as string | null];
  const given: WeekQty[] = [];
  for (const { week, qty } of asked) {
    const [row] = supplyWeeks({ ...facts, agreements: [...facts.agreements, ...given] }, [week]);
    const served = Quantity.min(qty, row!.uncommitted);
    if (served.compare(qty) < 0) firstShortWeek ??= week;
    if (served.isPositive) given.push({ week, qty: served });
    covered = covered.add(served);
  }
  return { covered, firstShortWeek };
}
