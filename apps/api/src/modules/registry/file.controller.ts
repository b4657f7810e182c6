import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authority } from '../../platform/auth/authority.js';
import { FileStore } from '../../platform/files/file-store.js';
import { explain, type Locale } from '../../platform/graphql/refusal.js';
import { uploadedFile } from '../../platform/http/uploaded-file.js';
import { SessionReader } from '../identity/index.js';
import { type FileRefusal, fileMessages } from './file.messages.js';
import { FileQueries, type ReadableFile } from './file.queries.js';
import { FileService } from './file.service.js';
import { photoWidth } from './photo.js';
import { PhotoCopies } from './photo-copies.js';

const STATUS: Record<FileRefusal['code'], number> = {
  FILE_MISSING: 400,
  FILE_TOO_LARGE: 413,
  FILE_KIND_NOT_ALLOWED: 415,
  PICTURE_NOT_READABLE: 422,
};

/** Uploads and downloads; the session is asked here, because GraphQL's guard does not stand before plain HTTP. */
@Controller('files')
@Authority('PUBLIC')
export class FileController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly files: FileService,
    private readonly queries: FileQueries,
    private readonly store: FileStore,
    private readonly copies: PhotoCopies,
  ) {}

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    if (!actor) return void reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'Hãy đăng nhập để tải tệp lên.' });
    const upload = await uploadedFile(request);
    if ('problem' in upload) return this.refuse(reply, { code: `FILE_${upload.problem}` }, actor.locale);
    const kept = await this.files.keep(actor, upload.name, upload.bytes);
    if (!kept.ok) return this.refuse(reply, kept.refusal, actor.locale);
    void reply.code(201).send(kept.value);
  }

  @Get(':id')
  download(
    @Param('id') id: string,
    @Query('size') size: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (size === undefined) return this.send(id, () => this.store.read(id), request, reply);
    const width = photoWidth(size);
    return this.send(id, async (file) => (width && isPicture(file) ? this.copies.read(id, width) : null), request, reply);
  }

  @Get(':id/thumb')
  thumb(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(id, () => this.store.read(`${id}.thumb`), request, reply);
  }

  private async send(
    id: string,
    read: (file: ReadableFile) => Promise<Buffer | null>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.readable(id, () => this.sessions.actorOf(request));
    const bytes = file && (await read(file));
    if (!file || !bytes) return void reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy tệp.' });
    void reply
      .headers({
        'content-type': file.mime,
        'content-length': bytes.length,
        'content-disposition': dispositionOf(file),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': file.visibility === 'PUBLIC' ? 'public, max-age=31536000, immutable' : 'private, no-store',
      })
      .send(bytes);
  }

  private refuse(reply: FastifyReply, refusal: FileRefusal, locale: Locale): void {
    const { code, message, field } = explain(fileMessages, refusal, locale);
    void reply.code(STATUS[refusal.code]).send({ code, message, field });
  }
}

const isPicture = ({ mime }: ReadableFile): boolean => mime.startsWith('image/');

/** A browser opens pictures in the page; papers are saved under the name they came with. */
function dispositionOf({ mime, name }: ReadableFile): string {
  const base = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const encoded = encodeURIComponent(`${base}.${mime === 'application/pdf' ? 'pdf' : 'webp'}`).replace(/['()*]/g, escape);
  return `${mime === 'application/pdf' ? 'attachment' : 'inline'}; filename*=UTF-8''${encoded}`;
}

const escape = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
