import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { NotFoundError } from '../../platform/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { explain, type Locale } from '../../platform/graphql/refusal.js';
import { uploadedFile } from '../../platform/http/uploaded-file.js';
import { isUuid } from '../../platform/ids.js';
import { comesFromElsewhere, sendSheet, splitFormat } from '../../platform/spreadsheets/index.js';
import { SessionReader } from '../identity/index.js';
import { ImportKinds } from './import-kinds.js';
import { type ImportRefusal, importMessages } from './import.messages.js';
import { ImportService } from './import.service.js';
import { templateOf } from './import-template.js';
import type { ImportKind } from './import-kind.js';
import { RejectedRows } from './rejected-rows.js';

const NOT_FOUND = { code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' };
const slugOf = (kind: ImportKind): string => kind.name.toLowerCase();

/** Files in, templates and rejected rows out; the session is asked here, because GraphQL's guard does not stand before plain HTTP. */
@Controller('imports')
@Authority('PUBLIC')
export class ImportController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly uow: UnitOfWork,
    private readonly service: ImportService,
    private readonly kinds: ImportKinds,
    private readonly rejected: RejectedRows,
  ) {}

  @Post()
  async upload(@Query('kind') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    if (!actor) return void reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Hãy đăng nhập để tải tệp lên.' });
    const kind = this.kindFor(actor, name);
    if (!kind) return void reply.code(404).send(NOT_FOUND);
    const upload = await uploadedFile(request);
    if ('problem' in upload) {
      const tooLarge = upload.problem === 'TOO_LARGE';
      const refusal: ImportRefusal = { code: tooLarge ? 'SHEET_TOO_LARGE' : 'IMPORT_FILE_MISSING' };
      return this.refuse(reply, tooLarge ? 413 : 400, refusal, actor.locale);
    }
    const opened = await this.service.upload(actor, kind, upload.name, upload.bytes);
    if (!opened.ok) return this.refuse(reply, 422, opened.refusal, actor.locale);
    void reply.code(201).send({ id: opened.value });
  }

  @Get('templates/:file')
  async template(
    @Param('file') file: string,
    @Query('lang') lang: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = splitFormat(file);
    const actor = wanted && (await this.sessions.actorOf(request));
    const kind = actor && this.kindFor(actor, wanted.name.toUpperCase());
    if (!kind || comesFromElsewhere(request)) return void reply.code(404).send(NOT_FOUND);
    const locale = lang === 'en' || lang === 'vi' ? lang : actor.locale;
    await sendSheet(reply, {
      format: wanted.format,
      name: `mau-${slugOf(kind)}`,
      tables: templateOf(await this.withChoices(actor, kind), locale),
    });
  }

  /** Only the rows that were not taken, each with its reasons, to be mended and uploaded again. */
  @Get(':id/:file')
  async rejectedRows(
    @Param('id') id: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = splitFormat(file);
    const actor =
      wanted?.name === 'rejected' && isUuid(id) && !comesFromElsewhere(request) ? await this.sessions.actorOf(request) : null;
    const table = actor && (await this.rejected.of(actor, id).catch(nullWhenMissing));
    if (!table || !wanted) return void reply.code(404).send(NOT_FOUND);
    await sendSheet(reply, { format: wanted.format, name: 'dong-can-sua', tables: [table] });
  }

  /** The kind with the choices of today in its lists. */
  private async withChoices(
    actor: Actor,
    kind: ImportKind,
  ): Promise<Pick<ImportKind, 'label' | 'columns' | 'keyColumns' | 'neededForNew'>> {
    const choices = (await this.uow.read(actor, async (tx) => kind.choicesNow?.(tx))) ?? {};
    const columns = kind.columns.map((column) => ({
      ...column,
      ...(choices[column.key] ? { choices: choices[column.key]! } : {}),
    }));
    const { label, keyColumns, neededForNew = [] } = kind;
    return { label, columns, keyColumns, neededForNew };
  }

  private kindFor(actor: Actor, name: string): ImportKind | null {
    const kind = this.kinds.find(name);
    return kind && allows(actor, kind.action, { ownerOrgId: actor.orgId }) ? kind : null;
  }

  private refuse(reply: FastifyReply, status: number, refusal: ImportRefusal, locale: Locale): void {
    const { code, message } = explain(importMessages, refusal, locale);
    void reply.code(status).send({ code, message, field: 'file' });
  }
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
