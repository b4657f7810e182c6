import { localDateOf } from '@lienket/domain';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '../../../platform/auth/access.js';
import { Authority } from '../../../platform/auth/authority.js';
import { officialPdf, renderPdf, sendPaper } from '../../../platform/documents/index.js';
import { ForbiddenError, NotFoundError } from '../../../platform/errors.js';
import { comesFromElsewhere } from '../../../platform/spreadsheets/index.js';
import { SessionReader } from '../../identity/index.js';
import { evidencePaper } from './evidence-paper.js';
import { EvidenceQueries } from './evidence.queries.js';
import type { EvidenceFormName, PackView } from './evidence.view.js';

const nameOf = ({ agreementNumber, cutOff }: PackView): string => `so-lieu-${agreementNumber}-${localDateOf(cutOff)}`;

/** A pack as a paper and as a file for a program; a bank's download is written down like a look on the screen. */
@Controller('evidence-files')
@Authority('PUBLIC')
export class EvidenceController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly queries: EvidenceQueries,
  ) {}

  @Get(':file')
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [, id, kind] = /^(.+)\.(json|pdf)$/i.exec(file) ?? [];
    const pack = id && kind ? await this.read(request, id, kind.toUpperCase() as EvidenceFormName) : null;
    if (!pack || kind?.toLowerCase() === 'pdf') {
      return sendPaper(reply, file, 'pdf', async () =>
        pack ? { name: nameOf(pack), body: await renderPdf(officialPdf(evidencePaper(pack), new Date(pack.cutOff))) } : null,
      );
    }
    const { borrower, borrowerTaxCode, bank, agreementNumber, cutOff, expiresOn, sha256, isDemo, content } = pack;
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${nameOf(pack)}.json"`)
      .header('cache-control', 'private, no-store')
      .send(
        JSON.stringify({ borrower, borrowerTaxCode, bank, agreementNumber, cutOff, expiresOn, sha256, isDemo, content }, null, 2),
      );
  }

  /** Null for whatever the reader may not see, as for what is not there. */
  private async read(request: FastifyRequest, id: string, form: EvidenceFormName): Promise<PackView | null> {
    const actor = comesFromElsewhere(request) ? null : await this.sessions.actorOf(request);
    if (!actor || !isUuid(id)) return null;
    try {
      return await this.queries.file(actor, id, form);
    } catch (error) {
      if (error instanceof NotFoundError || error instanceof ForbiddenError) return null;
      throw error;
    }
  }
}
