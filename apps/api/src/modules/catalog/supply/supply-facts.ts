import {
  addDays,
  expectedHarvest,
  type ExpectedHarvest,
  type ForecastRevision,
  type HarvestWindow,
  minRemainingDays,
  openSchedule,
  Quantity,
  quantity,
  startOfWeek,
  type SupplyFacts,
  weeksBetween,
  type WeekQty,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { supplyRules } from './supply-rules.js';

/** Everything that says how much of a product there is and will be. For the books of this module only: it knows no reader. */
export interface ProductFacts {
  readonly productId: string;
  readonly orgId: string;
  readonly stockKept: boolean;
  readonly harvestMonths: readonly number[];
  readonly windows: readonly HarvestWindow[];
  readonly expected: readonly ExpectedHarvest[];
  /** Whether anything was ever said of its supply; unknown is not the same as nothing. */
  readonly known: boolean;
  readonly facts: SupplyFacts;
}

interface Row {
  id: string;
  orgId: string;
  stockKept: boolean;
  harvestMonths: number[];
  shelfLifeDays: number | null;
  minRemainingDays: number | null;
  everStocked: boolean;
  windows: { from: string; to: string; weeklyQty: string | null }[];
  revisions: { week: string; revision: number; qty: string; confidence: ForecastRevision['confidence']; on: string }[];
  lots: { free: string; goodFrom: string | null; expiresOn: string | null }[];
  harvested: string;
  promises: {
    kind: 'SCHEDULE' | 'ORDER';
    lineId: string;
    contractLineId: string | null;
    dueOn: string;
    qty: string;
    openQty: string;
  }[];
}

/** How far ahead plans are made at most: two years of weeks. */
const HORIZON_DAYS = 728;

const SELECT = `select p.id, p.org_id as "orgId", p.stock_kept as "stockKept", p.harvest_months as "harvestMonths", p.shelf_life_days as "shelfLifeDays",
    p.min_remaining_days as "minRemainingDays", exists (select 1 from stock_lot l where l.product_id = p.id) as "everStocked",
    coalesce((select json_agg(json_build_object('from', w.from_day, 'to', w.to_day, 'weeklyQty', w.weekly_qty::text) order by w.from_day)
      from harvest_window w where w.product_id = p.id), '[]') as windows,
    coalesce((select json_agg(json_build_object('week', f.week_start, 'revision', f.revision, 'qty', f.qty::text, 'confidence', f.confidence,
      'on', (f.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date)) from harvest_forecast f where f.product_id = p.id and f.week_start >= $2), '[]') as revisions,
    coalesce((select json_agg(json_build_object('free', (b.on_hand - b.reserved)::text, 'goodFrom', l.good_from, 'expiresOn', l.expires_on) order by l.id)
      from lot_balance b join stock_lot l on l.id = b.lot_id where b.product_id = p.id and b.on_hand > b.reserved), '[]') as lots,
    (select coalesce(sum(e.on_hand_delta), 0)::text from stock_lot l join stock_entry e on e.lot_id = l.id
      left join stock_entry o on o.id = e.reverses_id
      where l.product_id = p.id and l.harvested_on >= $2 and l.origin = 'HARVEST' and coalesce(o.kind, e.kind) = 'HARVEST') as harvested,
    coalesce((select json_agg(json_build_object('kind', s.kind, 'lineId', s.line_id, 'contractLineId', s.contract_line_id, 'dueOn', s.due_on,
      'qty', s.qty::text, 'openQty', s.open_qty::text)) from supply_promise s where s.product_id = p.id
      and (s.open_qty > 0 or s.contract_line_id is not null)), '[]') as promises
  from product p where p.id = any($1)`;

/** Facts by product from this week to `to`, or to the last promise if that is later. */
export function readSupply(tx: Tx, productIds: readonly string[], to: string): Promise<Map<string, ProductFacts>> {
  return asSystem(tx, async () => {
    const thisWeek = startOfWeek(tx.today);
    const rules = await supplyRules(tx);
    const rows = await tx.query<Row>(SELECT, [[...new Set(productIds)], thisWeek]);
    return new Map(rows.map((row) => [row.id, factsOf(row, tx.today, to, rules)]));
  });
}

function factsOf(row: Row, today: string, to: string, rules: Awaited<ReturnType<typeof supplyRules>>): ProductFacts {
  const thisWeek = startOfWeek(today);
  const windows = row.windows.map((window): HarvestWindow => ({
    ...window,
    weeklyQty: window.weeklyQty === null ? null : quantity(window.weeklyQty),
  }));
  const revisions = row.revisions.map((said) => ({ ...said, qty: quantity(said.qty) }));
  const orders = row.promises
    .filter(({ kind }) => kind === 'ORDER')
    .map(({ dueOn, openQty }) => ({ week: startOfWeek(dueOn), qty: quantity(openQty) }))
    .filter(({ qty }) => qty.isPositive);
  const agreements = openAgreements(row, thisWeek);
  const last = [to, ...orders.map(({ week }) => week), ...agreements.map(({ week }) => week)].reduce((a, b) => (a < b ? b : a));
  const weeks = weeksBetween(today, last < addDays(today, HORIZON_DAYS) ? last : addDays(today, HORIZON_DAYS));
  const expected = weeks.flatMap((week) => {
    const harvested = week === thisWeek ? quantity(row.harvested) : Quantity.ZERO;
    return expectedHarvest(week, { revisions, windows, harvested, weights: rules.weights }) ?? [];
  });
  return {
    productId: row.id,
    orgId: row.orgId,
    stockKept: row.stockKept,
    harvestMonths: row.harvestMonths,
    windows,
    expected,
    known: row.stockKept || row.everStocked || revisions.length > 0 || windows.some(({ weeklyQty }) => weeklyQty !== null),
    facts: {
      today,
      lots: row.lots.map((lot) => ({ ...lot, free: quantity(lot.free) })),
      harvest: expected,
      shelfLifeDays: row.shelfLifeDays,
      minDays: minRemainingDays({ minLifeDays: row.minRemainingDays, shelfLifeDays: row.shelfLifeDays }, rules.minLifeBp),
      orders,
      agreements,
    },
  };
}

/** Contract line by contract line: its schedule, less what was called off, from this week on. */
function openAgreements(row: Row, thisWeek: string): WeekQty[] {
  const lines = new Map<string, WeekQty[]>();
  for (const { kind, lineId, dueOn, qty } of row.promises) {
    if (kind === 'SCHEDULE') lines.set(lineId, [...(lines.get(lineId) ?? []), { week: dueOn, qty: quantity(qty) }]);
  }
  return [...lines].flatMap(([lineId, schedule]) => {
    const callOffs = row.promises
      .filter(({ kind, contractLineId }) => kind === 'ORDER' && contractLineId === lineId)
      .map(({ dueOn, qty }) => ({ on: dueOn, qty: quantity(qty) }));
    return openSchedule(schedule, callOffs).filter(({ week }) => week >= thisWeek);
  });
}
