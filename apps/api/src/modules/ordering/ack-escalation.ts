import { Injectable } from '@nestjs/common';
import { isAckOverdue, type OrderState } from '@lienket/domain';
import { SYSTEM } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DailyAt, JobHandler } from '../../platform/jobs/job-handler.js';
import { sendNotice } from '../../platform/notices/index.js';
import { ACK_OVERDUE_TO_ALLIANCE, ORDER_NOTICES, tellOrder } from './order.notices.js';

export const ACK_DUE = 'ordering.ack-due';

interface WaitingOrder {
  readonly id: string;
  readonly number: string;
  readonly status: OrderState;
  readonly ackDueAt: Date;
  readonly ackAlertedAt: Date | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

/** An order nobody answered by its deadline: both sides and the Alliance's officers hear of it, once. */
@Injectable()
export class AckEscalation {
  constructor(private readonly uow: UnitOfWork) {}

  @JobHandler(ACK_DUE)
  async onDue({ orderId }: { orderId: string }): Promise<void> {
    await this.uow.run(SYSTEM, (tx) => this.alert(tx, orderId));
  }

  /** What a lost job left behind. */
  @JobHandler('ordering.ack-sweep')
  @DailyAt('07:30')
  async sweep(): Promise<void> {
    const waiting = await this.uow.read(SYSTEM, (tx) =>
      tx.query<{ id: string }>(
        `select id from purchase_order where status = 'PLACED' and ack_alerted_at is null and ack_due_at < $1 order by id`,
        [tx.now],
      ),
    );
    for (const { id } of waiting) await this.uow.run(SYSTEM, (tx) => this.alert(tx, id));
  }

  private async alert(tx: Tx, orderId: string): Promise<void> {
    const order = await tx.one<WaitingOrder>(
      `select id, number, status, ack_due_at as "ackDueAt", ack_alerted_at as "ackAlertedAt", seller_org_id as "sellerOrgId",
         buyer_org_id as "buyerOrgId" from purchase_order where id = $1 for update`,
      [orderId],
    );
    if (order.ackAlertedAt || !isAckOverdue({ state: order.status, ackDueAt: order.ackDueAt }, tx.now)) return;
    // The order itself does not change, so whoever is editing it keeps his version.
    await tx.query('update purchase_order set ack_alerted_at = $2 where id = $1', [order.id, tx.now]);
    await tx.audit('order.ack-overdue', 'order', order.id);
    await tellOrder(tx, ORDER_NOTICES.ackOverdueSeller, order);
    await tellOrder(tx, ORDER_NOTICES.ackOverdueBuyer, order);
    const officers = await tx.query<{ id: string }>(
      `select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE' order by id`,
    );
    for (const { id } of officers) {
      const facts = { orderId: order.id, number: order.number };
      await sendNotice(tx, ACK_OVERDUE_TO_ALLIANCE, { orgId: id, facts, key: order.id, fromOrgId: order.sellerOrgId });
    }
  }
}
