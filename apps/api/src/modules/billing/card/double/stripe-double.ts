import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DoubleRefusal, intentJson, newKey, sessionJson, StripeBook, type DoubleSession } from './stripe-book.js';
import { WebhookSender, type Troubles } from './webhook-sender.js';

export interface DoubleOptions {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Address of a session's page, before its id. */
  readonly pageBase: string;
  readonly troubles?: Troubles;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/**
 * The part of Stripe that this system uses, over HTTP with the SDK's own wire form: idempotency keys that replay the first
 * answer and refuse other parameters, signed events at least once, its own book. For tests and the demo; no card is real.
 * Source: docs.stripe.com/api (checkout sessions, payment intents, refunds, idempotent requests, webhooks).
 */
export class StripeDouble {
  readonly book: StripeBook;
  readonly webhooks: WebhookSender;
  private readonly replays = new Map<string, { parameters: string; answer: Answer }>();
  private readonly server: Server;

  constructor(private readonly options: DoubleOptions) {
    this.webhooks = new WebhookSender(options.webhookSecret, options.troubles);
    this.book = new StripeBook((event) => this.webhooks.send(event));
    this.server = createServer((request, response) => {
      void this.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', 'request-id': newKey('req') });
        response.end(JSON.stringify(body));
      });
    });
  }

  /** On the loopback, on a free port. */
  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.webhooks.stop();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://double');
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    if (request.headers.authorization !== `Bearer ${this.options.secretKey}`)
      return refusalOf(new DoubleRefusal(401, 'api_key_invalid', 'Invalid API Key provided'));
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string') return this.guarded(request.method ?? 'GET', url, form);
    const parameters = createHash('sha256').update(`${url.pathname}?${form}`).digest('hex');
    const known = this.replays.get(key);
    if (known && known.parameters !== parameters) {
      return refusalOf(
        new DoubleRefusal(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters'),
      );
    }
    const answer = known?.answer ?? this.guarded('POST', url, form);
    this.replays.set(key, { parameters, answer });
    // The work is done and kept; only its answer is lost on the way.
    if (!known && this.options.troubles?.happens('answerCut')) request.socket.destroy();
    if (!known && this.options.troubles?.happens('answerLost'))
      return { status: 500, body: { error: { type: 'api_error', message: 'Lost' } } };
    return answer;
  }

  private guarded(method: string, url: URL, form: URLSearchParams): Answer {
    try {
      return { status: 200, body: this.route(method, url, form) };
    } catch (error) {
      if (error instanceof DoubleRefusal) return refusalOf(error);
      throw error;
    }
  }

  private route(method: string, url: URL, form: URLSearchParams): object {
    const [, , kind, second, third, fourth] = url.pathname.split('/');
    const call = `${method} ${[kind, second === 'sessions' ? 'sessions' : second && ':id', third && ':id', fourth].filter(Boolean).join('/')}`;
    const expanded = [...url.searchParams.values()].some((value) => value.startsWith('payment_intent'));
    switch (call) {
      case 'POST checkout/sessions':
        return this.json(this.book.open(orderOf(form)));
      case 'GET checkout/sessions/:id':
        return this.json(this.book.session(third!), expanded);
      case 'POST checkout/sessions/:id/expire':
        return this.json(this.book.expire(third!));
      case 'GET payment_intents/:id':
        return intentJson(this.book.ofIntent(second!), true);
      case 'POST refunds':
        return this.book.refund(form.get('payment_intent') ?? '', Number(form.get('amount')));
      default:
        throw new DoubleRefusal(404, 'url_invalid', `Unrecognized request URL (${method}: ${url.pathname})`);
    }
  }

  private json(session: DoubleSession, expanded = false): object {
    return sessionJson(session, `${this.options.pageBase}${session.id}`, expanded);
  }
}

function orderOf(form: URLSearchParams) {
  const metadata = Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = /^metadata\[(.+)\]$/.exec(name)?.[1];
      return key ? [[key, value] as const] : [];
    }),
  );
  if (form.get('line_items[0][price_data][currency]') !== 'vnd')
    throw new DoubleRefusal(400, 'parameter_invalid', 'This double knows đồng only');
  return {
    amount: Number(form.get('line_items[0][price_data][unit_amount]')) * Number(form.get('line_items[0][quantity]')),
    title: form.get('line_items[0][price_data][product_data][name]') ?? '',
    metadata,
    successUrl: form.get('success_url') ?? '',
    cancelUrl: form.get('cancel_url') ?? '',
    expiresAt: Number(form.get('expires_at')),
  };
}

const refusalOf = ({ status, code, message }: DoubleRefusal): Answer => ({
  status,
  body: { error: { type: code === 'idempotency_error' ? 'idempotency_error' : 'invalid_request_error', code, message } },
});
