import { Injectable } from '@nestjs/common';
import { accept, checkAllocations, freeCredit, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { declareNotice, sendNotice } from '../../../platform/notices/index.js';
import { NAME_MAX, NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { LedgerBook } from '../ledger-book.js';
import { Payment } from '../payment.entity.js';
import { type LockedRequest, openOf, PaymentSettlement } from '../payment-settlement.js';
import { BuyerCredit } from './buyer-credit.entity.js';
import { CreditBook, type LockedCredit } from './credit-book.js';
import type { CreditRefusal } from './credit.messages.js';
import { CreditReturn } from './credit-return.entity.js';

export interface CreditAllocateCommand {
  readonly clientKey: string;
  readonly creditId: string;
  readonly version: number;
  readonly allocations: readonly { readonly paymentRequestId: string; readonly amount: bigint }[];
}

export interface CreditReturnCommand {
  readonly clientKey: string;
  readonly creditId: string;
  readonly version: number;
  readonly amount: bigint;
  readonly paidOn: string;
  readonly bankReference?: string | null;
  readonly reason: string;
}

const creditReturned = declareNotice<{ readonly counterpartyOrgId: string }>({
  kind: 'credit.returned',
  group: 'PAYMENTS',
  to: ['BUYER', 'BUYER_MANAGER'],
  link: () => '/payments/accounts',
  vi: (_facts, from) => `${from} đã chuyển trả tiền thừa cho đơn vị.`,
  en: (_facts, from) => `${from} returned money that was paid too much.`,
});

/** What becomes of money that no debt stands for: it pays a later request, or goes back. */
@Injectable()
export class CreditService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    private readonly credits: CreditBook,
    private readonly ledger: LedgerBook,
  ) {}

  allocate(actor: Actor, input: CreditAllocateCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'creditAllocate', clientKey: input.clientKey, input }, async (tx) => {
      const asked = input.allocations.map(({ paymentRequestId, amount }) => ({ requestId: idOf(paymentRequestId), amount }));
      const requests: LockedRequest[] = [];
      for (const id of [...new Set(asked.map(({ requestId }) => requestId))].sort())
        requests.push(await this.settlement.lock(tx, id));
      const credit = await this.credits.lock(tx, idOf(input.creditId));
      assertMay(actor, 'credit.allocate', credit);
      if (credit.version !== input.version) return versionConflict(credit.version);
      if (requests.some(({ sellerOrgId, buyerOrgId }) => sellerOrgId !== credit.sellerOrgId || buyerOrgId !== credit.buyerOrgId))
        return refuse<CreditRefusal>({ code: 'ALLOCATION_OF_OTHERS' });
      const open = requests.map((request) => ({
        id: request.id,
        reference: request.reference,
        open: openOf(request) - request.byCard - request.declared,
      }));
      const checked = checkAllocations({ amount: freeCredit(credit), allocated: 0n }, asked, open);
      if (!checked.ok) {
        const { refusal } = checked;
        if (refusal.code !== 'ALLOCATION_ABOVE_OPEN') return refuse<CreditRefusal>(refusal);
        const { number } = requests.find(({ id }) => id === refusal.requestId)!;
        return refuse<CreditRefusal>({ code: refusal.code, open: refusal.open, number });
      }
      for (const request of requests) {
        const amount = asked.filter(({ requestId }) => requestId === request.id).reduce((sum, one) => sum + one.amount, 0n);
        await this.pay(tx, actor, credit, request, amount);
      }
      const allocated = credit.allocated + freeCredit(credit) - checked.value.left;
      await tx.updateVersioned(BuyerCredit, credit.id, credit.version, { allocated });
      return accept(credit.id);
    });
  }

  /** The seller's word that the money was sent back; nothing of it is on this platform. */
  return(actor: Actor, input: CreditReturnCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'creditReturn', clientKey: input.clientKey, input }, async (tx) => {
      const credit = await this.credits.lock(tx, idOf(input.creditId));
      assertMay(actor, 'credit.return', credit);
      if (credit.version !== input.version) return versionConflict(credit.version);
      const [reason, bankReference] = [trimmed(input.reason), trimmed(input.bankReference)];
      const { amount, paidOn } = input;
      if (amount <= 0n) return refuse<CreditRefusal>({ code: 'RETURN_NOT_POSITIVE' });
      if (amount > freeCredit(credit)) return refuse<CreditRefusal>({ code: 'RETURN_ABOVE_FREE', left: freeCredit(credit) });
      if (paidOn > tx.today) return refuse<CreditRefusal>({ code: 'RETURN_IN_FUTURE', today: tx.today });
      if (!reason) return refuse<CreditRefusal>({ code: 'RETURN_REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<CreditRefusal>({ code: 'RETURN_TEXT_TOO_LONG', max: NOTE_MAX });
      if (tooLong(bankReference, NAME_MAX)) return refuse<CreditRefusal>({ code: 'RETURN_TEXT_TOO_LONG', max: NAME_MAX });
      const id = newId();
      const { sellerOrgId, buyerOrgId } = credit;
      const recordedBy = actor.userId;
      await tx.insert(CreditReturn, {
        id,
        creditId: credit.id,
        sellerOrgId,
        buyerOrgId,
        amount,
        paidOn,
        bankReference,
        reason,
        recordedBy,
      });
      await tx.updateVersioned(BuyerCredit, credit.id, credit.version, { paidBack: credit.paidBack + amount });
      const where = { factId: id, paymentRequestId: null, sellerOrgId, buyerOrgId, bookedOn: paidOn };
      await this.ledger.book(tx, { kind: 'PAID_BACK', amount, by: 'BANK' }, where);
      await tx.audit('credit.return', 'buyer_credit', credit.id, { reason });
      await sendNotice(tx, creditReturned, { orgId: buyerOrgId, facts: { counterpartyOrgId: sellerOrgId }, key: id });
      return accept(credit.id);
    });
  }

  private async pay(tx: Tx, actor: Actor, credit: LockedCredit, request: LockedRequest, amount: bigint): Promise<void> {
    const id = newId();
    await tx.insert(Payment, {
      id,
      paymentRequestId: request.id,
      sellerOrgId: request.sellerOrgId,
      buyerOrgId: request.buyerOrgId,
      method: 'CREDIT',
      status: 'SUCCEEDED',
      amount,
      paidOn: tx.today,
      creditId: credit.id,
      confirmedBy: actor.userId,
      confirmedAt: tx.now,
    });
    await this.settlement.allocated(tx, request, { paymentId: id, amount });
    await tx.audit('credit.allocate', 'order', request.orderId, { number: request.number });
  }
}
