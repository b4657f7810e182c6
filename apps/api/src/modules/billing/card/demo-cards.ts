import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { CONFIG, type Config } from '../../../platform/config.js';
import type { CardGateway } from './card-gateway.js';
import { StripeDouble } from './double/stripe-double.js';
import { StripeGateway } from './stripe-gateway.js';

/** Where the demo's payer chooses what the card does. */
export const DEMO_CARD_PAGE = '/card-demo/';
const KEYS = { secretKey: 'sk_test_demo', webhookSecret: 'whsec_demo' };

/** The demo world takes cards through the double, on the loopback; a real system through Stripe, or not at all. */
@Injectable()
export class DemoCards implements OnApplicationShutdown {
  private double: StripeDouble | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: HttpAdapterHost,
  ) {}

  async start(): Promise<CardGateway | null> {
    if (this.config.stripe) return new StripeGateway(this.config.stripe);
    if (!this.config.demo || this.config.production) return null;
    this.double = new StripeDouble({ ...KEYS, pageBase: DEMO_CARD_PAGE });
    this.double.webhooks.to(async (payload, signature) => {
      const fastify: FastifyInstance = this.http.httpAdapter.getInstance();
      const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
      return (await fastify.inject({ method: 'POST', url: '/webhooks/stripe', payload, headers })).statusCode === 200;
    });
    return new StripeGateway({ ...KEYS, apiUrl: await this.double.listen() });
  }

  /** Null where cards are real or not taken. */
  get book() {
    return this.double?.book ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.double?.stop();
  }
}
