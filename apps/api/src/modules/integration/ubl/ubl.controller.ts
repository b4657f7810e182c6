import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiScope } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { NotFoundError } from '../../../platform/errors.js';
import { SessionReader } from '../../identity/index.js';
import { PartnerLimiter } from '../token/partner-limiter.js';
import { TokenReader } from '../token/token-reader.js';
import { despatchUbl } from './despatch-ubl.js';
import { orderUbl } from './order-ubl.js';
import { UblQueries } from './ubl.queries.js';

const MISSING = { code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' };

/** Orders and shipments as UBL 2.1, for a signed-in party or a program with a key of the right scope. */
@Controller('ubl')
@Authority('PUBLIC')
export class UblController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly tokens: TokenReader,
    private readonly limiter: PartnerLimiter,
    private readonly queries: UblQueries,
  ) {}

  @Get('orders/:file')
  async order(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send(request, reply, 'orders:read', async (actor) => {
      const order = await this.queries.order(actor, file.replace(/\.xml$/, ''));
      return { name: order.number, xml: orderUbl(order) };
    });
  }

  @Get('shipments/:file')
  async despatch(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send(request, reply, 'deliveries:read', async (actor) => {
      const despatch = await this.queries.despatch(actor, file.replace(/\.xml$/, ''));
      return { name: despatch.number, xml: despatchUbl(despatch) };
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    scope: ApiScope,
    make: (actor: Actor) => Promise<{ name: string; xml: string }>,
  ): Promise<void> {
    const holder = request.headers.authorization ? await this.tokens.holderOf(request.headers.authorization) : null;
    const wait = holder ? await this.limiter.secondsToWait(holder.tokenId) : 0;
    if (wait > 0) return void reply.code(429).header('retry-after', String(wait)).send({ code: 'TOO_MANY_REQUESTS' });
    const actor = holder ? (holder.scopes.includes(scope) ? holder.actor : null) : await this.sessions.actorOf(request);
    const found = actor && (await make(actor).catch(nothingThere));
    if (!found) return void reply.code(404).send(MISSING);
    void reply
      .header('content-type', 'application/xml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${found.name.replace(/[^\w.-]/g, '-')}.xml"`)
      .header('cache-control', 'private, no-store')
      .send(found.xml);
  }
}

function nothingThere(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
