import { Injectable } from '@nestjs/common';
import {
  accept,
  adjustStock,
  LOSS_REASONS,
  type LossReason,
  moveStock,
  Quantity,
  quantity,
  refuse,
  type Refusal,
  type Result,
  reverseStock,
  slugify,
  type StockKind,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import { LotBalance } from './lot-balance.entity.js';
import { LOT_CODE, type LotDates, lotDates, traceCode } from './lot-sheet.js';
import { LotStage } from './lot-stage.entity.js';
import { plainMove, type LockedLot, lockLots, writeStock } from './stock-rows.js';
import type { SupplyRefusal } from './supply.messages.js';

export interface HarvestRecord {
  readonly clientKey: string;
  readonly productId: string;
  readonly qty: string;
  readonly harvestedOn: string;
  readonly origin?: 'HARVEST' | 'RECEIVE' | null;
  readonly gradeId?: string | null;
  readonly locationId?: string | null;
  readonly code?: string | null;
  readonly goodFrom?: string | null;
  readonly expiresOn?: string | null;
  readonly note?: string | null;
  /** Turns stock-keeping on with the first lot. */
  readonly keepStock?: boolean | null;
}

export interface LossRecord {
  readonly clientKey: string;
  readonly lotId: string;
  readonly qty: string;
  readonly reason: LossReason;
  readonly note?: string | null;
}

export interface StockCount {
  readonly clientKey: string;
  readonly lotId: string;
  readonly counted: string;
  readonly note: string;
}

export interface StageRecord {
  readonly clientKey: string;
  readonly lotId: string;
  readonly stage: string;
  readonly place: string;
  readonly on: string;
}

interface Product {
  readonly id: string;
  readonly orgId: string;
  readonly nameVi: string;
  readonly stockKept: boolean;
  readonly status: string;
  readonly shelfLifeDays: number | null;
  readonly isDemo: boolean;
}

const NOTE_MAX = 2000;
const ZERO = Quantity.ZERO;

/** What people write into a lot's books by hand. Holds and shipments come from orders, through `StockBook`. */
@Injectable()
export class LotService {
  constructor(private readonly uow: UnitOfWork) {}

  /** A harvest or another arrival: makes a lot with its first ledger row. */
  record(actor: Actor, input: HarvestRecord): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'harvestRecord', clientKey: input.clientKey, input }, async (tx) => {
      const product = await ownProduct(tx, actor, input.productId);
      if (product.status === 'ARCHIVED') return refuse<SupplyRefusal>({ code: 'PRODUCT_ARCHIVED' });
      if (!product.stockKept && !input.keepStock) return refuse<SupplyRefusal>({ code: 'STOCK_NOT_KEPT' });
      const dates = lotDates(input, product.shelfLifeDays, tx.today);
      if (!dates.ok) return dates;
      const qty = quantity(input.qty);
      const origin = input.origin ?? 'HARVEST';
      const moved = moveStock({ onHand: ZERO, reserved: ZERO }, origin, qty);
      if (!moved.ok) return moved;
      const note = noteOf(input.note);
      if (!note.ok) return note;
      await this.checkPlaces(tx, actor, product, input);
      if (!product.stockKept) await tx.query('update product set stock_kept = true where id = $1', [product.id]);
      const code = await this.insertLot(tx, product, input, { ...dates.value, origin, note: note.value });
      if (!code.ok) return code;
      await tx.insert(LotBalance, { lotId: code.value.id, orgId: product.orgId, productId: product.id });
      await writeStock(tx, [
        { lot: { id: code.value.id, orgId: product.orgId }, move: moved.value, source: { type: 'LOT', id: code.value.id } },
      ]);
      await tx.audit('supply.harvest', 'stock_lot', code.value.id, { code: code.value.code, qty: input.qty, origin });
      return accept(code.value.id);
    });
  }

  /** Goods spoiled, shrunk or given away: with the reason. */
  lose(actor: Actor, input: LossRecord): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'stockLoss', clientKey: input.clientKey, input }, async (tx) => {
      const lot = await lockOwnLot(tx, actor, input.lotId);
      const note = noteOf(input.note);
      if (!note.ok) return note;
      if (!LOSS_REASONS.includes(input.reason) || (input.reason === 'OTHER' && !note.value))
        return refuse<SupplyRefusal>({ code: 'REASON_NOTE_MISSING' });
      const moved = moveStock(lot, 'LOSS', quantity(input.qty));
      if (!moved.ok) return moved;
      await writeStock(tx, [
        { lot, move: moved.value, source: { type: 'LOT', id: lot.id }, reasonCode: input.reason, note: note.value },
      ]);
      await tx.audit('supply.loss', 'stock_lot', lot.id, { qty: input.qty, reason: input.reason });
      return accept(lot.id);
    });
  }

  /** The shelf was counted: the books follow it, and say why. */
  count(actor: Actor, input: StockCount): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'stockCount', clientKey: input.clientKey, input }, async (tx) => {
      const lot = await lockOwnLot(tx, actor, input.lotId);
      const note = noteOf(input.note);
      if (!note.ok) return note;
      if (!note.value) return refuse<SupplyRefusal>({ code: 'REASON_NOTE_MISSING' });
      const moved = adjustStock(lot, quantity(input.counted));
      if (!moved.ok) return moved;
      await writeStock(tx, [{ lot, move: moved.value, source: { type: 'LOT', id: lot.id }, note: note.value }]);
      await tx.audit('supply.count', 'stock_lot', lot.id, { counted: input.counted });
      return accept(lot.id);
    });
  }

  /** Undoes one handwritten row by a row of the opposite sign. */
  undo(actor: Actor, input: { readonly clientKey: string; readonly entryId: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'stockUndo', clientKey: input.clientKey, input }, async (tx) => {
      const { lotId } = await tx.one<{ lotId: string }>(
        'select lot_id as "lotId" from stock_entry where id = $1 and org_id = $2',
        [idOf(input.entryId), actor.orgId],
      );
      const lot = await lockOwnLot(tx, actor, lotId);
      const entry = await tx.one<{ id: string; kind: StockKind; onHand: string; reserved: string; isReversed: boolean }>(
        `select id, kind, on_hand_delta as "onHand", reserved_delta as reserved,
           exists (select 1 from stock_entry r where r.reverses_id = e.id) as "isReversed"
         from stock_entry e where id = $1`,
        [input.entryId],
      );
      const original = plainMove(entry.kind, quantity(entry.onHand), quantity(entry.reserved));
      const moved = reverseStock(lot, original, entry.isReversed);
      if (!moved.ok) return moved;
      await writeStock(tx, [{ lot, move: moved.value, source: { type: 'LOT', id: lot.id }, reversesId: entry.id }]);
      await tx.audit('supply.undo', 'stock_lot', lot.id, { entryId: entry.id, kind: entry.kind });
      return accept(lot.id);
    });
  }

  /** A step on the lot's way, for its public page. */
  addStage(actor: Actor, input: StageRecord): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'lotStageAdd', clientKey: input.clientKey, input }, async (tx) => {
      const lot = await lockOwnLot(tx, actor, input.lotId);
      const place = tidyLine(input.place);
      if (!place || place.length > 200) return refuse<SupplyRefusal>({ code: 'PLACE_MISSING' });
      if (input.on > tx.today) return refuse<SupplyRefusal>({ code: 'STAGE_DATE_NOT_VALID' });
      await tx.insert(LotStage, {
        id: newId(),
        orgId: lot.orgId,
        lotId: lot.id,
        stage: input.stage,
        place,
        onDay: input.on,
        recordedAt: tx.now,
        recordedBy: actor.userId,
      });
      await tx.audit('supply.stage', 'stock_lot', lot.id, { stage: input.stage });
      return accept(lot.id);
    });
  }

  /** NOT_FOUND for a grade of another product or a place of another cooperative. */
  private async checkPlaces(tx: Tx, actor: Actor, product: Product, input: HarvestRecord): Promise<void> {
    if (input.gradeId) await tx.one('select id from grade where id = $1 and product_id = $2', [idOf(input.gradeId), product.id]);
    if (input.locationId)
      await tx.one('select id from location where id = $1 and org_id = $2', [idOf(input.locationId), actor.orgId]);
  }

  /** Under the code asked for, or the next free one of the day: "QVBS-261123-2". */
  private async insertLot(
    tx: Tx,
    product: Product,
    input: HarvestRecord,
    columns: LotDates & { origin: string; note: string | null },
  ): Promise<Result<{ id: string; code: string }, SupplyRefusal>> {
    const asked = tidyLine(input.code)?.toUpperCase() ?? null;
    if (asked && !LOT_CODE.test(asked)) return refuse({ code: 'LOT_CODE_NOT_VALID' });
    const letters = slugify(product.nameVi)
      .split('-')
      .map((word) => word.charAt(0))
      .join('')
      .slice(0, 4)
      .toUpperCase();
    const stem = `${letters}-${columns.harvestedOn.slice(2).replaceAll('-', '')}`;
    for (let n = 1; n <= (asked ? 1 : 1000); n += 1) {
      const code = asked ?? `${stem}-${n}`;
      const id = newId();
      const made = await tx.change<{ id: string }>(
        `insert into stock_lot (id, org_id, product_id, grade_id, location_id, code, trace_code, origin, harvested_on, good_from, expires_on, initial_qty, note, is_demo)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (org_id, code) do nothing returning id`,
        [
          id,
          product.orgId,
          product.id,
          input.gradeId ?? null,
          input.locationId ?? null,
          code,
          traceCode(),
          columns.origin,
          columns.harvestedOn,
          columns.goodFrom,
          columns.expiresOn,
          input.qty,
          columns.note,
          product.isDemo,
        ],
      );
      if (made.length) return accept({ id, code });
    }
    return refuse({ code: 'LOT_CODE_TAKEN', lotCode: asked ?? stem });
  }
}

