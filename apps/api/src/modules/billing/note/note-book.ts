import { Injectable } from '@nestjs/common';
import type { NoteFigures, NoteKind, NoteSource, NoteState, VatCode } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { documentNumber } from '../../ordering/index.js';
import { type LockedRequest, PaymentSettlement } from '../payment-settlement.js';
import { BillingNoteLine } from './billing-note-line.entity.js';
import { BillingNote } from './billing-note.entity.js';

export interface NoteToWrite {
  readonly kind: NoteKind;
  readonly state: Extract<NoteState, 'PROPOSED' | 'ISSUED'>;
  readonly source: NoteSource;
  readonly sourceId?: string | null;
  readonly invoiceId?: string | null;
  readonly reason: string;
  /** Signed. */
  readonly figures: NoteFigures;
  /** Net amounts carry the note's sign. */
  readonly lines: readonly { readonly requestLineId: string; readonly net: bigint; readonly vatCode: VatCode | string }[];
  readonly symbol?: string | null;
  readonly invoiceNumber?: string | null;
  readonly invoicedOn?: string | null;
  readonly writtenBy: string | null;
}

/** Credit notes are numbered GC, debit notes GN. */
const PREFIX: Record<NoteKind, string> = { CREDIT: 'GC', DEBIT: 'GN' };

/** Writes notes and lets them take effect; its callers hold the lock of the request. */
@Injectable()
export class NoteBook {
  constructor(private readonly settlement: PaymentSettlement) {}

  /** The request as it stands after the note; unchanged but for its version when the note still waits. */
  async write(tx: Tx, request: LockedRequest, note: NoteToWrite): Promise<{ id: string; request: LockedRequest }> {
    const id = newId();
    const { figures, lines, ...rest } = note;
    const prefix = PREFIX[note.kind];
    await tx.insert(BillingNote, {
      ...rest,
      id,
      number: documentNumber(prefix, tx.today, await tx.nextNumber(prefix)),
      paymentRequestId: request.id,
      sellerOrgId: request.sellerOrgId,
      buyerOrgId: request.buyerOrgId,
      netAmount: figures.net,
      vatAmount: figures.vat,
      total: figures.total,
      ...(note.state === 'ISSUED' && { decidedAt: tx.now }),
    });
    await tx.insert(
      BillingNoteLine,
      lines.map(({ requestLineId, net, vatCode }, index) => ({
        id: newId(),
        noteId: id,
        sellerOrgId: request.sellerOrgId,
        buyerOrgId: request.buyerOrgId,
        requestLineId,
        lineNo: index + 1,
        netAmount: net,
        vatCode,
      })),
    );
    await tx.audit('billing-note.write', 'order', request.orderId, { request: request.number, kind: note.kind });
    return { id, request: note.state === 'ISSUED' ? await this.takeEffect(tx, request, id, figures) : request };
  }

  /** The note holds from now on: lines, debt, credit and book follow. */
  async takeEffect(tx: Tx, request: LockedRequest, id: string, { net, vat }: NoteFigures): Promise<LockedRequest> {
    await tx.query(
      `update payment_request_line l set noted_amount = l.noted_amount + n.net
       from (select request_line_id, sum(net_amount) as net from billing_note_line where note_id = $1 group by request_line_id) n
       where l.id = n.request_line_id`,
      [id],
    );
    return this.settlement.noted(tx, request, { id, net, vat });
  }
}
