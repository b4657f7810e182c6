import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import { Authority } from '../../../platform/auth/authority.js';
import { explain, type Locale } from '../../../platform/graphql/refusal.js';
import { uploadedFile } from '../../../platform/http/uploaded-file.js';
import { SessionReader } from '../../identity/index.js';
import { bankMessages } from './bank-statement.messages.js';
import { BankStatementService } from './bank-statement.service.js';

/** Statements come in as files; the session is asked here, because GraphQL's guard does not stand before plain HTTP. */
@Controller('bank-statements')
@Authority('PUBLIC')
export class BankStatementController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly service: BankStatementService,
  ) {}

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    if (!actor) return void reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Hãy đăng nhập để tải tệp lên.' });
    if (!allows(actor, 'payment.confirm', { sellerOrgId: actor.orgId })) {
      return void reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' });
    }
    const upload = await uploadedFile(request);
    if ('problem' in upload) {
      const tooLarge = upload.problem === 'TOO_LARGE';
      return refused(reply, tooLarge ? 413 : 400, { code: tooLarge ? 'SHEET_TOO_LARGE' : 'STATEMENT_MISSING' }, actor.locale);
    }
    const read = await this.service.upload(actor, upload.name, upload.bytes);
    if (!read.ok) return refused(reply, 422, read.refusal, actor.locale);
    void reply.code(201).send(read.value);
  }
}

function refused(reply: FastifyReply, status: number, refusal: Refusal, locale: Locale): void {
  const { code, message, ...rest } = explain(bankMessages, refusal, locale);
  void reply.code(status).send({ code, message, field: 'field' in rest ? rest.field : null });
}
