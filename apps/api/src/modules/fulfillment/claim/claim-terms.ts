import { type ClaimTerm, claimTermFor } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

const cache = new WeakMap<Tx, Promise<ClaimTerm[]>>();

/** The dated rows of `claim_term`; asked once a transaction. */
export function claimTerms(tx: Tx): Promise<ClaimTerm[]> {
  let terms = cache.get(tx);
  if (!terms) {
    terms = tx.query<ClaimTerm>(
      `select code, shelf_life_to as "shelfLifeTo", window_hours as "windowHours", answer_hours as "answerHours", escalate_hours as "escalateHours",
         dispute_hours as "disputeHours", auto_receipt_hours as "autoReceiptHours", valid_from as "validFrom", valid_to as "validTo" from claim_term`,
    );
    cache.set(tx, terms);
  }
  return terms;
}

/** The term of goods with this shelf life today. A day without a term is a mistake in the reference data, not of the reader. */
export async function termOf(tx: Tx, shelfLifeDays: number | null): Promise<ClaimTerm> {
  const term = claimTermFor(await claimTerms(tx), shelfLifeDays, tx.today);
  if (!term) throw new Error(`No claim term is in force on ${tx.today}`);
  return term;
}
