import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept, compareEInvoice, type ComparedField, localDateOf, pairLines, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine } from '../../../platform/text.js';
import { PaymentSettlement } from '../payment-settlement.js';
import { toStored } from './e-invoice-content.js';
import { EInvoiceFile } from './e-invoice-file.entity.js';
import { readEInvoice } from './e-invoice-xml.js';
import { lockedLines } from './invoice-book.js';

/** The XML as read, beside the request: plain values for JSON. */
export interface EInvoiceRead {
  readonly fileId: string;
  readonly symbol: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly lookupCode: string | null;
  readonly vatAmount: string;
  readonly total: string;
  readonly lines: readonly {
    requestLineId: string | null;
    name: string;
    qty: string;
    unitPrice: string;
    amount: string;
    vatCode: string | null;
  }[];
  readonly compared: readonly ComparedField[];
}

@Injectable()
export class EInvoiceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
  ) {}

  /** Keeps the XML once, however often it is uploaded, and lays it beside what was accepted and not invoiced yet. */
  async upload(actor: Actor, requestId: string, fileName: string, bytes: Buffer): Promise<Result<EInvoiceRead, Refusal>> {
    const xml = bytes.toString('utf8').replace(/^\uFEFF/, '');
    return this.uow.run(actor, async (tx) => {
      const request = await this.settlement.lock(tx, idOf(requestId));
      assertMay(actor, 'invoice.record', request);
      const read = readEInvoice(xml);
      if (!read.ok) return read;
      const invoice = read.value;
      const fileId = await keep(tx, actor, request.id, tidyLine(fileName) ?? 'hoa-don.xml', xml, toStored(invoice));
      const asked = (await lockedLines(tx, request.id))
        .map((line) => ({ ...line, qty: line.accepted.sub(line.invoiced) }))
        .filter(({ qty }) => qty.isPositive);
      const codes = await tx.query<{ id: string; taxCode: string | null }>(
        'select id, tax_code as "taxCode" from organization where id in ($1, $2)',
        [request.sellerOrgId, request.buyerOrgId],
      );
      const codeOf = (orgId: string) => codes.find(({ id }) => id === orgId)?.taxCode ?? null;
      const compared = compareEInvoice(invoice, {
        sellerTaxCode: codeOf(request.sellerOrgId),
        buyerTaxCode: codeOf(request.buyerOrgId),
        receivedOn: localDateOf(request.receivedAt),
        lines: asked,
      });
      const pairs = pairLines(invoice.lines, asked);
      const { symbol, number, issuedOn, lookupCode, lines } = invoice;
      return accept({
        fileId,
        symbol,
        number,
        issuedOn,
        lookupCode,
        vatAmount: String(invoice.vat),
        total: String(invoice.total),
        lines: lines.map(({ name, qty, unitPrice, amount, vatCode }, index) => ({
          requestLineId: pairs[index]!,
          name,
          qty,
          unitPrice: String(unitPrice),
          amount: String(amount),
          vatCode,
        })),
        compared,
      });
    });
  }

  /** The XML of a recorded invoice, for the two parties; NOT_FOUND for everybody else. */
  xmlOf(actor: Actor, invoiceId: string): Promise<{ name: string; xml: string }> {
    return this.uow.read(actor, (tx) =>
      tx.one<{ name: string; xml: string }>(
        `select i.symbol || '-' || i.number as name, f.xml from invoice i join e_invoice_file f on f.id = i.file_id where i.id = $1`,
        [idOf(invoiceId)],
      ),
    );
  }
}

async function keep(
  tx: Tx,
  actor: Actor,
  paymentRequestId: string,
  fileName: string,
  xml: string,
  content: object,
): Promise<string> {
  const sha256 = createHash('sha256').update(`${paymentRequestId}\n${xml}`).digest('hex');
  const [known] = await tx.query<{ id: string }>('select id from e_invoice_file where org_id = $1 and sha256 = $2', [
    actor.orgId,
    sha256,
  ]);
  if (known) return known.id;
  const id = newId();
  await tx.insert(EInvoiceFile, {
    id,
    orgId: actor.orgId,
    paymentRequestId,
    fileName,
    sha256,
    xml,
    content,
    uploadedBy: actor.userId,
  });
  return id;
}
