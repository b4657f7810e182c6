export interface StatementRead {
  credits: number;
  fresh: number;
  settled: number;
  toReview: number;
  unreadable: { row: number; field: string; text: string }[];
}

/** What became of the file, or a sentence saying why it was not read ("" when the network failed). */
export async function uploadStatement(file: File): Promise<StatementRead | { refused: string }> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch('/bank-statements', {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as (StatementRead & { message?: string }) | null | undefined;
  return response?.ok && answer ? answer : { refused: answer?.message ?? '' };
}
