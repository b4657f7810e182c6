import { randomBytes } from 'node:crypto';

export type SessionStatus = 'open' | 'complete' | 'expired';
export type IntentStatus = 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled';

export interface DoubleSession {
  readonly id: string;
  readonly amount: number;
  readonly title: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: number;
  readonly created: number;
  readonly intentId: string;
  status: SessionStatus;
  intent: IntentStatus;
  charged: number;
  refunded: number;
  disputed: boolean;
}

export interface DoubleEvent {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly object: object;
}

/** Says no in the card service's own words. */
export class DoubleRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const newKey = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;
const seconds = (): number => Math.floor(Date.now() / 1000);

/** The double's own book: sessions, what was charged and what went back. It answers for what really happened. */
export class StripeBook {
  private readonly sessions = new Map<string, DoubleSession>();

  constructor(private readonly tell: (event: DoubleEvent) => void) {}

  open(order: Pick<DoubleSession, 'amount' | 'title' | 'metadata' | 'successUrl' | 'cancelUrl' | 'expiresAt'>): DoubleSession {
    if (!Number.isInteger(order.amount) || order.amount <= 0)
      throw new DoubleRefusal(400, 'parameter_invalid_integer', 'Invalid integer: unit_amount');
    if (order.amount > 99_999_999)
      throw new DoubleRefusal(400, 'amount_too_large', 'The amount must be no more than ₫99,999,999');
    const session: DoubleSession = {
      ...order,
      id: newKey('cs_test'),
      intentId: newKey('pi'),
      created: seconds(),
      status: 'open',
      intent: 'requires_payment_method',
      charged: 0,
      refunded: 0,
      disputed: false,
    };
    this.sessions.set(session.id, session);
    return session;
  }

  session(id: string): DoubleSession {
    const session = this.sessions.get(id);
    if (!session) throw new DoubleRefusal(404, 'resource_missing', `No such checkout session: ${id}`);
    if (session.status === 'open' && session.expiresAt <= seconds()) this.end(session);
    return session;
  }

  ofIntent(id: string): DoubleSession {
    const session = [...this.sessions.values()].find(({ intentId }) => intentId === id);
    if (!session) throw new DoubleRefusal(404, 'resource_missing', `No such payment_intent: ${id}`);
    return session;
  }

  all(): DoubleSession[] {
    return [...this.sessions.values()];
  }

  expire(id: string): DoubleSession {
    const session = this.session(id);
    if (session.status !== 'open')
      throw new DoubleRefusal(400, 'status_invalid', `Only Checkout Sessions with a status in ["open"] can be expired.`);
    this.end(session);
    return session;
  }

  /** The card was accepted at once. */
  pay(id: string): void {
    const session = this.waiting(id);
    session.status = 'complete';
    this.capture(session);
    this.announce('checkout.session.completed', sessionJson(session));
  }

  /** The bank says no; the payer may try again. */
  decline(id: string): void {
    const session = this.waiting(id);
    this.announce('payment_intent.payment_failed', intentJson(session));
  }

  /** The bank will answer later: `settle` tells how. */
  payLater(id: string): void {
    const session = this.waiting(id);
    session.status = 'complete';
    session.intent = 'processing';
    this.announce('checkout.session.completed', sessionJson(session));
  }

  settle(id: string, succeeds: boolean): void {
    const session = this.session(id);
    if (session.intent !== 'processing') return;
    if (succeeds) this.capture(session);
    else session.intent = 'requires_payment_method';
    this.announce(
      succeeds ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed',
      sessionJson(session),
    );
  }

  refund(intentId: string, amount: number): object {
    const session = this.ofIntent(intentId);
    if (session.refunded + amount > session.charged)
      throw new DoubleRefusal(400, 'charge_already_refunded', 'Refund amount is greater than unrefunded amount on charge');
    session.refunded += amount;
    this.announce('charge.refunded', chargeJson(session));
    return { id: newKey('re'), object: 'refund', amount, currency: 'vnd', payment_intent: intentId, status: 'succeeded' };
  }

  dispute(id: string, isOpen: boolean): void {
    const session = this.session(id);
    session.disputed = isOpen;
    const dispute = {
      id: newKey('du'),
      object: 'dispute',
      payment_intent: session.intentId,
      status: isOpen ? 'needs_response' : 'won',
    };
    this.announce(isOpen ? 'charge.dispute.created' : 'charge.dispute.closed', dispute);
  }

  private waiting(id: string): DoubleSession {
    const session = this.session(id);
    if (session.status !== 'open') throw new DoubleRefusal(400, 'status_invalid', `This session is ${session.status}.`);
    return session;
  }

  private capture(session: DoubleSession): void {
    session.intent = 'succeeded';
    session.charged = session.amount;
    this.announce('payment_intent.succeeded', intentJson(session));
  }

  private end(session: DoubleSession): void {
    session.status = 'expired';
    session.intent = 'canceled';
    this.announce('checkout.session.expired', sessionJson(session));
  }

  private announce(type: string, object: object): void {
    this.tell({ id: newKey('evt'), type, created: seconds(), object });
  }
}

const chargeIdOf = (session: DoubleSession): string => session.intentId.replace('pi_', 'ch_');

export const chargeJson = (session: DoubleSession): object => ({
  id: chargeIdOf(session),
  object: 'charge',
  amount: session.amount,
  amount_captured: session.charged,
  amount_refunded: session.refunded,
  currency: 'vnd',
  disputed: session.disputed,
  payment_intent: session.intentId,
  refunded: session.charged > 0 && session.refunded === session.charged,
});

export const intentJson = (session: DoubleSession, expanded = false): object => ({
  id: session.intentId,
  object: 'payment_intent',
  amount: session.amount,
  amount_received: session.charged,
  currency: 'vnd',
  created: session.created,
  latest_charge: session.charged === 0 ? null : expanded ? chargeJson(session) : chargeIdOf(session),
  metadata: session.metadata,
  status: session.intent,
});

export const sessionJson = (session: DoubleSession, url: string | null = null, expanded = false): object => ({
  id: session.id,
  object: 'checkout.session',
  amount_total: session.amount,
  client_reference_id: session.metadata['checkout'] ?? null,
  created: session.created,
  currency: 'vnd',
  expires_at: session.expiresAt,
  metadata: session.metadata,
  mode: 'payment',
  payment_intent: expanded ? intentJson(session, true) : session.intentId,
  payment_status: session.charged > 0 ? 'paid' : 'unpaid',
  status: session.status,
  url: session.status === 'open' ? url : null,
});
