import { Injectable } from '@nestjs/common';
import { creditWithin, lineAmount, noteFigures, type NoteLine, quantity } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { lockedLines, type RequestLine } from '../invoice/invoice-book.js';
import { PaymentRequestIssuer } from '../payment-request.issuer.js';
import { type LockedRequest, owedOf, PaymentSettlement } from '../payment-settlement.js';
import { NoteBook } from './note-book.js';
import { creditNoted } from './note.notices.js';

/**
 * What a claim came to (credit note, price cut, return), told through the outbox by whoever settled it. A line says either how
 * much of the goods is not paid for (`qty`, base units, at the order's price) or by how much the price fell (`amount`, đồng before VAT).
 */
export interface CreditAgreed {
  readonly claimId: string;
  readonly receiptId: string;
  readonly reason: string;
  readonly lines: readonly { readonly orderLineId: string; readonly qty?: string | null; readonly amount?: string | null }[];
}

/** Facts of the trade that lower a debt become notes of their own, once for each fact, however often the job runs. */
@Injectable()
export class AgreedCreditJob {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    private readonly notes: NoteBook,
    private readonly issuer: PaymentRequestIssuer,
  ) {}

  @JobHandler('billing.credit-agreed')
  async credit({ claimId, receiptId, reason, lines }: CreditAgreed): Promise<void> {
    await this.once('CLAIM', claimId, receiptId, reason, (requested) =>
      lines.flatMap(({ orderLineId, qty, amount }) => {
        const line = requested.find((one) => one.orderLineId === orderLineId);
        if (!line) return [];
        const asked = amount ? BigInt(amount) : lineAmount(quantity(qty ?? '0'), line.unitPrice);
        // A claim never gives back more than the goods are worth after earlier notes.
        const left = line.amount + line.noted;
        return cut(line, asked < left ? asked : left);
      }),
    );
  }

  /** The receipt does not hold: nothing of it is owed. Money that was paid for it becomes the buyer's credit. */
  @JobHandler('billing.receipt-voided')
  async voided({ receiptId }: { receiptId: string }): Promise<void> {
    await this.once('RECEIPT_VOIDED', receiptId, receiptId, 'Phiếu nhận hàng đã huỷ', (requested) =>
      requested.flatMap((line) => cut(line, line.amount + line.noted)),
    );
  }

  private once(
    source: 'CLAIM' | 'RECEIPT_VOIDED',
    sourceId: string,
    receiptId: string,
    reason: string,
    linesOf: (requested: readonly OrderedLine[]) => NoteLine[],
  ): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      // A claim may be settled before the job that asks for the money has run: its credit must not be lost.
      await this.issuer.ensure(tx, receiptId);
      const [found] = await tx.query<{ id: string }>('select id from payment_request where receipt_id = $1', [receiptId]);
      if (!found) return;
      const request = await this.settlement.lock(tx, found.id);
      const [known] = await tx.query('select 1 from billing_note where source = $1 and source_id = $2', [source, sourceId]);
      if (known) return;
      const requested = await orderedLines(tx, request);
      const lines = linesOf(requested);
      const isWhole = source === 'RECEIPT_VOIDED';
      const owed = owedOf(request);
      if (owed === 0n) return;
      const summed = noteFigures('CREDIT', lines, requested);
      const figures = summed.ok
        ? creditWithin(summed.value, owed, isWhole)
        : isWhole
          ? { net: 0n, vat: -owed, total: -owed }
          : null;
      if (!figures) return;
      const { id } = await this.notes.write(tx, request, {
        kind: 'CREDIT',
        state: 'ISSUED',
        source,
        sourceId,
        reason,
        figures,
        lines: lines.map((line) => ({ ...line, net: -line.net })),
        writtenBy: null,
      });
      const facts = { paymentRequestId: request.id, number: request.number };
      await sendNotice(tx, creditNoted, { orgId: request.buyerOrgId, fromOrgId: request.sellerOrgId, facts, key: id });
    });
  }
}

type OrderedLine = RequestLine & { readonly orderLineId: string };

async function orderedLines(tx: Tx, request: LockedRequest): Promise<OrderedLine[]> {
  const lines = await lockedLines(tx, request.id);
  const rows = await tx.query<{ id: string; orderLineId: string }>(
    'select id, order_line_id as "orderLineId" from payment_request_line where payment_request_id = $1',
    [request.id],
  );
  return lines.map((line) => ({ ...line, orderLineId: rows.find(({ id }) => id === line.id)!.orderLineId }));
}

const cut = (line: OrderedLine, net: bigint): NoteLine[] =>
  net > 0n ? [{ requestLineId: line.id, net, vatCode: line.vatCode }] : [];
