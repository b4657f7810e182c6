import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { asSystem } from '../../platform/database/as-system.js';
import { readAccepts, readFacts } from './progress-facts.js';
import { needsHistory, progressFromTotals, progressFromZero, type MouFacts, type Progress } from './progress.js';

/** The outbox task that hears of memoranda whose facts have changed. */
export const AGREEMENTS_MOVED = 'oversight.agreements-moved';

/** Keeps `mou_progress` what the facts say, in the transaction that brings the fact. */
@Injectable()
export class ProgressKeeper {
  /** Four statements for any number of memoranda and lines; the receipts themselves are read only when time ran backwards. */
  async refresh(tx: Tx, mouIds: readonly string[]): Promise<void> {
    await this.store(tx, mouIds, async (facts) => {
      const short = facts.map(progressFromTotals);
      const unclear = facts.filter((mou, index) => needsHistory(mou, short[index]!, tx.now)).map(({ id }) => id);
      if (unclear.length === 0) return short;
      const accepts = await readAccepts(tx, unclear);
      return facts.map((mou, index) =>
        unclear.includes(mou.id) ? progressFromZero(mou, accepts.get(mou.id) ?? []) : short[index]!,
      );
    });
  }

  /** The same from zero: after a reversal, and wherever history itself was changed. */
  async recompute(tx: Tx, mouIds: readonly string[]): Promise<void> {
    await this.store(tx, mouIds, (facts) => fromZero(tx, facts));
  }

  private async store(tx: Tx, mouIds: readonly string[], assess: (facts: MouFacts[]) => Promise<Progress[]>): Promise<void> {
    if (mouIds.length === 0) return;
    await asSystem(tx, async () => {
      // Two acts on different lines of one memorandum queue up here, and the second sees what the first wrote.
      await tx.query('select 1 from mou_progress where mou_id = any($1) order by mou_id for update', [mouIds]);
      await write(tx, await assess(await readFacts(tx, mouIds)));
    });
    // The clocks of oversight start and stop by these facts; a job that waits for the same memorandum serves for both.
    await tx.tell(AGREEMENTS_MOVED, { mouIds }, null, mouIds.length === 1 ? `${AGREEMENTS_MOVED}:${mouIds[0]}` : undefined);
  }
}

/** What the facts say, without storing it; the caller stands outside the walls. */
export const recomputed = async (tx: Tx, mouIds: readonly string[]): Promise<Progress[]> =>
  fromZero(tx, await readFacts(tx, mouIds));

async function fromZero(tx: Tx, facts: readonly MouFacts[]): Promise<Progress[]> {
  const accepts = await readAccepts(
    tx,
    facts.map(({ id }) => id),
  );
  return facts.map((mou) => progressFromZero(mou, accepts.get(mou.id) ?? []));
}

/** jsonb_to_recordset keeps it one statement for many rows. */
async function write(tx: Tx, rows: readonly Progress[]): Promise<void> {
  const columns = `mou_id, event_id, rung, rung_index, rungs, exit, realisation_bp, realisation_bp_a, realisation_bp_ab, weighting, quantified_lines, total_lines, any_accepted,
    season_months, valid_from, next_actor, next_step, next_since, updated_at`;
  await tx.query(
    `insert into mou_progress (${columns})
     select "mouId", "eventId", rung, "rungIndex", rungs, exit, "realisationBp", "realisationBpA", "realisationBpAB", weighting, "quantifiedLines", "totalLines", "anyAccepted",
       "seasonMonths", "validFrom", "nextActor", "nextStep", "nextSince", $2
     from jsonb_to_recordset($1::jsonb) as r("mouId" uuid, "eventId" uuid, rung text, "rungIndex" int, rungs jsonb, exit text, "realisationBp" int,
       "realisationBpA" int, "realisationBpAB" int,
       weighting text, "quantifiedLines" int, "totalLines" int, "anyAccepted" boolean, "seasonMonths" int[], "validFrom" date, "nextActor" text,
       "nextStep" text, "nextSince" timestamptz)
     on conflict (mou_id) do update set (${columns}) = row(${columns.replace(/\w+/g, 'excluded.$&')})`,
    [JSON.stringify(rows), tx.now],
  );
}
