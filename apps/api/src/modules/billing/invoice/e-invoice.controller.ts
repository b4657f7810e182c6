import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../../../platform/auth/authority.js';
import { NotFoundError, ForbiddenError } from '../../../platform/errors.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { uploadedFile } from '../../../platform/http/uploaded-file.js';
import { SessionReader } from '../../identity/index.js';
import { EInvoiceService } from './e-invoice.service.js';
import { invoiceMessages } from './invoice.messages.js';

const MISSING = { code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' };

/** E-invoices come in as XML files and go out again as they came; the session is asked here, as for bank statements. */
@Controller('e-invoices')
@Authority('PUBLIC')
export class EInvoiceController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly service: EInvoiceService,
  ) {}

  @Post(':requestId')
  async upload(@Param('requestId') requestId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    if (!actor) return void reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Hãy đăng nhập để tải tệp lên.' });
    const upload = await uploadedFile(request);
    if ('problem' in upload) {
      const refusal = { code: upload.problem === 'TOO_LARGE' ? 'XML_TOO_LARGE' : 'XML_DAMAGED' };
      return void reply.code(400).send(explain(invoiceMessages, refusal, actor.locale));
    }
    const read = await this.service.upload(actor, requestId, upload.name, upload.bytes).catch((error: unknown) => {
      if (error instanceof NotFoundError || error instanceof ForbiddenError) return null;
      throw error;
    });
    if (!read) return void reply.code(404).send(MISSING);
    if (!read.ok) return void reply.code(422).send(explain(invoiceMessages, read.refusal, actor.locale));
    void reply.code(201).send(read.value);
  }

  @Get(':file')
  async xml(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    const found = actor && (await this.service.xmlOf(actor, file.replace(/\.xml$/, '')).catch(() => null));
    if (!found) return void reply.code(404).send(MISSING);
    void reply
      .header('content-type', 'application/xml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${found.name}.xml"`)
      .header('cache-control', 'private, no-store')
      .send(found.xml);
  }
}
