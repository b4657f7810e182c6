import { Inject, Injectable } from '@nestjs/common';
import { type CardFacts, cardIsOpen, mergeCardFacts } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { CreditBook } from '../credit/credit-book.js';
import { Payment } from '../payment.entity.js';
import { paidByCard, paymentRefunded } from '../payment.notices.js';
import { type LockedRequest, PaymentSettlement } from '../payment-settlement.js';
import { CardCheckout } from './card-checkout.entity.js';
import { CARD_GATEWAY, type CardGateway, type CardSeen } from './card-gateway.js';

interface Checkout extends CardFacts {
  readonly id: string;
  readonly paymentRequestId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly amount: bigint;
  readonly sessionId: string | null;
  readonly paymentId: string | null;
  readonly disputedAt: Date | null;
  readonly version: number;
}

const CHECKOUT = `select id, payment_request_id as "paymentRequestId", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId", amount, outcome, captured,
    refunded, session_id as "sessionId", payment_id as "paymentId", disputed_at as "disputedAt", version from card_checkout`;

/** Looked at again every night for so many days: events may be lost. */
const RECONCILED_DAYS = 4;

/** The only place where what the card service says becomes money in the book. Every job may run twice. */
@Injectable()
export class CardSync {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    private readonly credits: CreditBook,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CARD_GATEWAY) private readonly gateway: CardGateway | null,
  ) {}

  @JobHandler('billing.card-open')
  async open({ checkoutId }: { checkoutId: string }): Promise<void> {
    const checkout = await this.find(checkoutId);
    if (!this.gateway || checkout.sessionId || !cardIsOpen(checkout.outcome)) return;
    const request = await this.uow.read(SYSTEM, (tx) =>
      tx.one<{ number: string; reference: string }>('select number, reference from payment_request where id = $1', [
        checkout.paymentRequestId,
      ]),
    );
    const back = `${this.config.publicUrl ?? ''}/payments/${checkout.paymentRequestId}`;
    const session = await this.gateway.open({
      key: checkout.id,
      amount: checkout.amount,
      title: request.number,
      reference: request.reference,
      successUrl: `${back}?card=back`,
      cancelUrl: `${back}?card=left`,
    });
    await this.uow.run(SYSTEM, (tx) =>
      tx.query(
        'update card_checkout set session_id = $2, session_url = $3, version = version + 1 where id = $1 and session_id is null',
        [checkout.id, session.sessionId, session.url],
      ),
    );
  }

  @JobHandler('billing.card-close')
  async close({ checkoutId }: { checkoutId: string }): Promise<void> {
    const { sessionId } = await this.find(checkoutId);
    if (!this.gateway) return;
    if (sessionId) await this.gateway.close(sessionId);
    await this.sync({ checkoutId });
  }

  @JobHandler('billing.card-refund')
  async refund({ refundId }: { refundId: string }): Promise<void> {
    const refund = await this.uow.read(SYSTEM, (tx) =>
      tx.one<{ amount: bigint; checkoutId: string; intentId: string; sentAt: Date | null }>(
        `select r.amount, r.checkout_id as "checkoutId", c.intent_id as "intentId", r.sent_at as "sentAt"
         from card_refund r join card_checkout c on c.id = r.checkout_id where r.id = $1`,
        [refundId],
      ),
    );
    if (!this.gateway || refund.sentAt) return;
    await this.gateway.refund({ key: refundId, intentId: refund.intentId, amount: refund.amount });
    await this.uow.run(SYSTEM, (tx) => tx.query('update card_refund set sent_at = $2 where id = $1', [refundId, tx.now]));
    await this.sync({ checkoutId: refund.checkoutId });
  }

  /** An event only says that something changed: the truth is fetched, so late and doubled events do no harm. */
  @JobHandler('billing.card-event')
  async event({ eventId }: { eventId: string }): Promise<void> {
    const found = await this.uow.read(SYSTEM, (tx) =>
      tx.query<{ id: string }>(
        `select c.id from card_event e join card_checkout c on e.object_id in (c.id::text, c.session_id, c.intent_id) where e.id = $1 and e.done_at is null`,
        [eventId],
      ),
    );
    for (const { id } of found) await this.sync({ checkoutId: id });
    await this.uow.run(SYSTEM, (tx) =>
      tx.query('update card_event set done_at = $2 where id = $1 and done_at is null', [eventId, tx.now]),
    );
  }

  @JobHandler('billing.card-sync')
  async sync({ checkoutId }: { checkoutId: string }): Promise<void> {
    const { sessionId } = await this.find(checkoutId);
    if (!this.gateway || !sessionId) return;
    const seen = await this.gateway.read(sessionId);
    await this.uow.run(SYSTEM, (tx) => this.apply(tx, checkoutId, seen));
  }

  /** Whatever is open, or was started lately, is asked about again. */
  @JobHandler('billing.card-reconcile')
  @DailyAt('03:15')
  async reconcile(): Promise<void> {
    if (!this.gateway) return;
    const due = await this.uow.read(SYSTEM, (tx) =>
      tx.query<{ id: string; opened: boolean }>(
        `select id, session_id is not null as opened from card_checkout
         where outcome in ('OPEN', 'PROCESSING') or created_at > $1::timestamptz - make_interval(days => $2) order by id`,
        [tx.now, RECONCILED_DAYS],
      ),
    );
    for (const { id, opened } of due) await (opened ? this.sync({ checkoutId: id }) : this.open({ checkoutId: id }));
  }

  private find(id: string): Promise<Checkout> {
    return this.uow.read(SYSTEM, (tx) => tx.one<Checkout>(`${CHECKOUT} where id = $1`, [id]));
  }

  private async apply(tx: Tx, id: string, seen: CardSeen): Promise<void> {
    const { paymentRequestId } = await tx.one<{ paymentRequestId: string }>(
      'select payment_request_id as "paymentRequestId" from card_checkout where id = $1',
      [id],
    );
    const request = await this.settlement.lock(tx, paymentRequestId);
    const known = await tx.one<Checkout>(`${CHECKOUT} where id = $1 for update`, [id]);
    const now = mergeCardFacts(known, seen);
    const disputedAt = seen.disputed ? (known.disputedAt ?? tx.now) : null;
    const isPaid = now.captured > 0n && known.paymentId === null;
    const paymentId = isPaid ? newId() : known.paymentId;
    if (isPaid) await insertPayment(tx, known, paymentId!, now.captured, seen.intentId);
    await tx.updateVersioned(CardCheckout, id, known.version, { ...now, intentId: seen.intentId, disputedAt, paymentId });
    const free: LockedRequest = { ...request, byCard: 0n };
    if (isPaid) await this.arrived(tx, free, paymentId!, now.captured);
    const back = now.refunded - known.refunded;
    // Money that came and went back between two looks: the request was written once already.
    if (back > 0n)
      await this.wentBack(tx, isPaid ? await this.settlement.lock(tx, request.id) : free, paymentId!, back, now.refunded);
  }

  private async arrived(tx: Tx, request: LockedRequest, paymentId: string, amount: bigint): Promise<void> {
    await this.settlement.tell(tx, request, {
      action: 'payment.card-paid',
      notice: paidByCard,
      orgId: request.sellerOrgId,
      fromOrgId: request.buyerOrgId,
      key: paymentId,
    });
    await this.settlement.arrived(tx, request, { paymentId, amount, by: 'CARD', on: tx.today });
  }

  private async wentBack(
    tx: Tx,
    request: LockedRequest,
    paymentId: string,
    amount: bigint,
    refundedInAll: bigint,
  ): Promise<void> {
    const { kept } = await tx.one<{ kept: bigint }>(
      'select amount - refunded - released as kept from payment where id = $1 for update',
      [paymentId],
    );
    const direct = amount < kept ? amount : kept;
    await tx.query('update payment set refunded = refunded + $2 where id = $1', [paymentId, direct]);
    await this.settlement.tell(tx, request, {
      action: 'payment.refund',
      notice: paymentRefunded,
      orgId: request.buyerOrgId,
      fromOrgId: request.sellerOrgId,
      key: `${paymentId}:${refundedInAll}`,
    });
    const factId = `${paymentId}:${refundedInAll}`;
    if (direct > 0n) await this.settlement.returned(tx, request, { paymentId, amount: direct, by: 'CARD', factId });
    if (amount > direct) await this.credits.takeBack(tx, paymentId, amount - direct, refundedInAll);
  }
}

async function insertPayment(tx: Tx, checkout: Checkout, id: string, amount: bigint, intentId: string | null): Promise<void> {
  await tx.insert(Payment, {
    id,
    paymentRequestId: checkout.paymentRequestId,
    sellerOrgId: checkout.sellerOrgId,
    buyerOrgId: checkout.buyerOrgId,
    method: 'CARD',
    status: 'SUCCEEDED',
    amount,
    paidOn: tx.today,
    bankReference: intentId,
    confirmedAt: tx.now,
  });
}
