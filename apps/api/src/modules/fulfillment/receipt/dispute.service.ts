import { Injectable } from '@nestjs/common';
import { accept, mayDispute, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import type { ShipmentRefusal } from '../shipment.messages.js';
import { disputeAnswered, receiptDisputed } from '../shipment.notices.js';
import type { ReceiptActionCommand } from '../shipment.view.js';
import { ReceiptDispute } from './receipt-dispute.entity.js';

interface DisputedReceipt {
  readonly id: string;
  readonly number: string;
  readonly shipmentId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly voidedAt: Date | null;
  readonly disputeUntil: Date;
  readonly disputeId: string | null;
  readonly disputeStatus: 'OPEN' | 'ANSWERED' | null;
}

/** The seller's word against a count, and the buyer's answer; each act answers with the shipment's id. */
@Injectable()
export class DisputeService {
  constructor(private readonly uow: UnitOfWork) {}

  open(actor: Actor, input: ReceiptActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'receiptDispute', 'receipt.dispute', async (tx, receipt, reason) => {
      const open = mayDispute({ ...receipt, disputed: receipt.disputeId !== null }, tx.now);
      if (!open.ok) return open;
      if (!reason) return refuse<ShipmentRefusal>({ code: 'REASON_MISSING' });
      const { sellerOrgId, buyerOrgId } = receipt;
      const id = newId();
      const opened = { openedAt: tx.now, openedBy: actor.userId };
      await tx.insert(ReceiptDispute, { id, receiptId: receipt.id, sellerOrgId, buyerOrgId, status: 'OPEN', reason, ...opened });
      await this.tell(tx, receiptDisputed, buyerOrgId, receipt, id);
      return accept(null);
    });
  }

  /** The buyer stands by the count; to change it, the buyer voids the receipt and counts again. */
  answer(actor: Actor, input: ReceiptActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'receiptDisputeAnswer', 'receipt.defend', async (tx, receipt, reason) => {
      if (receipt.disputeStatus !== 'OPEN') return refuse<ShipmentRefusal>({ code: 'DISPUTE_NOT_OPEN' });
      if (!reason) return refuse<ShipmentRefusal>({ code: 'REASON_MISSING' });
      await tx.query(
        `update receipt_dispute set status = 'ANSWERED', answer = $2, answered_at = $3, answered_by = $4, version = version + 1 where id = $1`,
        [receipt.disputeId, reason, tx.now, actor.userId],
      );
      await this.tell(tx, disputeAnswered, receipt.sellerOrgId, receipt, receipt.disputeId!);
      return accept(null);
    });
  }

  withdraw(actor: Actor, input: ReceiptActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'receiptDisputeWithdraw', 'receipt.dispute', async (tx, receipt) => {
      if (!receipt.disputeId) return refuse<ShipmentRefusal>({ code: 'DISPUTE_NOT_OPEN' });
      await tx.query(`update receipt_dispute set status = 'WITHDRAWN', closed_at = $2, version = version + 1 where id = $1`, [
        receipt.disputeId,
        tx.now,
      ]);
      return accept(null);
    });
  }

  private act(
    actor: Actor,
    input: ReceiptActionCommand,
    operation: 'receiptDispute' | 'receiptDisputeAnswer' | 'receiptDisputeWithdraw',
    policy: 'receipt.dispute' | 'receipt.defend',
    work: (tx: Tx, receipt: DisputedReceipt, reason: string | null) => Promise<Result<null, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const receipt = await lockReceipt(tx, idOf(input.receiptId));
      assertMay(actor, policy, receipt);
      const reason = trimmed(input.reason);
      if (tooLong(reason, NOTE_MAX)) return refuse<ShipmentRefusal>({ code: 'TEXT_TOO_LONG', field: 'reason', max: NOTE_MAX });
      const done = await work(tx, receipt, reason);
      if (!done.ok) return done;
      await tx.audit(`receipt.${operation}`, 'order', receipt.orderId, { receiptId: receipt.id, ...(reason && { reason }) });
      return accept(receipt.shipmentId);
    });
  }

  private async tell(
    tx: Tx,
    notice: typeof receiptDisputed | typeof disputeAnswered,
    orgId: string,
    receipt: DisputedReceipt,
    key: string,
  ): Promise<void> {
    const facts = { shipmentId: receipt.shipmentId, orderNumber: receipt.orderNumber };
    await sendNotice(tx, notice, { orgId, facts, key });
  }
}

const lockReceipt = (tx: Tx, id: string): Promise<DisputedReceipt> =>
  tx.one<DisputedReceipt>(
    `select r.id, r.number, r.shipment_id as "shipmentId", r.order_id as "orderId", o.number as "orderNumber", r.seller_org_id as "sellerOrgId",
       r.buyer_org_id as "buyerOrgId", r.voided_at as "voidedAt", r.dispute_until as "disputeUntil", d.id as "disputeId", d.status as "disputeStatus"
     from goods_receipt r join purchase_order o on o.id = r.order_id
     left join receipt_dispute d on d.receipt_id = r.id and d.status in ('OPEN', 'ANSWERED')
     where r.id = $1 for update of r`,
    [id],
  );
