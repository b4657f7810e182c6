export type Uploaded = { id: string } | { message: string };

/** Sends a sheet; the server answers with the import's id or with a sentence. */
export async function uploadSheet(kind: string, file: File): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`/imports?kind=${kind}`, { method: 'POST', body, credentials: 'same-origin' }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as { id?: string; message?: string } | null;
  return response?.ok && answer?.id ? { id: answer.id } : { message: answer?.message ?? '' };
}
