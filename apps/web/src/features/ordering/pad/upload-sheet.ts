/** What the server says of a sheet it cannot read, or no words when the network failed. */
export class SheetRefused extends Error {}

/** The cells of the first sheet of an XLSX or CSV file, as its reader would type them. Throws SheetRefused. */
export async function uploadSheet(file: File): Promise<string[][]> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch('/order-sheets', {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as { rows?: string[][]; message?: string } | null;
  if (!response?.ok || !answer?.rows) throw new SheetRefused(answer?.message ?? '');
  return answer.rows;
}
