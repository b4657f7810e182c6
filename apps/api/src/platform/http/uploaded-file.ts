import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export const LARGEST_FILE = 10 * 1024 * 1024;

export type Upload = { readonly name: string; readonly bytes: Buffer } | { readonly problem: 'MISSING' | 'TOO_LARGE' };

/** The one file of an upload, whole and in memory; a request that is no upload has none. */
export async function uploadedFile(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) return { problem: 'MISSING' };
  let part: MultipartFile | undefined;
  try {
    part = await request.file({ limits: { fileSize: LARGEST_FILE, files: 1 } });
    if (!part) return { problem: 'MISSING' };
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') return { problem: 'TOO_LARGE' };
    if (code?.startsWith('FST_')) return { problem: 'MISSING' };
    throw error;
  }
}
