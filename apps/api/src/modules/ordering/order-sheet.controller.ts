import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import { Authority } from '../../platform/auth/authority.js';
import { explain, type Locale } from '../../platform/graphql/refusal.js';
import { uploadedFile } from '../../platform/http/uploaded-file.js';
import { type Cell, readSpreadsheet, SpreadsheetRefused, spreadsheetMessages } from '../../platform/spreadsheets/index.js';
import { SessionReader } from '../identity/index.js';
import { LINES_MAX } from './order-sides.js';

/** Rows above the heading and empty ones do not count against the lines of an order. */
const ROWS_MAX = LINES_MAX + 200;

/** A buyer's XLSX or CSV as cells for the order pad: read safely here, understood and shown there, kept nowhere. */
@Controller('order-sheets')
@Authority('PUBLIC')
export class OrderSheetController {
  constructor(private readonly sessions: SessionReader) {}

  @Post()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    if (!actor) return void reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Hãy đăng nhập để tải tệp lên.' });
    if (!allows(actor, 'order.place', { buyerOrgId: actor.orgId })) {
      return void reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' });
    }
    const upload = await uploadedFile(request);
    if ('problem' in upload) {
      const tooLarge = upload.problem === 'TOO_LARGE';
      return refused(reply, tooLarge ? 413 : 400, { code: tooLarge ? 'SHEET_TOO_LARGE' : 'SHEET_UNREADABLE' }, actor.locale);
    }
    try {
      const rows: string[][] = [];
      for await (const batch of readSpreadsheet(upload.bytes)) {
        rows.push(...batch.rows.map(({ cells }) => cells.map((cell) => asTyped(cell, actor.locale))));
        if (rows.length > ROWS_MAX) return refused(reply, 422, { code: 'SHEET_TOO_LARGE' }, actor.locale);
      }
      void reply.code(200).send({ rows });
    } catch (error) {
      if (!(error instanceof SpreadsheetRefused)) throw error;
      refused(reply, 422, error.refusal, actor.locale);
    }
  }
}

/** A number of the sheet the way its reader types one: 1250.5 is "1250,5" in Vietnamese. */
const asTyped = (cell: Cell | null, locale: Locale): string =>
  cell?.kind === 'NUMBER' && locale === 'vi' ? cell.text.replace('.', ',') : (cell?.text ?? '');

function refused(reply: FastifyReply, status: number, refusal: Refusal, locale: Locale): void {
  const { code, message } = explain(spreadsheetMessages, refusal as never, locale);
  void reply.code(status).send({ code, message });
}
