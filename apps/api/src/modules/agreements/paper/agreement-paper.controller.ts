import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type MadePaper, officialDocx, officialPdf, renderPdf, sendPaper } from '../../../platform/documents/index.js';
import { SessionReader } from '../../identity/index.js';
import { agreementPaper, type PaperType } from './agreement-paper.js';

const TYPES: Readonly<Record<string, PaperType>> = { agreements: 'MOU', contracts: 'CONTRACT', amendments: 'AMENDMENT' };

/** Memoranda, contracts and annexes as papers: to print, or to edit in an office program. */
@Controller('documents')
@Authority('PUBLIC')
export class AgreementPaperController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly uow: UnitOfWork,
  ) {}

  @Get('agreements/:file')
  mou(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('agreements', file, request, reply);
  }

  @Get('contracts/:file')
  contract(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('contracts', file, request, reply);
  }

  @Get('amendments/:file')
  amendment(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('amendments', file, request, reply);
  }

  private send(kind: string, file: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const extension = /\.docx$/i.test(file) ? 'docx' : 'pdf';
    return sendPaper(reply, file, extension, async (id) => {
      const actor = await this.sessions.actorOf(request);
      return actor ? this.make(actor, TYPES[kind]!, id, extension) : null;
    });
  }

  private async make(actor: Actor, type: PaperType, id: string, extension: 'pdf' | 'docx'): Promise<MadePaper> {
    const { name, document, madeAt } = await this.uow.read(actor, async (tx) => ({
      ...(await agreementPaper(tx, type, id, { readerOrgId: actor.orgId, foot: null })),
      madeAt: tx.now,
    }));
    const body = extension === 'docx' ? await officialDocx(document) : await renderPdf(officialPdf(document, madeAt));
    return { name, body };
  }
}
