import { Injectable } from '@nestjs/common';
import { expectedFigures, lineAmount, quantity, type VatCode } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { NoteBook } from '../note/note-book.js';
import type { LockedRequest } from '../payment-settlement.js';

interface Line {
  readonly requestLineId: string;
  readonly qty: string;
  readonly amount: bigint;
  readonly unitPrice: bigint;
  readonly vatCode: VatCode;
}

interface Taken {
  readonly id: string;
  readonly net: bigint;
  readonly vat: bigint;
  readonly total: bigint;
  /** The manager's words; null for a rounding within the tolerance. */
  readonly reason: string | null;
}

const ROUNDING = 'Làm tròn theo hoá đơn điện tử';

/** A taken invoice is owed to the đồng: what it says beyond (or below) order and receipt becomes a note of its own. */
@Injectable()
export class InvoiceDifference {
  constructor(private readonly notes: NoteBook) {}

  async settle(tx: Tx, request: LockedRequest, taken: Taken): Promise<LockedRequest> {
    const lines = await tx.query<Line>(
      `select i.request_line_id as "requestLineId", i.qty, i.amount, r.unit_price as "unitPrice", r.vat_code as "vatCode"
       from invoice_line i join payment_request_line r on r.id = i.request_line_id where i.invoice_id = $1 order by i.line_no`,
      [taken.id],
    );
    const asked = lines.map(({ qty, ...line }) => ({ ...line, qty: quantity(qty) }));
    const expected = expectedFigures(asked);
    const [net, vat] = [taken.net - expected.net, taken.vat - expected.vat];
    if (net + vat === 0n) return request;
    const { request: now } = await this.notes.write(tx, request, {
      kind: net + vat < 0n ? 'CREDIT' : 'DEBIT',
      state: 'ISSUED',
      source: 'INVOICE',
      sourceId: taken.id,
      invoiceId: taken.id,
      reason: taken.reason ?? ROUNDING,
      figures: { net, vat, total: net + vat },
      lines: asked.flatMap(({ requestLineId, qty, amount, unitPrice, vatCode }) => {
        const more = amount - lineAmount(qty, unitPrice);
        return more === 0n ? [] : [{ requestLineId, net: more, vatCode }];
      }),
      writtenBy: null,
    });
    return now;
  }

  /** The opposite of what the invoice's note did, when the invoice is replaced. */
  async turnBack(tx: Tx, request: LockedRequest, invoiceId: string): Promise<LockedRequest> {
    const [note] = await tx.query<{ id: string; net: bigint; vat: bigint }>(
      `select id, net_amount as net, vat_amount as vat from billing_note where source = 'INVOICE' and source_id = $1`,
      [invoiceId],
    );
    if (!note) return request;
    const lines = await tx.query<{ requestLineId: string; net: bigint; vatCode: VatCode }>(
      `select request_line_id as "requestLineId", -net_amount as net, vat_code as "vatCode" from billing_note_line where note_id = $1 order by line_no`,
      [note.id],
    );
    const [net, vat] = [-note.net, -note.vat];
    const { request: now } = await this.notes.write(tx, request, {
      kind: net + vat < 0n ? 'CREDIT' : 'DEBIT',
      state: 'ISSUED',
      source: 'INVOICE_REPLACED',
      sourceId: invoiceId,
      invoiceId,
      reason: 'Hoá đơn đã được thay thế',
      figures: { net, vat, total: net + vat },
      lines,
      writtenBy: null,
    });
    return now;
  }
}
