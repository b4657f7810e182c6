import { Injectable } from '@nestjs/common';
import {
  accept,
  accountedQty,
  deliveryProgress,
  dispatchableQty,
  lineAmount,
  nextState,
  ORDER_TRANSITIONS,
  type OrderState,
  Quantity,
  refuse,
  type Result,
  toleranceOf,
} from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { CommitmentLedger } from '../agreements/index.js';
import { StockBook } from '../catalog/index.js';
import { ledgerLines, type LockedLine, type LockedOrder, lockOrder, moveOrder } from './locked-order.js';
import type { OrderRefusal } from './order.messages.js';
import { PurchaseOrder } from './purchase-order.entity.js';
import { tradeRules } from './trade-rules.js';

export interface ReceivedLine {
  readonly orderLineId: string;
  readonly accepted: Quantity;
  readonly rejected: Quantity;
  readonly missing: Quantity;
}

/** What later modules may do to an order: only through its lock and its state machine. */
@Injectable()
export class OrderBook {
  constructor(
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
  ) {}

  /** The order with its lines, locked until the transaction ends. NOT_FOUND for others than the parties. */
  forShipment(tx: Tx, orderId: string): Promise<LockedOrder> {
    return lockOrder(tx, orderId);
  }

  /** Whether goods may leave for this order now. */
  mayDispatch(order: LockedOrder): Result<OrderState, OrderRefusal> {
    return moveOrder(order, 'dispatch', 'dispatch');
  }