function noteOf(text: string | null | undefined): Result<string | null, SupplyRefusal> {
  const note = tidyText(text);
  return (note?.length ?? 0) > NOTE_MAX ? refuse({ code: 'NOTE_TOO_LONG', max: NOTE_MAX }) : accept(note);
}

/** The actor's own product, locked; NOT_FOUND for another's. */
export async function ownProduct(tx: Tx, actor: Actor, productId: string): Promise<Product> {
  const product = await tx.one<Product>(
    `select id, org_id as "orgId", name_vi as "nameVi", stock_kept as "stockKept", status, shelf_life_days as "shelfLifeDays", is_demo as "isDemo"
     from product where id = $1 and org_id = $2 for update`,
    [idOf(productId), actor.orgId],
  );
  assertMay(actor, 'supply.record', { ownerOrgId: product.orgId });
  return product;
}

async function lockOwnLot(tx: Tx, actor: Actor, lotId: string): Promise<LockedLot> {
  const id = idOf(lotId);
  await tx.one('select id from stock_lot where id = $1 and org_id = $2', [id, actor.orgId]);
  assertMay(actor, 'supply.record', { ownerOrgId: actor.orgId });
  const [lot] = await lockLots(tx, 'b.lot_id = $1', [id]);
  return lot!;
}
