import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFoundError } from '../errors.js';

const FILE = /^([0-9a-f-]{36})\.(pdf|svg|docx)$/i;
const MIME = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export interface MadePaper {
  /** Shown when it is saved, for example "PGH-2026-000045". */
  readonly name: string;
  readonly body: Buffer | string;
}

/** Answers `<id>.pdf`, `<id>.svg` or `<id>.docx` with what `make` returns; what is missing, foreign or misspelt is answered alike. */
export async function sendPaper(
  reply: FastifyReply,
  file: string,
  kind: keyof typeof MIME,
  make: (id: string) => Promise<MadePaper | null>,
): Promise<void> {
  const [, id, extension] = FILE.exec(file) ?? [];
  const paper = id && extension?.toLowerCase() === kind ? await make(id.toLowerCase()).catch(nullWhenMissing) : null;
  if (!paper) {
    await reply.code(404).send({ code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' });
    return;
  }
  await reply
    .header('content-type', MIME[kind])
    .header('content-disposition', `inline; filename="${paper.name}.${kind}"`)
    .header('cache-control', 'private, no-store')
    .send(paper.body);
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

/** Where this server is reached: as configured, else as the request came. */
export const publicOrigin = (configured: string | undefined, request: FastifyRequest): string =>
  (configured ?? `${request.protocol}://${request.host}`).replace(/\/$/, '');
