import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localDateOf } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Clock } from '../../../platform/clock.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { publicOrigin, qrSvg, renderPdf, sendPaper } from '../../../platform/documents/index.js';
import { SessionReader } from '../../identity/index.js';
import { TripQueries } from './trip.queries.js';
import { tripSheetPaper } from './trip-sheet.js';

/** The sheet of a shared truck: each reader prints its own part. */
@Controller('documents/trips')
@Authority('PUBLIC')
export class TripSheetController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly queries: TripQueries,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  async pdf(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'pdf', async (id) => {
      const actor = await this.sessions.actorOf(request);
      if (!actor) return null;
      const trip = await this.queries.byId(actor, id);
      const link = `${publicOrigin(this.config.publicUrl, request)}/trips/${id}`;
      const paper = tripSheetPaper(trip, localDateOf(this.clock.now()), link, await qrSvg(link));
      return { name: `bang-ke-${trip.number}`, body: await renderPdf(paper) };
    });
  }
}
