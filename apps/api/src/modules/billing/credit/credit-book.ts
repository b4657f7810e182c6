import { Injectable } from '@nestjs/common';
import { freeCredit } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { LedgerBook } from '../ledger-book.js';
import { PaymentSettlement } from '../payment-settlement.js';
import { BuyerCredit } from './buyer-credit.entity.js';

export interface LockedCredit {
  readonly id: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly amount: bigint;
  readonly allocated: bigint;
  readonly paidBack: bigint;
  readonly version: number;
}

export interface Kept {
  readonly lineId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly amount: bigint;
  readonly on: string;
}

const CREDIT = `select id, seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", amount, allocated, paid_back as "paidBack", version from buyer_credit`;

/** Credit of buyers as rows and in the book. Requests are locked before credits, everywhere. */
@Injectable()
export class CreditBook {
  constructor(
    private readonly ledger: LedgerBook,
    private readonly settlement: PaymentSettlement,
  ) {}

  /** NOT_FOUND for everybody but the two parties. */
  lock(tx: Tx, id: string): Promise<LockedCredit> {
    return tx.one<LockedCredit>(`${CREDIT} where id = $1 for update`, [id]);
  }

  /** What an arrival brought beyond every debt stays with the seller as the buyer's. */
  async keep(tx: Tx, { lineId, sellerOrgId, buyerOrgId, amount, on }: Kept): Promise<string> {
    const id = newId();
    await tx.insert(BuyerCredit, { id, sellerOrgId, buyerOrgId, source: 'OVERPAYMENT', bankLineId: lineId, amount });
    const where = { factId: id, paymentRequestId: null, sellerOrgId, buyerOrgId, bookedOn: on };
    await this.ledger.book(tx, { kind: 'ON_ACCOUNT', amount, by: 'BANK' }, where);
    return id;
  }

  /**
   * A card's money went back although its payment had been freed as credit: the credit shrinks first, then the payments that
   * were made with it. Refunds at the card service's own desk are not ours to refuse.
   */
  async takeBack(tx: Tx, paymentId: string, amount: bigint, refundedInAll: bigint): Promise<void> {
    let left = amount;
    const credits = await tx.query<LockedCredit>(`${CREDIT} where payment_id = $1 order by id for update`, [paymentId]);
    for (const credit of credits) {
      const taken = least(left, freeCredit(credit));
      if (taken === 0n) continue;
      left -= taken;
      await tx.query('update buyer_credit set paid_back = paid_back + $2, version = version + 1 where id = $1', [
        credit.id,
        taken,
      ]);
      const factId = `${paymentId}:${refundedInAll}:${credit.id}`;
      const { sellerOrgId, buyerOrgId } = credit;
      const where = { factId, paymentRequestId: null, sellerOrgId, buyerOrgId, bookedOn: tx.today };
      await this.ledger.book(tx, { kind: 'PAID_BACK', amount: taken, by: 'CARD' }, where);
    }
    const used = await tx.query<{ id: string; requestId: string; kept: bigint }>(
      `select id, payment_request_id as "requestId", amount - refunded - released as kept from payment
       where credit_id = any($1) and amount > refunded + released order by id desc for update`,
      [credits.map(({ id }) => id)],
    );
    for (const { id, requestId, kept } of used) {
      const taken = least(left, kept);
      if (taken === 0n) continue;
      left -= taken;
      const request = await this.settlement.lock(tx, requestId);
      await tx.query('update payment set refunded = refunded + $2 where id = $1', [id, taken]);
      await this.settlement.returned(tx, request, {
        paymentId,
        amount: taken,
        by: 'CARD',
        factId: `${paymentId}:${refundedInAll}:${id}`,
      });
    }
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
