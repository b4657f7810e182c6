import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CARD_GATEWAY, type CardGateway } from './card-gateway.js';

const LARGEST = 256 * 1024;

/**
 * POST /webhooks/stripe: the signature is of the very bytes, so this route reads its body raw. An event is kept once, in one
 * transaction with the job that looks into it, and acknowledged at once.
 */
@Injectable()
export class CardWebhook implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly uow: UnitOfWork,
    @Inject(CARD_GATEWAY) private readonly gateway: CardGateway | null,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance | undefined = this.http.httpAdapter?.getInstance();
    // Absent while the schema is printed.
    if (!fastify?.register) return;
    void fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, parsed) => parsed(null, body));
      scope.post('/webhooks/stripe', (request, reply) => this.receive(request, reply));
      done();
    });
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const signature = request.headers['stripe-signature'];
    if (!this.gateway) return reply.code(404).send();
    const notice =
      typeof signature === 'string' && Buffer.isBuffer(request.body) ? this.gateway.noticeOf(request.body, signature) : null;
    if (!notice) return reply.code(400).send({ error: 'signature' });
    await this.uow.run(SYSTEM, async (tx) => {
      const fresh = await tx.change(
        'insert into card_event (id, type, object_id) values ($1, $2, $3) on conflict (id) do nothing returning id',
        [notice.id, notice.type, notice.objectId],
      );
      if (fresh.length > 0) await tx.tell('billing.card-event', { eventId: notice.id });
    });
    return reply.code(200).send({ received: true });
  }
}
