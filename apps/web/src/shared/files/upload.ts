import { compressPhoto } from './compress-photo';

export interface StoredFile {
  id: string;
  url: string;
  sha256: string;
  width?: number | null;
  height?: number | null;
}

/** A refusal of the server in the reader's words, or a network failure without words. */
export class UploadError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Photos are made small here first; documents (PDF) go as they are. Throws UploadError. */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<StoredFile> {
  const body = new FormData();
  const sent = await compressPhoto(file);
  body.append('file', sent, sent.name);
  const response = await fetch('/files', {
    method: 'POST',
    body,
    signal,
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  }).catch(() => {
    throw new UploadError('NETWORK', '');
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<StoredFile> & { code?: string; message?: string };
  if (response.ok && answer.id && answer.url) return answer as StoredFile;
  throw new UploadError(answer.code ?? (response.status === 413 ? 'FILE_TOO_LARGE' : 'UPLOAD_FAILED'), answer.message ?? '');
}
