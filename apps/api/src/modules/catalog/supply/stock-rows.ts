import { quantity, type Quantity, type StockBalance, type StockKind, type StockMove } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { StockEntry } from './stock-entry.entity.js';

/** A lot whose balance row this transaction holds. */
export interface LockedLot extends StockBalance {
  readonly id: string;
  readonly orgId: string;
  readonly productId: string;
  readonly code: string;
  readonly harvestedOn: string;
  readonly goodFrom: string | null;
  readonly expiresOn: string | null;
}

export interface NewStockEntry {
  readonly lot: Pick<LockedLot, 'id' | 'orgId'>;
  readonly move: StockMove;
  readonly source: {
    readonly type: 'LOT' | 'ORDER' | 'SHIPMENT' | 'RECEIPT' | 'IMPORT';
    readonly id: string;
    readonly lineId?: string | null;
  };
  readonly reasonCode?: string | null;
  readonly note?: string | null;
  readonly reversesId?: string | null;
}

/** Locks balances in id order, so that parallel acts on the same lots queue up and never deadlock. */
export async function lockLots(tx: Tx, where: string, values: readonly unknown[]): Promise<LockedLot[]> {
  const rows = await tx.query<Omit<LockedLot, 'onHand' | 'reserved'> & { onHand: string; reserved: string }>(
    `select l.id, l.org_id as "orgId", l.product_id as "productId", l.code, l.harvested_on as "harvestedOn", l.good_from as "goodFrom",
       l.expires_on as "expiresOn", b.on_hand as "onHand", b.reserved
     from lot_balance b join stock_lot l on l.id = b.lot_id where ${where} order by b.lot_id for update of b`,
    values,
  );
  return rows.map((row) => ({ ...row, onHand: quantity(row.onHand), reserved: quantity(row.reserved) }));
}

/** Appends rows and adds them to the balances, two statements whatever their number; the caller holds the balances' locks. */
export async function writeStock(tx: Tx, entries: readonly NewStockEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(
    StockEntry,
    entries.map(({ lot, move, source, reasonCode, note, reversesId }) => ({
      id: newId(),
      orgId: lot.orgId,
      lotId: lot.id,
      kind: move.kind,
      onHandDelta: move.onHand.toDecimalString(),
      reservedDelta: move.reserved.toDecimalString(),
      sourceType: source.type,
      sourceId: source.id,
      sourceLineId: source.lineId ?? null,
      reasonCode: reasonCode ?? null,
      note: note ?? null,
      at: tx.now,
      recordedBy: tx.actor && tx.actor.orgKind !== 'SYSTEM' ? tx.actor.userId : null,
      reversesId: reversesId ?? null,
    })),
  );
  await tx.query(
    `update lot_balance b set on_hand = b.on_hand + moved.on_hand, reserved = b.reserved + moved.reserved
     from (select lot_id, sum(on_hand) as on_hand, sum(reserved) as reserved
       from jsonb_to_recordset($1::jsonb) as r(lot_id uuid, on_hand numeric, reserved numeric) group by lot_id) moved
     where b.lot_id = moved.lot_id`,
    [JSON.stringify(entries.map(({ lot, move }) => ({ lot_id: lot.id, on_hand: move.onHand, reserved: move.reserved })))],
  );
}

export const plainMove = (kind: StockKind, onHand: Quantity, reserved: Quantity): StockMove => ({ kind, onHand, reserved });
