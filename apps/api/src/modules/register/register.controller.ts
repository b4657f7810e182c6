import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allows, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { NotFoundError } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import { explain, type Locale } from '../../platform/graphql/refusal.js';
import { uploadedFile } from '../../platform/http/uploaded-file.js';
import { comesFromElsewhere, sendSheet } from '../../platform/spreadsheets/index.js';
import { SessionReader } from '../identity/index.js';
import { RegisterQueries } from './register.queries.js';
import { type RegisterRefusal, registerMessages } from './register.messages.js';
import { RegisterService } from './register.service.js';
import { registerTemplate, sampleWorkbook } from './sample/register-workbook.js';

const NOT_FOUND = { code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Registers in, the template and the kept files out; the session is asked here, because GraphQL's guard does not stand before plain HTTP. */
@Controller('register-files')
@Authority('PUBLIC')
export class RegisterController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly service: RegisterService,
    private readonly queries: RegisterQueries,
    private readonly store: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  async upload(
    @Query('event') event: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    if (!actor) return void reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Hãy đăng nhập để tải tệp lên.' });
    if (!allows(actor, 'register.prepare', {})) return void reply.code(404).send(NOT_FOUND);
    const upload = await uploadedFile(request);
    if ('problem' in upload) {
      const isLarge = upload.problem === 'TOO_LARGE';
      return this.refuse(
        reply,
        isLarge ? 413 : 400,
        { code: isLarge ? 'SHEET_TOO_LARGE' : 'REGISTER_FILE_MISSING' },
        actor.locale,
      );
    }
    const opened = await this.service.upload(actor, event ?? '', upload.name, upload.bytes);
    if (!opened.ok) return this.refuse(reply, 422, opened.refusal, actor.locale);
    void reply.code(201).send({ id: opened.value });
  }

  @Get('template.xlsx')
  async template(
    @Query('lang') lang: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = await this.officer(request);
    if (!actor) return void reply.code(404).send(NOT_FOUND);
    const locale = lang === 'en' || lang === 'vi' ? lang : actor.locale;
    await sendSheet(reply, { format: 'xlsx', name: 'mau-so-dang-ky-hoi-nghi', tables: registerTemplate(locale) });
  }

  /** Only where the demo world is: 200 agreements between fictional parties, to try the import on. */
  @Get('sample.xlsx')
  async sample(
    @Query('mistakes') mistakes: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = this.config.demo ? await this.officer(request) : null;
    if (!actor) return void reply.code(404).send(NOT_FOUND);
    const name = mistakes ? 'so-mau-co-muoi-loi' : 'so-mau-200-bien-ban';
    await sendSheet(reply, { format: 'xlsx', name, tables: sampleWorkbook({ mistakes: Boolean(mistakes) }) });
  }

  /** The file as it was brought in: every traced cell can be looked up. */
  @Get(':id/file.xlsx')
  async file(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = isUuid(id) ? await this.officer(request) : null;
    const batch = actor && (await this.queries.byId(actor, id).catch(nullWhenMissing));
    const bytes = batch && (await this.store.read(batch.id));
    if (!bytes) return void reply.code(404).send(NOT_FOUND);
    await reply
      .headers({
        'content-type': XLSX,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(batch.fileName)}`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(bytes);
  }

  private async officer(request: FastifyRequest): Promise<Actor | null> {
    if (comesFromElsewhere(request)) return null;
    const actor = await this.sessions.actorOf(request);
    return actor && allows(actor, 'register.prepare', {}) ? actor : null;
  }

  private refuse(reply: FastifyReply, status: number, refusal: RegisterRefusal, locale: Locale): void {
    const { code, message } = explain(registerMessages, refusal, locale);
    void reply.code(status).send({ code, message, field: 'file' });
  }
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
