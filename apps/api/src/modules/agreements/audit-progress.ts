import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { recomputed } from './progress-keeper.js';
import type { Progress } from './progress.js';

const BATCH = 200;

/** How many memoranda have another stored progress than their facts say, read a few hundred at a time. */
export async function auditProgress(tx: Tx): Promise<number> {
  let violations = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const mous = await tx.query<{ id: string }>('select id from mou where id > $1 order by id limit $2', [after, BATCH]);
    if (mous.length === 0) return violations;
    const ids = mous.map(({ id }) => id);
    const stored = new Map((await readStored(tx, ids)).map((row) => [row.mouId, row]));
    const wrong = (await recomputed(tx, ids)).filter((progress) => !isDeepStrictEqual(stored.get(progress.mouId), progress));
    violations += wrong.length;
    after = ids.at(-1)!;
  }
}

const readStored = (tx: Tx, ids: readonly string[]): Promise<Progress[]> =>
  tx.query<Progress>(
    `select mou_id as "mouId", event_id as "eventId", rung, rung_index as "rungIndex", rungs, exit, realisation_bp as "realisationBp", realisation_bp_a as "realisationBpA",
       realisation_bp_ab as "realisationBpAB", weighting,
       quantified_lines as "quantifiedLines", total_lines as "totalLines", any_accepted as "anyAccepted", season_months as "seasonMonths",
       valid_from as "validFrom", next_actor as "nextActor", next_step as "nextStep", next_since as "nextSince"
     from mou_progress where mou_id = any($1)`,
    [ids],
  );
