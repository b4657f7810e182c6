import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BankCredit, isLocalDate } from '@lienket/domain';
import { isUuid } from '../../../platform/auth/access.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { bankLinkSecret, isGenuine, WINDOW_SECONDS } from './bank-signature.js';
import { BankStatementService } from './bank-statement.service.js';
import type { StatementReadView } from './bank-statement.view.js';

const LARGEST = 512 * 1024;

/** What banks and their services send: arrivals on the account, whole đồng. */
const messageShape = z.object({
  transactions: z
    .array(
      z.object({
        reference: z.string().min(1).max(100),
        bookedOn: z.string().refine(isLocalDate),
        amount: z.union([z.number().int().positive().max(Number.MAX_SAFE_INTEGER), z.string().regex(/^[1-9]\d{0,16}$/)]),
        currency: z.literal('VND').default('VND'),
        direction: z.enum(['CREDIT', 'DEBIT']).default('CREDIT'),
        memo: z.string().max(2000).default(''),
      }),
    )
    .min(1)
    .max(500),
});

/**
 * POST /webhooks/bank/:link. Headers X-Timestamp (seconds), X-Nonce and X-Signature, see `bankSignature`. Nonce and lines stand
 * or fall together: an answer that was lost is repeated with a new nonce, and the lines' own fingerprints count each arrival once.
 */
@Injectable()
export class BankWebhook implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly statements: BankStatementService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const fastify: FastifyInstance | undefined = this.http.httpAdapter?.getInstance();
    // Absent while the schema is printed.
    if (!fastify?.register) return;
    void fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, parsed) => parsed(null, body));
      scope.post('/webhooks/bank/:link', (request, reply) => this.receive(request, reply));
      done();
    });
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { link } = request.params as { link: string };
    const header = (name: string) => String(request.headers[name] ?? '');
    const { body } = request;
    const message = { timestamp: header('x-timestamp'), nonce: header('x-nonce'), signature: header('x-signature') };
    if (!Buffer.isBuffer(body) || !isUuid(link)) return reply.code(401).send({ error: 'signature' });
    if (!isGenuine({ ...message, body }, bankLinkSecret(link, this.config.secret), this.clock.now()))
      return reply.code(401).send({ error: 'signature' });
    const credits = creditsOf(body);
    if (!credits) return reply.code(422).send({ error: 'body' });
    const outcome = await this.keep(link, message.nonce, body, credits);
    if (outcome === 'REVOKED') return reply.code(401).send({ error: 'signature' });
    if (outcome === 'REPLAYED') return reply.code(409).send({ error: 'nonce' });
    return reply.code(200).send({ received: outcome.credits, fresh: outcome.fresh, settled: outcome.settled });
  }

  private keep(
    linkId: string,
    nonce: string,
    body: Buffer,
    credits: readonly BankCredit[],
  ): Promise<StatementReadView | 'REVOKED' | 'REPLAYED'> {
    return this.uow.run(SYSTEM, async (tx) => {
      const [link] = await tx.change<{ orgId: string; name: string }>(
        'update bank_link set last_used_at = $2 where id = $1 and revoked_at is null returning org_id as "orgId", name',
        [linkId, tx.now],
      );
      if (!link) return 'REVOKED';
      const fresh = await tx.change(
        'insert into bank_nonce (link_id, nonce, created_at) values ($1, $2, $3) on conflict do nothing returning nonce',
        [linkId, nonce, tx.now],
      );
      if (fresh.length === 0) return 'REPLAYED';
      await tx.query('delete from bank_nonce where link_id = $1 and created_at < $2', [
        linkId,
        new Date(tx.now.getTime() - 2 * WINDOW_SECONDS * 1000),
      ]);
      const sha256 = createHash('sha256').update(body).digest('hex');
      return this.statements.keep(tx, { orgId: link.orgId, userId: null }, link.name, sha256, { credits, unreadable: [] });
    });
  }
}

/** Null when the body is not of the agreed shape; debits are passed over. */
function creditsOf(body: Buffer): BankCredit[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
  const message = messageShape.safeParse(parsed);
  if (!message.success) return null;
  return message.data.transactions
    .filter(({ direction }) => direction === 'CREDIT')
    .map(({ bookedOn, amount, memo, reference }, index) => ({
      row: index + 1,
      bookedOn,
      amount: BigInt(amount),
      memo,
      bankReference: reference,
    }));
}
