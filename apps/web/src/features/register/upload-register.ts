export type Uploaded = { id: string } | { message: string };

/** Sends a register; the server answers with its id or with a sentence. */
export async function uploadRegister(event: string, file: File): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`/register-files?event=${encodeURIComponent(event)}`, {
    method: 'POST',
    body,
    credentials: 'same-origin',
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as { id?: string; message?: string } | null;
  return response?.ok && answer?.id ? { id: answer.id } : { message: answer?.message ?? '' };
}
