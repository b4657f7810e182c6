import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { Payment } from '../payment.entity.js';
import { paymentConfirmed } from '../payment.notices.js';
import { type LockedRequest, openOf, PaymentSettlement } from '../payment-settlement.js';

export interface Arrived {
  readonly lineId: string;
  readonly amount: bigint;
  readonly bookedOn: string;
  readonly bankReference: string | null;
  /** Null when the bank's own message settled it. */
  readonly decidedBy: string | null;
}

/** What may still be paid by transfer; a card payment under way keeps its part. */
export const openByTransfer = (request: LockedRequest): bigint => openOf(request) - request.byCard;

/** Turns money on the statement into a paid request: the buyer's own declaration of that amount is confirmed, or a payment is written. */
@Injectable()
export class BankLineSettler {
  constructor(private readonly settlement: PaymentSettlement) {}

  async settle(tx: Tx, request: LockedRequest, arrived: Arrived): Promise<void> {
    const { lineId, amount, bookedOn, decidedBy } = arrived;
    const [declared] = await tx.change<{ id: string }>(
      `update payment set status = 'SUCCEEDED', confirmed_by = $3, confirmed_at = $4, paid_on = $5, bank_line_id = $6
       where id = (select id from payment where payment_request_id = $1 and status = 'DECLARED' and method = 'BANK_TRANSFER' and amount = $2 order by id limit 1) returning id`,
      [request.id, amount, decidedBy, tx.now, bookedOn, lineId],
    );
    const paymentId = declared?.id ?? (await this.write(tx, request, arrived));
    await this.settlement.tell(tx, request, {
      action: 'payment.confirm',
      notice: paymentConfirmed,
      orgId: request.buyerOrgId,
      key: paymentId,
    });
    const rest = declared ? { ...request, declared: request.declared - amount } : request;
    await this.settlement.arrived(tx, rest, { paymentId, amount, by: 'BANK', on: bookedOn });
  }

  private async write(tx: Tx, request: LockedRequest, { lineId, ...arrived }: Arrived): Promise<string> {
    const id = newId();
    await tx.insert(Payment, {
      id,
      paymentRequestId: request.id,
      sellerOrgId: request.sellerOrgId,
      buyerOrgId: request.buyerOrgId,
      method: 'BANK_TRANSFER',
      status: 'SUCCEEDED',
      amount: arrived.amount,
      paidOn: arrived.bookedOn,
      bankReference: arrived.bankReference,
      bankLineId: lineId,
      confirmedBy: arrived.decidedBy,
      confirmedAt: tx.now,
    });
    return id;
  }
}