  /** Adds what left; goods of several lots come as several rows of one line. */
  async recordDispatched(tx: Tx, order: LockedOrder, lines: readonly { orderLineId: string; qty: Quantity }[]): Promise<void> {
    const status = must(nextState(ORDER_TRANSITIONS, order.status, 'dispatch'));
    await tx.query(
      `update order_line set dispatched_qty = dispatched_qty + sent.qty
       from (select id, sum(qty) as qty from jsonb_to_recordset($2::jsonb) as row(id uuid, qty numeric) group by id) as sent
       where order_line.id = sent.id and order_line.order_id = $1`,
      [order.id, JSON.stringify(lines.map(({ orderLineId, qty }) => ({ id: orderLineId, qty: qty.toDecimalString() })))],
    );
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, { status, openShipments: order.openShipments + 1 });
  }

  /** Adds one receipt's counts, of goods that came on `arrivedOn`; the order is RECEIVED once nothing is on the road and every line is accounted for. */
  async recordReceived(
    tx: Tx,
    order: LockedOrder,
    received: readonly ReceivedLine[],
    arrivedOn: string = tx.today,
  ): Promise<void> {
    const counts = new Map<string, ReceivedLine[]>();
    for (const line of received) counts.set(line.orderLineId, [...(counts.get(line.orderLineId) ?? []), line]);
    const lines = order.lines.map((line): LockedLine => {
      const add = (key: 'accepted' | 'rejected' | 'missing') =>
        line[key].add(Quantity.sum((counts.get(line.id) ?? []).map((count) => count[key])));
      return { ...line, accepted: add('accepted'), rejected: add('rejected'), missing: add('missing') };
    });
    await tx.query(
      `update order_line set accepted_qty = now.accepted, rejected_qty = now.rejected, missing_qty = now.missing, arrived_on = $3
       from jsonb_to_recordset($2::jsonb) as now(id uuid, accepted numeric, rejected numeric, missing numeric)
       where order_line.id = now.id and order_line.order_id = $1`,
      [
        order.id,
        JSON.stringify(
          lines
            .filter(({ id }) => counts.has(id))
            .map(({ id, accepted, rejected, missing }) => ({ id, accepted, rejected, missing })),
        ),
        arrivedOn,
      ],
    );
    const openShipments = Math.max(0, order.openShipments - 1);
    const complete = openShipments === 0 && (await this.isComplete(tx, lines));
    const acceptedTotal = lines.reduce((sum, line) => sum + lineAmount(line.accepted, line.unitPrice), 0n);
    const reached = must(nextState(ORDER_TRANSITIONS, order.status, complete ? 'receiveAll' : 'receivePart'));
    // Where nothing was accepted nothing will ever be due, and nobody would close the order.
    const isEmpty = complete && acceptedTotal === 0n;
    const status = isEmpty ? must(nextState(ORDER_TRANSITIONS, reached, 'close')) : reached;
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, { status, openShipments, acceptedTotal });
    // What the tolerance forgives will never leave: the contract gets it back.
    if (complete) {
      await this.stock.release(tx, order.id, order.lines);
      await this.ledger.release(tx, ledgerLines(order, 'ORDER_CLOSE', dispatchableQty));
    }
    if (isEmpty) await tx.audit('order.close-empty', 'order', order.id);
  }

  /** Takes one receipt's counts back: its goods wait to be counted again. Refuses an order that was closed short: its rest is gone. */
  async recordVoided(tx: Tx, order: LockedOrder, voided: readonly ReceivedLine[]): Promise<Result<null, OrderRefusal>> {
    const ended = await tx.one<{ closeReason: string | null }>(
      'select close_reason as "closeReason" from purchase_order where id = $1',
      [order.id],
    );
    if (order.status === 'CLOSED' && ended.closeReason !== null) return refuse({ code: 'ORDER_NOT_OPEN', action: 'receiptVoid' });
    const sum = (lineId: string, key: 'accepted' | 'rejected' | 'missing') =>
      Quantity.sum(voided.filter(({ orderLineId }) => orderLineId === lineId).map((line) => line[key]));
    const lines = order.lines.map((line): LockedLine => ({
      ...line,
      accepted: line.accepted.sub(sum(line.id, 'accepted')),
      rejected: line.rejected.sub(sum(line.id, 'rejected')),
      missing: line.missing.sub(sum(line.id, 'missing')),
    }));
    await tx.query(
      `update order_line set accepted_qty = now.accepted, rejected_qty = now.rejected, missing_qty = now.missing
       from jsonb_to_recordset($2::jsonb) as now(id uuid, accepted numeric, rejected numeric, missing numeric)
       where order_line.id = now.id and order_line.order_id = $1`,
      [order.id, JSON.stringify(lines.map(({ id, accepted, rejected, missing }) => ({ id, accepted, rejected, missing })))],
    );
    const someLeft = lines.some((line) => accountedQty(line).isPositive);
    const acceptedTotal = lines.reduce((total, line) => total + lineAmount(line.accepted, line.unitPrice), 0n);
    const status = must(nextState(ORDER_TRANSITIONS, order.status, someLeft ? 'voidPart' : 'voidAll'));
    // What the tolerance forgave when the order ended is asked of the contract again.
    if (order.status === 'RECEIVED' || order.status === 'CLOSED')
      await this.ledger.reverse(tx, { type: 'ORDER_CLOSE', id: order.id });
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, {
      status,
      openShipments: order.openShipments + 1,
      acceptedTotal,
    });
    return accept(null);
  }

  /** Closes an order that was received whole, once later modules find nothing left to do; any other order stays as it is. */
  async closeReceived(tx: Tx, orderId: string): Promise<void> {
    const order = await lockOrder(tx, orderId);
    const closed = nextState(ORDER_TRANSITIONS, order.status, 'close');
    if (!closed.ok) return;
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, { status: closed.value });
    await tx.audit('order.close', 'order', order.id);
  }

  /** Goods sold by weight may end within their tolerance; counted goods must be counted out. */
  private async isComplete(tx: Tx, lines: readonly LockedLine[]): Promise<boolean> {
    const { toleranceBpByUnit } = await tradeRules(tx);
    const due = lines.filter((line) => line.confirmed.isPositive);
    return (
      due.length > 0 &&
      due.every((line) => deliveryProgress([line], toleranceOf(line, toleranceBpByUnit[line.baseUnit] ?? 0)) === 'COMPLETE')
    );
  }
}

function must<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`The order's state machine refused a checked step: ${result.refusal.code}`);
  return result.value;
}
