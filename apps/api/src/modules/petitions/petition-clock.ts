import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { LegalBook } from '../registry/index.js';

/** Deadlines and limits of petitions: rows of `legal_parameter`. */
@Injectable()
export class PetitionClock {
  constructor(private readonly law: LegalBook) {}

  /** The usual deadline counted from today: an answer must be dated before this day. */
  async proposedAnswerBefore(tx: Pick<Tx, 'query' | 'today'>): Promise<string> {
    const days = (await this.law.number(tx, 'PETITION_ANSWER_WORKING_DAYS', tx.today)) ?? 15;
    const rows = await tx.query<{ day: string }>(
      `select jsonb_array_elements_text(value) as day from legal_parameter where code = 'PUBLIC_HOLIDAYS'`,
    );
    // "Trước ngày": the last day that is in time is the one before, so that it is still a full number of working days.
    return addWorkingDays(
      tx.today,
      days + 1,
      rows.map(({ day }) => day),
    );
  }

  async maxReopens(tx: Pick<Tx, 'query' | 'today'>): Promise<number> {
    return (await this.law.number(tx, 'PETITION_MAX_REOPENS', tx.today)) ?? 0;
  }

  /** From how many organizations on a sum of money may be shown to the Alliance. */
  async minParties(tx: Pick<Tx, 'query' | 'today'>): Promise<number> {
    return (await this.law.number(tx, 'PRICE_AGGREGATE_MIN_PARTIES', tx.today)) ?? Number.MAX_SAFE_INTEGER;
  }
}
