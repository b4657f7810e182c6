import { Injectable } from '@nestjs/common';
import { accept, dispatchableQty, mayCancelAlone, type OrderAction, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { CommitmentLedger } from '../agreements/index.js';
import { StockBook } from '../catalog/index.js';
import { type LockedLine, type LockedOrder, ledgerLines, lockOrder, moveOrder } from './locked-order.js';
import type { OrderActionCommand } from './order.view.js';
import type { OrderRefusal } from './order.messages.js';
import { ORDER_NOTICES, type OrderNotice, tellOrder } from './order.notices.js';
import { PoolFlow } from './pool/pool-flow.js';
import { PurchaseOrder } from './purchase-order.entity.js';
import { NOTE_MAX, tooLong, trimmed } from './text-field.js';

interface Closing {
  readonly operation: 'orderCancel' | 'orderShortClose';
  readonly action: Extract<OrderAction, 'cancel' | 'shortClose'>;
  readonly audit: string;
  readonly notice: OrderNotice;
  readonly needsReason: (order: LockedOrder) => boolean;
  /** What goes back to the contract. */
  readonly released: (order: LockedOrder) => (line: LockedLine) => LockedLine['ordered'];
}

const CANCEL: Closing = {
  operation: 'orderCancel',
  action: 'cancel',
  audit: 'order.cancel',
  notice: ORDER_NOTICES.cancelled,
  // Nobody relied yet on an order that was not answered.
  needsReason: (order) => order.status === 'CONFIRMED',
  released: (order) => (line) => (order.status === 'PLACED' ? line.ordered : line.confirmed),
};

const SHORT_CLOSE: Closing = {
  operation: 'orderShortClose',
  action: 'shortClose',
  audit: 'order.short-close',
  notice: ORDER_NOTICES.shortClosed,
  needsReason: () => true,
  released: () => dispatchableQty,
};

/** How an order ends before everything came. Both are the buyer's; both give the rest back to the contract. */
@Injectable()
export class OrderClosingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
    private readonly flow: PoolFlow,
  ) {}

  cancel(actor: Actor, input: OrderActionCommand): Promise<Result<string, Refusal>> {
    return this.close(actor, input, CANCEL);
  }

  shortClose(actor: Actor, input: OrderActionCommand): Promise<Result<string, Refusal>> {
    return this.close(actor, input, SHORT_CLOSE);
  }

  private close(actor: Actor, input: OrderActionCommand, closing: Closing): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: closing.operation, clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.cancel', order);
      if (order.version !== input.version) return versionConflict(order.version);
      const moved = moveOrder(order, closing.action, closing.action);
      if (!moved.ok) return moved;
      const reason = trimmed(input.reason);
      if (tooLong(reason, NOTE_MAX)) return refuse<OrderRefusal>({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
      if (!reason && closing.needsReason(order)) return refuse<OrderRefusal>({ code: 'REASON_MISSING' });
      if (closing.action === 'cancel' && !mayCancelAlone(order.status, order.cutoffAt, tx.now)) {
        return refuse<OrderRefusal>({ code: 'CANCEL_NEEDS_CONSENT', at: order.cutoffAt! });
      }
      if (order.openShipments > 0) return refuse<OrderRefusal>({ code: 'GOODS_ON_THE_ROAD', shipments: order.openShipments });
      await tx.updateVersioned(PurchaseOrder, order.id, order.version, { status: moved.value, closeReason: reason });
      // A proposal about an order that has ended waits for nobody.
      await tx.query(
        `update order_change set status = 'WITHDRAWN', decided_by = $2, decided_at = $3 where order_id = $1 and status = 'PROPOSED'`,
        [order.id, actor.userId, tx.now],
      );
      await this.stock.release(tx, order.id, order.lines);
      await this.ledger.release(tx, ledgerLines(order, 'ORDER_CLOSE', closing.released(order)));
      await this.flow.answered(tx, order, []);
      await tx.audit(closing.audit, 'order', order.id, reason ? { reason } : {});
      await tellOrder(tx, closing.notice, order);
      return accept(order.id);
    });
  }
}
