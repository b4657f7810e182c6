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

/** Undoes, in the same transaction, what a later module made of the receipt, or refuses because it stands. */
export type VoidGuard = (tx: Tx, receipt: VoidedReceipt) => Promise<Result<null, Refusal>>;

/** Later modules put their guard here when they start: a receipt is taken back whole, or not at all. */
@Injectable()
export class VoidGuards {
  private readonly guards: VoidGuard[] = [];

  add(guard: VoidGuard): void {
    this.guards.push(guard);
  }

  /** The first refusal, or the word that nothing stands on the receipt any more. Refusals use RECEIPT_INVOICED. */
  async ask(tx: Tx, receipt: VoidedReceipt): Promise<Result<null, Refusal>> {
    for (const guard of this.guards) {
      const answer = await guard(tx, receipt);
      if (!answer.ok) return answer;
    }
    return { ok: true, value: null };
  }
}
