import type { EInvoice, EInvoiceLine } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

type Stored = Omit<EInvoice, 'net' | 'vat' | 'total' | 'lines'> & {
  net: string;
  vat: string;
  total: string;
  lines: (Omit<EInvoiceLine, 'unitPrice' | 'amount'> & { unitPrice: string; amount: string })[];
};

/** Amounts as decimal strings: JSON has no bigint. */
export const toStored = (invoice: EInvoice): Stored => ({
  ...invoice,
  net: String(invoice.net),
  vat: String(invoice.vat),
  total: String(invoice.total),
  lines: invoice.lines.map((line) => ({ ...line, unitPrice: String(line.unitPrice), amount: String(line.amount) })),
});

const fromStored = (stored: Stored): EInvoice => ({
  ...stored,
  net: BigInt(stored.net),
  vat: BigInt(stored.vat),
  total: BigInt(stored.total),
  lines: stored.lines.map((line) => ({ ...line, unitPrice: BigInt(line.unitPrice), amount: BigInt(line.amount) })),
});

/** The file as it was read; NOT_FOUND when it was uploaded for another request or by another organization. */
export async function fileContent(tx: Tx, id: string, paymentRequestId: string): Promise<{ id: string; content: EInvoice }> {
  const { content } = await tx.one<{ content: Stored }>(
    'select content from e_invoice_file where id = $1 and payment_request_id = $2',
    [id, paymentRequestId],
  );
  return { id, content: fromStored(content) };
}
