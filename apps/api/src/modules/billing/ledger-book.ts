import { Injectable } from '@nestjs/common';
import { type MoneyFact, postingsOf } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { LedgerEntry } from './ledger-entry.entity.js';

export interface BookedOn {
  /** Names the fact once and for all: a second booking of it is refused by the database. */
  readonly factId: string;
  readonly paymentRequestId: string | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly bookedOn: string;
}

/** The seller's double-entry book: what was billed, what arrived, what went back. Entries are never changed. */
@Injectable()
export class LedgerBook {
  async book(tx: Tx, fact: MoneyFact, where: BookedOn): Promise<void> {
    await tx.insert(
      LedgerEntry,
      postingsOf(fact).map((posting) => ({ id: newId(), factType: fact.kind, ...where, ...posting })),
    );
  }
}
