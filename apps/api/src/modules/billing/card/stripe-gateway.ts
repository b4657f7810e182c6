import Stripe from 'stripe';
import type { CardOutcome } from '@lienket/domain';
import type { StripeConfig } from '../../../platform/config.js';
import type { CardGateway, CardNotice, CardOrder, CardRefundOrder, CardSeen, CardSession } from './card-gateway.js';

const ANSWER_WITHIN_MS = 10_000;
const RETRIES = 2;
/** The shortest life that the service allows. */
const SESSION_SECONDS = 31 * 60;
const NOT_OPEN = /only.*open|status.*(complete|expired)/i;

/** Stripe Checkout through its official SDK: authentication of the holder is asked for, cards never touch our pages. */
export class StripeGateway implements CardGateway {
  private readonly stripe: Stripe;

  constructor(private readonly config: StripeConfig) {
    const address = config.apiUrl === undefined ? undefined : new URL(config.apiUrl);
    this.stripe = new Stripe(config.secretKey, {
      maxNetworkRetries: RETRIES,
      timeout: ANSWER_WITHIN_MS,
      telemetry: false,
      ...(address && { host: address.hostname, port: address.port, protocol: address.protocol === 'http:' ? 'http' : 'https' }),
    });
  }

  async open({ key, amount, title, reference, successUrl, cancelUrl }: CardOrder): Promise<CardSession> {
    const metadata = { checkout: key, reference };
    const session = await this.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        client_reference_id: key,
        line_items: [
          { quantity: 1, price_data: { currency: 'vnd', unit_amount: Number(amount), product_data: { name: title } } },
        ],
        payment_method_options: { card: { request_three_d_secure: 'any' } },
        payment_intent_data: { metadata, description: `${title} (${reference})` },
        metadata,
        success_url: successUrl,
        cancel_url: cancelUrl,
        expires_at: Math.floor(Date.now() / 1000) + SESSION_SECONDS,
      },
      { idempotencyKey: `open-${key}` },
    );
    return { sessionId: session.id, url: session.url ?? '' };
  }

  async close(sessionId: string): Promise<void> {
    await this.stripe.checkout.sessions.expire(sessionId).catch((error: unknown) => {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && NOT_OPEN.test(error.message)) return;
      throw error;
    });
  }

  async read(sessionId: string): Promise<CardSeen> {
    const session = await this.stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent.latest_charge'] });
    const intent = session.payment_intent === null || typeof session.payment_intent === 'string' ? null : session.payment_intent;
    const charge = intent && typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
    return {
      outcome: outcomeOf(session, intent),
      captured: BigInt(intent?.amount_received ?? 0),
      refunded: BigInt(charge?.amount_refunded ?? 0),
      intentId: intent?.id ?? null,
      disputed: charge?.disputed ?? false,
    };
  }

  async refund({ key, intentId, amount }: CardRefundOrder): Promise<void> {
    await this.stripe.refunds.create({ payment_intent: intentId, amount: Number(amount) }, { idempotencyKey: `refund-${key}` });
  }

  noticeOf(body: Buffer, signature: string): CardNotice | null {
    try {
      const event = this.stripe.webhooks.constructEvent(body, signature, this.config.webhookSecret);
      return { id: event.id, type: event.type, objectId: subjectOf(event.data.object) };
    } catch {
      return null;
    }
  }
}

function outcomeOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): CardOutcome {
  if (intent?.status === 'succeeded') return 'PAID';
  if (session.status === 'expired') return 'EXPIRED';
  if (intent?.status === 'processing') return 'PROCESSING';
  // A completed session whose money did not come; an open one may be tried again.
  if (session.status === 'complete' && session.payment_status === 'unpaid') {
    return intent?.status === 'requires_payment_method' || intent?.status === 'canceled' ? 'FAILED' : 'PROCESSING';
  }
  return 'OPEN';
}

/** Sessions and intents carry our key; charges, refunds and disputes name their payment intent. */
function subjectOf(object: object): string | null {
  const { id, object: kind, payment_intent: intent, metadata } = object as Partial<Record<string, unknown>> & { id?: string };
  const key = (metadata as { checkout?: unknown } | null | undefined)?.checkout;
  if (typeof key === 'string') return key;
  if (kind === 'checkout.session' || kind === 'payment_intent') return id ?? null;
  if (typeof intent === 'string') return intent;
  return null;
}
