import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { Authority } from '../auth/authority.js';
import { CONFIG, type Config } from '../config.js';
import { SqlPool } from '../database/sql-pool.js';
import { Readiness } from './readiness.js';

collectDefaultMetrics();

@Controller()
@Authority('PUBLIC')
export class HealthController {
  constructor(
    private readonly pool: SqlPool,
    private readonly readiness: Readiness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      if (this.readiness.isStopping) throw new Error('stopping');
      await this.pool.rows('ready', 'select 1');
      await reply.send({ status: 'ok' });
    } catch {
      await reply.code(503).send({ status: 'unavailable' });
    }
  }

  /** For the machine's own collector only; behind a proxy it answers nobody. */
  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(reply.request.ip);
    if (!local || (this.config.trustProxy && reply.request.headers['x-forwarded-for'])) {
      await reply.code(404).send({ code: 'NOT_FOUND' });
      return;
    }
    await reply.type(register.contentType).send(await register.metrics());
  }
}
