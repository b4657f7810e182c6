import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../../../platform/auth/authority.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { publicOrigin, qrSvg, sendPaper } from '../../../platform/documents/index.js';
import { SessionReader } from '../../identity/index.js';
import { LotQueries } from './lot.queries.js';

/** The code for a lot's crates; the page it leads to is public, the code itself is its cooperative's. */
@Controller('qr/lots')
@Authority('PUBLIC')
export class LotQrController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly lots: LotQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  async svg(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'svg', async (id) => {
      const actor = await this.sessions.actorOf(request);
      if (!actor) return null;
      const lot = await this.lots.byId(actor, id);
      return {
        name: lot.code.replaceAll('/', '-'),
        body: await qrSvg(`${publicOrigin(this.config.publicUrl, request)}${lot.tracePath}`),
      };
    });
  }
}
