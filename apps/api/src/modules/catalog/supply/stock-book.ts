import { Injectable } from '@nestjs/common';
import {
  accept,
  byExpiry,
  freeStock,
  lotBlock,
  type LotBlock,
  Quantity,
  quantity,
  type Refusal,
  type Result,
  startOfWeek,
  strictestMinDays,
  suggestLots,
  supplyWeeks,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { readSupply, type ProductFacts } from './supply-facts.js';
import { SupplyPromise } from './supply-promise.entity.js';
import { type LockedLot, lockLots, type NewStockEntry, plainMove, writeStock } from './stock-rows.js';

/** A line the seller confirms. */
export interface ConfirmedLine {
  readonly lineId: string;
  readonly productId: string;
  readonly contractLineId: string | null;
  readonly baseUnit: string;
  readonly qty: Quantity;
  /** Day of delivery. */
  readonly dueOn: string;
  /** Share of the shelf life its contract asks for on arrival; null: none agreed. */
  readonly agreedLifeBp: number | null;
}

export interface StockedOrder {
  readonly id: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

/** A line of a shipment; `lots` as the seller chose them, or none to take what expires first. */
export interface ShippedLine {
  readonly orderLineId: string;
  readonly shipmentLineId: string;
  readonly productId: string;
  readonly baseUnit: string;
  readonly qty: Quantity;
  readonly lots: readonly { readonly code: string; readonly qty: Quantity }[] | null;
  readonly agreedLifeBp: number | null;
}

/** What one lot gave to a shipment line. */
export interface ShippedLot {
  readonly lotId: string;
  readonly code: string;
  readonly qty: Quantity;
  /** It left only because the buyer does without its minimum of remaining life. */
  readonly onWaiver: boolean;
  readonly expiresOn: string | null;
  /** Days of life the rules asked for on arrival. */
  readonly minDays: number;
}

/** Whether the buyer does without its minimum of remaining life for a lot and an order line. */
export type LifeWaived = (lot: LotDates, orderLineId: string) => boolean;
type LotDates = { readonly id: string; readonly code: string; readonly expiresOn: string | null };

/** An order line, as far as the life of its goods asks. */
export interface LifeLine {
  readonly orderLineId: string;
  readonly productId: string;
  readonly agreedLifeBp: number | null;
}

/** A lot as somebody asks about its life. */
export interface LotLife {
  readonly lotId: string;
  readonly code: string;
  readonly goodFrom: string | null;
  readonly expiresOn: string | null;
  readonly minDays: number;
}

/** Goods that came back to a lot: into stock, or in and at once written off, so that both are on record. */
export interface CameBack {
  readonly lotId: string;
  readonly qty: Quantity;
  /** The receipt line or settlement they come from. */
  readonly lineId: string;
  readonly lossReason: string | null;
  readonly note: string | null;
}

export type HoldRefusal = {
  readonly code: 'STOCK_SHORT';
  readonly firm: Quantity;
  readonly plan: Quantity;
  readonly unit: string;
  readonly on: string;
};

export type ShipRefusal =
  | { readonly code: 'LOT_UNKNOWN'; readonly lotCode: string }
  | { readonly code: 'LOT_NOT_USABLE'; readonly lotCode: string; readonly reason: LotBlock; readonly minDays: number }
  | { readonly code: 'LOT_SHORT'; readonly lotCode: string; readonly free: Quantity; readonly unit: string }
  | { readonly code: 'LOTS_DO_NOT_ADD_UP'; readonly sum: Quantity; readonly qty: Quantity; readonly unit: string }
  | { readonly code: 'SHIP_STOCK_SHORT'; readonly covered: Quantity; readonly unit: string };

interface Hold {
  readonly lotId: string;
  readonly lineId: string;
  readonly qty: Quantity;
}

export interface LotOffer extends LockedLot {
  /** Free, and what the asking line holds of it. */
  readonly available: Quantity;
  readonly lifeWaived?: boolean;
}

export interface LineLots {
  readonly orderLineId: string;
  readonly picks: readonly { readonly lot: LotOffer; readonly qty: Quantity }[];
  readonly skipped: readonly { readonly lot: LotOffer; readonly reason: LotBlock }[];
  readonly short: Quantity;
  /** May leave too, but nothing of them is needed. */
  readonly others: readonly LotOffer[];
  readonly minDays: number;
}

const ZERO = Quantity.ZERO;
const later = (a: string, b: string): string => (a < b ? b : a);

/**
 * The stock as orders use it: held when the seller confirms, released when the order ends, shipped from lots. Every method locks
 * the lots' balances in id order before it reads them; callers lock the order first and agreements' lines after. Products that
 * keep no stock only leave word of what they owe, so that plans know of it.
 */
@Injectable()
export class StockBook {
  /** Holds lots for each confirmed line, or refuses the rows there is not enough firm stock for. Rows are counted as given. */
  hold(tx: Tx, order: StockedOrder, lines: readonly ConfirmedLine[]): Promise<Result<null, Refusal>> {
    return asSystem(tx, async () => {
      const wanted = lines.filter(({ qty }) => qty.isPositive);
      // Keeping stock or not is not switched while orders are confirmed.
      const kept = await this.keptOf(tx, wanted);
      const lots = await this.lockProducts(tx, [...kept]);
      const supply = kept.size ? await readSupply(tx, [...kept], tx.today) : new Map<string, ProductFacts>();
      const free = new Map(lots.map((lot) => [lot.id, freeStock(lot)]));
      const holds: (Hold & { lot: LockedLot; dueOn: string })[] = [];
      const refused: RowRefusal<HoldRefusal>[] = [];
      lines.forEach((line, row) => {
        if (!line.qty.isPositive || !kept.has(line.productId)) return;
        const product = supply.get(line.productId)!;
        const on = later(line.dueOn, tx.today);
        const offers = lots
          .filter(({ productId }) => productId === line.productId)
          .map((lot): LotOffer => ({ ...lot, available: free.get(lot.id)! }));
        const numbers = numbersOn(product, offers, on);
        const minDays = strictestMinDays(product.facts, line.agreedLifeBp);
        const found = suggestLots(offers, { qty: line.qty, leaves: on, arrives: on, minDays });
        const firm = Quantity.min(numbers.firm, sumOf(offers, on, minDays));
        if (found.short.isPositive || firm.compare(line.qty) < 0) {
          refused.push({
            row,
            field: 'qty',
            refusal: { code: 'STOCK_SHORT', firm, plan: numbers.plan, unit: line.baseUnit, on },
            ...(firm.isPositive && { suggestion: firm.toDecimalString() }),
          });
          return;
        }
        for (const { lot, qty } of found.picks) {
          free.set(lot.id, free.get(lot.id)!.sub(qty));
          holds.push({ lot, lotId: lot.id, lineId: line.lineId, qty, dueOn: line.dueOn });
        }
      });
      if (refused.length) return rowsRefused(refused);
      await writeStock(
        tx,
        holds.map(({ lot, lineId, qty }) => ({
          lot,
          move: plainMove('HOLD', ZERO, qty),
          source: { type: 'ORDER', id: order.id, lineId },
        })),
      );
      await tx.query(
        `insert into stock_hold (lot_id, order_line_id, org_id, order_id, qty, due_on)
         select lot_id, line_id, $2, $3, qty, due_on from jsonb_to_recordset($1::jsonb) as h(lot_id uuid, line_id uuid, qty numeric, due_on date)
         on conflict (lot_id, order_line_id) do update set qty = stock_hold.qty + excluded.qty`,
        [
          JSON.stringify(holds.map(({ lotId, lineId, qty, dueOn }) => ({ lot_id: lotId, line_id: lineId, qty, due_on: dueOn }))),
          order.sellerOrgId,
          order.id,
        ],
      );
      await tx.insert(
        SupplyPromise,
        wanted.map(({ lineId, productId, contractLineId, qty, dueOn }) => ({
          id: newId(),
          orgId: order.sellerOrgId,
          buyerOrgId: order.buyerOrgId,
          productId,
          kind: 'ORDER',
          sourceId: order.id,
          lineId,
          contractLineId,
          dueOn,
          qty: qty.toDecimalString(),
          openQty: kept.has(productId) ? '0' : qty.toDecimalString(),
        })),
      );
      return accept(null);
    });
  }

  /** Confirmed order lines that draw on contracts' lines from now on: plans count them as part of the schedule, not beside it. */
  async countForContract(tx: Tx, lines: readonly { readonly lineId: string; readonly contractLineId: string }[]): Promise<void> {
    await asSystem(tx, () =>
      tx.query(
        `update supply_promise p set contract_line_id = l.contract_line_id from unnest($1::uuid[], $2::uuid[]) as l(line_id, contract_line_id)
         where p.kind = 'ORDER' and p.line_id = l.line_id`,
        [lines.map(({ lineId }) => lineId), lines.map(({ contractLineId }) => contractLineId)],
      ),
    );
  }

  /** Locks what an order holds, for an act that locks agreements' lines before the order may end. */
  async lock(tx: Tx, orderId: string): Promise<void> {
    await asSystem(tx, () =>
      lockLots(tx, 'b.lot_id in (select lot_id from stock_hold where order_id = $1 and qty > 0)', [orderId]),
    );
  }

  /**
   * Gives back all an order still holds and wants: it was cancelled, closed short, or everything came. What was shipped stays called
   * off; the rest is asked of the agreement's schedule again.
   */
  async release(
    tx: Tx,
    orderId: string,
    shipped: readonly { readonly id: string; readonly dispatched: Quantity }[],
  ): Promise<void> {
    await asSystem(tx, async () => {
      const lots = await lockLots(tx, 'b.lot_id in (select lot_id from stock_hold where order_id = $1 and qty > 0)', [orderId]);
      const holds = await this.holdsOf(tx, orderId);
      await this.lower(tx, orderId, lots, holds);
      await tx.query(
        `update supply_promise p set open_qty = 0, qty = least(p.qty, sent.qty)
         from jsonb_to_recordset($2::jsonb) as sent(line_id uuid, qty numeric) where p.kind = 'ORDER' and p.source_id = $1 and p.line_id = sent.line_id`,
        [orderId, JSON.stringify(shipped.map(({ id, dispatched }) => ({ line_id: id, qty: dispatched })))],
      );
    });
  }

  /**
   * Gives back what lines hold above what they still have to deliver, and moves their day: both sides agreed on less or later.
   * What lies in the lots that expire last is given back first.
   */
  async lowerTo(
    tx: Tx,
    orderId: string,
    lines: readonly { readonly lineId: string; readonly confirmed: Quantity; readonly open: Quantity; readonly dueOn: string }[],
  ): Promise<void> {
    await asSystem(tx, async () => {
      const lots = await lockLots(tx, 'b.lot_id in (select lot_id from stock_hold where order_id = $1 and qty > 0)', [orderId]);
      const holds = await this.holdsOf(tx, orderId);
      const lastFirst = [...lots]
        .sort(byExpiry)
        .reverse()
        .map(({ id }) => id);
      const lowered = lines.flatMap(({ lineId, open }) => {
        const own = holds
          .filter((hold) => hold.lineId === lineId)
          .sort((a, b) => lastFirst.indexOf(a.lotId) - lastFirst.indexOf(b.lotId));
        let excess = Quantity.sum(own.map(({ qty }) => qty)).sub(open);
        return own.flatMap((hold): Hold[] => {
          const qty = Quantity.min(hold.qty, excess);
          if (!qty.isPositive) return [];
          excess = excess.sub(qty);
          return [{ ...hold, qty }];
        });
      });
      await this.lower(tx, orderId, lots, lowered);
      const now = JSON.stringify(
        lines.map(({ lineId, confirmed, open, dueOn }) => ({ line_id: lineId, qty: confirmed, open, due_on: dueOn })),
      );
      await tx.query(
        `update stock_hold h set due_on = n.due_on from jsonb_to_recordset($2::jsonb) as n(line_id uuid, due_on date)
         where h.order_id = $1 and h.order_line_id = n.line_id`,
        [orderId, now],
      );
      await tx.query(
        `update supply_promise p set qty = n.qty, open_qty = least(p.open_qty, n.open), due_on = n.due_on
         from jsonb_to_recordset($2::jsonb) as n(line_id uuid, qty numeric, open numeric, due_on date)
         where p.kind = 'ORDER' and p.source_id = $1 and p.line_id = n.line_id`,
        [orderId, now],
      );
    });
  }

  /** Takes goods out of lots; answers the lots of each shipment line of a product that keeps stock. */
  ship(
    tx: Tx,
    order: StockedOrder,
    shipmentId: string,
    arrives: string,
    lines: readonly ShippedLine[],
    lifeWaived: LifeWaived = () => false,
  ): Promise<Result<Map<string, ShippedLot[]>, Refusal>> {
    return asSystem(tx, async () => {
      const kept = await this.keptOf(tx, lines);
      const lots = await this.lockProducts(tx, [...kept]);
      const holds = await this.holdsOf(tx, order.id);
      const supply = kept.size ? await readSupply(tx, [...kept], tx.today) : new Map<string, ProductFacts>();
      const free = new Map(lots.map((lot) => [lot.id, freeStock(lot)]));
      const entries: NewStockEntry[] = [];
      const lowered: Hold[] = [];
      const taken = new Map<string, ShippedLot[]>();
      const refused: RowRefusal<ShipRefusal>[] = [];
      lines.forEach((line, row) => {
        if (!kept.has(line.productId)) return;
        const own = holds.filter(({ lineId }) => lineId === line.orderLineId);
        const heldOf = (lotId: string) => own.find((hold) => hold.lotId === lotId)?.qty ?? ZERO;
        const offers = lots
          .filter(({ productId }) => productId === line.productId)
          .map((lot): LotOffer => {
            const available = free.get(lot.id)!.add(heldOf(lot.id));
            return { ...lot, available, lifeWaived: lifeWaived(lot, line.orderLineId) };
          });
        const minDays = strictestMinDays(supply.get(line.productId)!.facts, line.agreedLifeBp);
        const trip = { leaves: tx.today, arrives, minDays };
        const picked = line.lots?.length ? chosenLots(offers, line, trip) : earliestLots(offers, line, trip);
        if (!picked.ok) return void refused.push({ row, field: 'lots', refusal: picked.refusal });
        taken.set(
          line.shipmentLineId,
          picked.value.map(({ lot, qty }) => {
            const onWaiver = lotBlock({ ...lot, lifeWaived: false }, trip) !== null;
            return { lotId: lot.id, code: lot.code, qty, onWaiver, expiresOn: lot.expiresOn, minDays };
          }),
        );
        let toRelease = Quantity.min(line.qty, Quantity.sum(own.map(({ qty }) => qty)));
        // Its own holds on the lots that leave go first, then those on lots left behind for them.
        const takenLots = new Set(picked.value.map(({ lot }) => lot.id));
        const leavingFirst = [...own].sort((a, b) => Number(takenLots.has(b.lotId)) - Number(takenLots.has(a.lotId)));
        for (const hold of leavingFirst) {
          const shippedHere = picked.value.find(({ lot }) => lot.id === hold.lotId)?.qty ?? null;
          const qty = Quantity.min(hold.qty, toRelease, shippedHere ?? toRelease);
          if (!qty.isPositive) continue;
          toRelease = toRelease.sub(qty);
          lowered.push({ ...hold, qty });
          free.set(hold.lotId, free.get(hold.lotId)!.add(qty));
        }
        for (const { lot, qty } of picked.value) {
          free.set(lot.id, free.get(lot.id)!.sub(qty));
          entries.push({
            lot,
            move: plainMove('SHIP', qty.negate(), ZERO),
            source: { type: 'SHIPMENT', id: shipmentId, lineId: line.shipmentLineId },
          });
        }
      });
      if (refused.length) return rowsRefused(refused);
      await this.lower(tx, order.id, lots, lowered);
      await writeStock(tx, entries);
      await tx.query(
        `update supply_promise p set open_qty = greatest(p.open_qty - sent.qty, 0)
         from jsonb_to_recordset($1::jsonb) as sent(line_id uuid, qty numeric) where p.kind = 'ORDER' and p.line_id = sent.line_id`,
        [JSON.stringify(lines.map(({ orderLineId, qty }) => ({ line_id: orderLineId, qty })))],
      );
      return accept(taken);
    });
  }

  /** Enters what a buyer turned away or sent back. The balances' locks are taken here, in id order. */
  async comeBack(tx: Tx, receiptId: string, goods: readonly CameBack[]): Promise<void> {
    if (goods.length === 0) return;
    await asSystem(tx, async () => {
      const lots = await lockLots(tx, 'b.lot_id = any($1)', [goods.map(({ lotId }) => lotId)]);
      await writeStock(
        tx,
        goods.flatMap(({ lotId, qty, lineId, lossReason, note }): NewStockEntry[] => {
          const lot = lots.find(({ id }) => id === lotId)!;
          const source = { type: 'RECEIPT' as const, id: receiptId, lineId };
          const back: NewStockEntry = { lot, move: plainMove('RETURN', qty, ZERO), source, note };
          if (lossReason === null) return [back];
          return [back, { lot, move: plainMove('LOSS', qty.negate(), ZERO), source, reasonCode: lossReason, note }];
        }),
      );
    });
  }

  /** Which lots a shipment would take, earliest expiry first, and why others stay; reads only. */
  suggest(
    tx: Tx,
    arrives: string,
    lines: readonly (LifeLine & { readonly qty: Quantity })[],
    lifeWaived: LifeWaived = () => false,
  ): Promise<LineLots[]> {
    return asSystem(tx, async () => {
      const kept = await this.keptOf(tx, lines);
      if (kept.size === 0) return [];
      const lots = await tx.query<LotRow & { held: Record<string, string> }>(
        `select l.id, l.org_id as "orgId", l.product_id as "productId", l.code, l.harvested_on as "harvestedOn", l.good_from as "goodFrom",
           l.expires_on as "expiresOn", b.on_hand as "onHand", b.reserved,
           coalesce((select json_object_agg(h.order_line_id, h.qty::text) from stock_hold h where h.lot_id = l.id and h.order_line_id = any($2)), '{}') as held
         from lot_balance b join stock_lot l on l.id = b.lot_id where b.product_id = any($1) and b.on_hand > 0 order by l.id`,
        [[...kept], lines.map(({ orderLineId }) => orderLineId)],
      );
      const supply = await readSupply(tx, [...kept], tx.today);
      return lines.flatMap((line) => {
        const product = supply.get(line.productId);
        if (!product || !kept.has(line.productId)) return [];
        const offers = lots
          .filter(({ productId }) => productId === line.productId)
          .map(({ held, ...lot }): LotOffer => {
            const balance = { onHand: quantity(lot.onHand), reserved: quantity(lot.reserved) };
            const available = freeStock(balance).add(quantity(held[line.orderLineId] ?? '0'));
            return { ...lot, ...balance, available, lifeWaived: lifeWaived(lot, line.orderLineId) };
          });
        const minDays = strictestMinDays(product.facts, line.agreedLifeBp);
        const trip = { leaves: tx.today, arrives, minDays, qty: line.qty };
        const found = suggestLots(offers, trip);
        const named = new Set([...found.picks, ...found.skipped].map(({ lot }) => lot.id));
        const others = offers.filter((lot) => lot.available.isPositive && !named.has(lot.id)).sort(byExpiry);
        return [{ orderLineId: line.orderLineId, ...found, others, minDays: trip.minDays }];
      });
    });
  }

  /** How long a lot of a product lives and how long it must when it arrives; null for a code the seller does not know. */
  lifeOf(tx: Tx, productId: string, lotCode: string, agreedLifeBp: number | null): Promise<LotLife | null> {
    return asSystem(tx, async () => {
      const [lot] = await tx.query<Omit<LotLife, 'minDays'>>(
        `select id as "lotId", code, good_from as "goodFrom", expires_on as "expiresOn" from stock_lot where product_id = $1 and code = $2`,
        [productId, lotCode.trim().toUpperCase()],
      );
      const supply = lot && (await readSupply(tx, [productId], tx.today)).get(productId);
      return lot && supply ? { ...lot, minDays: strictestMinDays(supply.facts, agreedLifeBp) } : null;
    });
  }

  /** Days of life that the rules ask for on arrival, by order line; 0 where any life will do. Of products kept by lots only. */
  minDays(tx: Tx, lines: readonly LifeLine[]): Promise<Map<string, number>> {
    return asSystem(tx, async () => {
      const kept = await this.keptOf(tx, lines);
      if (kept.size === 0) return new Map();
      const supply = await readSupply(tx, [...kept], tx.today);
      return new Map(
        lines.flatMap(({ orderLineId, productId, agreedLifeBp }) => {
          const facts = kept.has(productId) && supply.get(productId)?.facts;
          return facts ? [[orderLineId, strictestMinDays(facts, agreedLifeBp)] as const] : [];
        }),
      );
    });
  }

  private async keptOf(tx: Tx, lines: readonly { readonly productId: string }[]): Promise<Set<string>> {
    const ids = [...new Set(lines.map(({ productId }) => productId))];
    if (ids.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(
      'select id from product where id = any($1) and stock_kept order by id for share',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private lockProducts(tx: Tx, productIds: readonly string[]): Promise<LockedLot[]> {
    return productIds.length ? lockLots(tx, 'b.product_id = any($1) and b.on_hand > 0', [productIds]) : Promise.resolve([]);
  }

  private async holdsOf(tx: Tx, orderId: string): Promise<Hold[]> {
    const rows = await tx.query<{ lotId: string; lineId: string; qty: string }>(
      'select lot_id as "lotId", order_line_id as "lineId", qty from stock_hold where order_id = $1 and qty > 0 order by lot_id, order_line_id',
      [orderId],
    );
    return rows.map((row) => ({ ...row, qty: quantity(row.qty) }));
  }

  private async lower(tx: Tx, orderId: string, lots: readonly LockedLot[], holds: readonly Hold[]): Promise<void> {
    if (holds.length === 0) return;
    await writeStock(
      tx,
      holds.map(({ lotId, lineId, qty }) => ({
        lot: lots.find(({ id }) => id === lotId)!,
        move: plainMove('RELEASE', ZERO, qty.negate()),
        source: { type: 'ORDER', id: orderId, lineId },
      })),
    );
    await tx.query(
      `update stock_hold h set qty = h.qty - given.qty from jsonb_to_recordset($1::jsonb) as given(lot_id uuid, line_id uuid, qty numeric)
       where h.lot_id = given.lot_id and h.order_line_id = given.line_id`,
      [JSON.stringify(holds.map(({ lotId, lineId, qty }) => ({ lot_id: lotId, line_id: lineId, qty })))],
    );
  }
}

type LotRow = Omit<LockedLot, 'onHand' | 'reserved'> & { readonly onHand: string; readonly reserved: string };

/** What the order may take on that day, promises to others kept: the numbers the refusal tells. */
function numbersOn(product: ProductFacts, offers: readonly LotOffer[], on: string) {
  const facts = { ...product.facts, lots: offers.map((lot) => ({ ...lot, free: lot.available })) };
  return supplyWeeks(facts, [startOfWeek(on)])[0]!;
}

const sumOf = (offers: readonly LotOffer[], on: string, minDays: number): Quantity =>
  Quantity.sum(
    offers.filter((lot) => lotBlock(lot, { leaves: on, arrives: on, minDays }) === null).map(({ available }) => available),
  );

interface Trip {
  readonly leaves: string;
  readonly arrives: string;
  readonly minDays: number;
}

type Picked = Result<{ lot: LotOffer; qty: Quantity }[], ShipRefusal>;

function earliestLots(offers: readonly LotOffer[], line: ShippedLine, trip: Trip): Picked {
  const { picks, short } = suggestLots(offers, { ...trip, qty: line.qty });
  return short.isPositive
    ? { ok: false, refusal: { code: 'SHIP_STOCK_SHORT', covered: line.qty.sub(short), unit: line.baseUnit } }
    : accept([...picks]);
}

function chosenLots(offers: readonly LotOffer[], line: ShippedLine, trip: Trip): Picked {
  const unit = line.baseUnit;
  const wanted = new Map<string, Quantity>();
  for (const { code, qty } of line.lots!) wanted.set(code.toUpperCase(), (wanted.get(code.toUpperCase()) ?? ZERO).add(qty));
  const picks: { lot: LotOffer; qty: Quantity }[] = [];
  for (const [lotCode, qty] of wanted) {
    const lot = offers.find(({ code }) => code === lotCode);
    if (!lot) return { ok: false, refusal: { code: 'LOT_UNKNOWN', lotCode } };
    const reason = lotBlock(lot, trip);
    if (reason) return { ok: false, refusal: { code: 'LOT_NOT_USABLE', lotCode, reason, minDays: trip.minDays } };
    if (qty.compare(lot.available) > 0) return { ok: false, refusal: { code: 'LOT_SHORT', lotCode, free: lot.available, unit } };
    if (qty.isPositive) picks.push({ lot, qty });
  }
  const sum = Quantity.sum(picks.map(({ qty }) => qty));
  return sum.equals(line.qty) ? accept(picks) : { ok: false, refusal: { code: 'LOTS_DO_NOT_ADD_UP', sum, qty: line.qty, unit } };
}
