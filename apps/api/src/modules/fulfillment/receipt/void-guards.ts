import { Injectable } from '@nestjs/common';
import type { Refusal, Result } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface VoidedReceipt {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

/** What a later module knows of receipts: it says when something stands on them. */
export interface VoidGuard {
  /** Those of the receipts on which something stands; without locks, to tell a reader what is possible. */
  standing(tx: Tx, receiptIds: readonly string[]): Promise<readonly string[]>;
  /** Under the lock of the receipt, before any other lock: undoes what a later module made of it, or refuses because it stands. */
  ask(tx: Tx, receipt: VoidedReceipt): Promise<Result<null, Refusal>>;
}

/** Later modules put their guard here when they start: a receipt is taken back whole, or not at all. */
@Injectable()
export class VoidGuards {
  private readonly guards: VoidGuard[] = [];

  add(guard: VoidGuard): void {
    this.guards.push(guard);
  }

  async standing(tx: Tx, receiptIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    if (receiptIds.length === 0) return found;
    for (const guard of this.guards) for (const id of await guard.standing(tx, receiptIds)) found.add(id);
    return found;
  }

  /** The first refusal, or the word that nothing stands on the receipt any more. Refusals use RECEIPT_INVOICED. */
  async ask(tx: Tx, receipt: VoidedReceipt): Promise<Result<null, Refusal>> {
    for (const guard of this.guards) {
      const answer = await guard.ask(tx, receipt);
      if (!answer.ok) return answer;
    }
    return { ok: true, value: null };
  }
}
