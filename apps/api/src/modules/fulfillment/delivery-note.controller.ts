import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../../platform/auth/authority.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { publicOrigin, qrSvg, renderPdf, sendPaper } from '../../platform/documents/index.js';
import { SessionReader } from '../identity/index.js';
import { deliveryNotePaper } from './delivery-note.js';
import { DeliveryNoteQueries } from './delivery-note.queries.js';

/** The delivery note to print: for the two parties and the Alliance. */
@Controller('documents/shipments')
@Authority('PUBLIC')
export class DeliveryNoteController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly queries: DeliveryNoteQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':file')
  async pdf(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendPaper(reply, file, 'pdf', async (id) => {
      const actor = await this.sessions.actorOf(request);
      if (!actor) return null;
      const note = await this.queries.byShipment(actor, id);
      const link = `${publicOrigin(this.config.publicUrl, request)}/shipments/${id}`;
      return { name: note.number, body: await renderPdf(deliveryNotePaper(note, link, await qrSvg(link))) };
    });
  }
}
