import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type VoidedReceipt, type VoidGuard, VoidGuards } from '../fulfillment/index.js';

/** An invoice in whatever state (the tax office knows it too), money that was said or seen and not given back, or a card under way. */
const STANDS = `(exists (select 1 from invoice i where i.payment_request_id = p.id)
  or exists (select 1 from payment d where d.payment_request_id = p.id and d.status in ('DECLARED', 'SUCCEEDED') and d.amount > d.refunded + d.released)
  or exists (select 1 from card_checkout c where c.payment_request_id = p.id and c.outcome in ('OPEN', 'PROCESSING')))`;

/** A receipt on which an invoice or a payment stands is corrected by a claim or a note, never taken back. */
@Injectable()
export class ReceiptStand implements VoidGuard, OnModuleInit {
  constructor(private readonly guards: VoidGuards) {}

  onModuleInit(): void {
    this.guards.add(this);
  }

  async standing(tx: Tx, receiptIds: readonly string[]): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `select p.receipt_id as id from payment_request p where p.receipt_id = any($1) and ${STANDS}`,
      [receiptIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Holds the request until the receipt is voided: a payment that comes at the same time waits, and then becomes the buyer's credit. */
  async ask(tx: Tx, receipt: VoidedReceipt): Promise<Result<null, Refusal>> {
    await tx.query('select 1 from payment_request where receipt_id = $1 for update', [receipt.id]);
    const [held] = await this.standing(tx, [receipt.id]);
    return held ? refuse({ code: 'RECEIPT_INVOICED' }) : accept(null);
  }
}
