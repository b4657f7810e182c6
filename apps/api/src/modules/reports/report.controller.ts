import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { NotFoundError } from '../../platform/errors.js';
import { officialDocx, officialPdf, renderPdf, sendPaper } from '../../platform/documents/index.js';
import { comesFromElsewhere, sendSheet } from '../../platform/spreadsheets/index.js';
import { SessionReader } from '../identity/index.js';
import { reportPaper } from './report-paper.js';
import { ReportQueries, type ReportView } from './report.queries.js';
import { reportSheets } from './report-sheets.js';

const nameOf = ({ number, asOf }: ReportView): string => `${(number ?? 'du-thao').replace('/', '-')}-den-${asOf}`;

/** The report as a paper to print, a file to edit and a workbook with its annex, all from what was frozen. */
@Controller('reports-files')
@Authority('PUBLIC')
export class ReportController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly queries: ReportQueries,
  ) {}

  @Get(':file')
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = comesFromElsewhere(request) ? null : await this.sessions.actorOf(request);
    const reader = actor && allows(actor, 'report.prepare', {}) ? actor : null;
    const [, id] = /^([0-9a-f-]{36})\.xlsx$/i.exec(file) ?? [];
    if (id && reader) return this.workbook(reader, id, reply);
    const extension = /\.docx$/i.test(file) ? 'docx' : 'pdf';
    return sendPaper(reply, file, extension, async (paperId) => {
      if (!reader) return null;
      const report = await this.queries.byId(reader, paperId);
      const document = reportPaper(report, await this.queries.content(reader, paperId));
      const body =
        extension === 'docx' ? await officialDocx(document) : await renderPdf(officialPdf(document, report.preparedAt));
      return { name: nameOf(report), body };
    });
  }

  private async workbook(reader: Actor, id: string, reply: FastifyReply): Promise<void> {
    const report = await this.queries.byId(reader, id).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (!report) {
      await reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' });
      return;
    }
    const tables = reportSheets(report, await this.queries.content(reader, id));
    await sendSheet(reply, { format: 'xlsx', name: nameOf(report), tables });
  }
}
