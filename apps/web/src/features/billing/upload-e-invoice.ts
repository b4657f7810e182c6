import type { MatchField } from '../../gql/graphql';

export interface EInvoiceRead {
  fileId: string;
  symbol: string;
  number: string;
  issuedOn: string;
  lookupCode: string | null;
  vatAmount: string;
  total: string;
  lines: { requestLineId: string | null; name: string; qty: string; unitPrice: string; amount: string; vatCode: string | null }[];
  compared: { field: MatchField; lineNo: number | null; expected: string | null; actual: string | null; isEqual: boolean }[];
}

/** The XML as the server read it, or a sentence saying why it was not ("" when the network failed). */
export async function uploadEInvoice(requestId: string, file: File): Promise<EInvoiceRead | { refused: string }> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`/e-invoices/${requestId}`, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as (EInvoiceRead & { message?: string }) | null | undefined;
  return response?.ok && answer ? answer : { refused: answer?.message ?? '' };
}
