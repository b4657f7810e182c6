import { Injectable } from '@nestjs/common';
import { accept, LOSS_REASONS, type LossReason, Quantity, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { StockBook } from '../../catalog/index.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import type { ShipmentRefusal } from '../shipment.messages.js';
import type { GoodsSettleCommand } from '../shipment.view.js';
import { GoodsFate } from './goods-fate.entity.js';

/** Goods of one receipt that went back to the seller and whose fate is not decided whole. */
interface BackGoods {
  readonly type: 'REJECTED' | 'RETURNED';
  readonly id: string;
  readonly lotId: string | null;
  readonly baseUnit: string;
  readonly open: string;
}

/** What a receipt turned away, and what its claims sent back, less what was decided already. */
export const BACK_GOODS_SQL = `
  select back.type, back.id, back.receipt_id, back.line_id, back.lot_id, back.base_unit, back.description, back.lot_code, back.qty,
    back.qty - coalesce((select sum(f.qty) from goods_fate f where f.source_type = back.type and f.source_id = back.id), 0) as open
  from (
    select 'REJECTED' as type, g.id, g.receipt_id, g.id as line_id, l.lot_id, l.lot_code, ol.base_unit, ol.description, g.rejected_qty as qty
    from goods_receipt_line g join shipment_line l on l.id = g.shipment_line_id join order_line ol on ol.id = g.order_line_id
    where g.rejected_qty > 0
    union all
    select 'RETURNED', s.id, s.receipt_id, s.receipt_line_id, l.lot_id, l.lot_code, ol.base_unit, ol.description, s.qty
    from claim_settlement s join goods_receipt_line g on g.id = s.receipt_line_id join shipment_line l on l.id = g.shipment_line_id
    join order_line ol on ol.id = s.order_line_id where s.outcome = 'RETURN' and s.qty > 0) back`;

/** The seller decides what becomes of goods that came back: into stock by ledger rows, or written off with a reason. */
@Injectable()
export class GoodsFateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly stock: StockBook,
  ) {}

  /** Answers with the shipment's id. */
  settle(actor: Actor, input: GoodsSettleCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'goodsSettle', clientKey: input.clientKey, input }, async (tx) => {
      const receipt = await tx.one<{
        id: string;
        shipmentId: string;
        orderId: string;
        sellerOrgId: string;
        buyerOrgId: string;
        status: string;
      }>(
        `select id, shipment_id as "shipmentId", order_id as "orderId", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", status
         from goods_receipt where id = $1 for update`,
        [idOf(input.receiptId)],
      );
      assertMay(actor, 'goods.settle', receipt);
      if (receipt.status === 'VOIDED') return refuse<ShipmentRefusal>({ code: 'RECEIPT_VOIDED' });
      const goods = await tx.query<BackGoods>(
        `select type, id, lot_id as "lotId", base_unit as "baseUnit", open from (${BACK_GOODS_SQL}) g where g.receipt_id = $1`,
        [receipt.id],
      );
      const decided = decide(goods, input.goods);
      if (!decided.ok) return decided;
      const { sellerOrgId, buyerOrgId } = receipt;
      const fates = decided.value.flatMap(({ back, restock, writeOff, reason, note }) =>
        [
          { fate: 'RESTOCK', qty: restock, reasonCode: null },
          { fate: 'WRITE_OFF', qty: writeOff, reasonCode: reason },
        ].flatMap(({ fate, qty, reasonCode }) => (qty.isPositive ? [{ back, fate, qty, reasonCode, note }] : [])),
      );
      if (fates.length === 0) return refuse<ShipmentRefusal>({ code: 'FATE_MISSING' });
      await tx.insert(
        GoodsFate,
        fates.map(({ back, fate, qty, reasonCode, note }) => ({
          id: newId(),
          sourceType: back.type,
          sourceId: back.id,
          receiptId: receipt.id,
          sellerOrgId,
          buyerOrgId,
          lotId: back.lotId,
          fate,
          qty: qty.toDecimalString(),
          reasonCode,
          note,
          at: tx.now,
          byUser: actor.userId,
        })),
      );
      await this.stock.comeBack(
        tx,
        receipt.id,
        fates.flatMap(({ back, qty, reasonCode, note }) =>
          back.lotId ? [{ lotId: back.lotId, qty, lineId: back.id, lossReason: reasonCode, note }] : [],
        ),
      );
      await tx.audit('goods.settle', 'order', receipt.orderId, { receiptId: receipt.id, rows: fates.length });
      return accept(receipt.shipmentId);
    });
  }
}

interface Decided {
  readonly back: BackGoods;
  readonly restock: Quantity;
  readonly writeOff: Quantity;
  readonly reason: LossReason | null;
  readonly note: string | null;
}

function decide(goods: readonly BackGoods[], asked: GoodsSettleCommand['goods']): Result<Decided[], Refusal> {
  const refused: RowRefusal<ShipmentRefusal>[] = [];
  const seen = new Set<string>();
  const decided: Decided[] = [];
  asked.forEach((row, index) => {
    const refuseRow = (field: string, refusal: ShipmentRefusal) => refused.push({ row: index, field, refusal });
    const back = goods.find(({ id }) => id === row.sourceId.toLowerCase());
    if (!back) return void refuseRow('sourceId', { code: 'LINE_UNKNOWN' });
    if (seen.has(back.id)) return void refuseRow('sourceId', { code: 'LINE_TWICE' });
    seen.add(back.id);
    const [restock, writeOff, open] = [quantity(row.restock), quantity(row.writeOff), quantity(back.open)];
    if (restock.isNegative || writeOff.isNegative) return void refuseRow('restock', { code: 'RECEIPT_NEGATIVE' });
    if (restock.add(writeOff).compare(open) > 0)
      return void refuseRow('restock', { code: 'FATE_OVER', open, unit: back.baseUnit });
    const note = trimmed(row.note);
    if (tooLong(note, NOTE_MAX)) return void refuseRow('note', { code: 'TEXT_TOO_LONG', field: 'note', max: NOTE_MAX });
    const reason = LOSS_REASONS.find((known) => known === row.lossReason) ?? null;
    if (writeOff.isPositive && !reason) return void refuseRow('lossReason', { code: 'LOSS_REASON_MISSING' });
    decided.push({ back, restock, writeOff, reason, note });
  });
  return refused.length ? rowsRefused(refused) : accept(decided);
}
