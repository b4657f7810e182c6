import type { Tx } from '../../../platform/database/unit-of-work.js';
import { LegalBook } from '../../registry/index.js';
import { sameStall, StallKeeper, storedStalls } from './stall-keeper.js';

const BATCH = 200;

/** How many memoranda have other open alerts than their facts say for the day of their last evaluation; computed from zero. */
export async function auditStalls(tx: Tx): Promise<{ name: string; violations: number }[]> {
  const keeper = new StallKeeper(new LegalBook());
  let violations = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await tx.query<{ mouId: string; on: string }>(
      `select mou_id as "mouId", evaluated_on as on from stall_evaluation where mou_id > $1 order by mou_id limit $2`,
      [after, BATCH],
    );
    if (rows.length === 0) return [{ name: 'alerts equal the stalls of their facts', violations }];
    for (const on of new Set(rows.map((row) => row.on))) {
      const ids = rows.filter((row) => row.on === on).map(({ mouId }) => mouId);
      const stored = await storedStalls(tx, ids);
      for (const [mouId, stalls] of await keeper.stalls(tx, ids, on)) {
        const kept = stored.filter((alert) => alert.mouId === mouId);
        const same = kept.length === stalls.length && stalls.every((stall) => kept.some((alert) => sameStall(alert, stall)));
        if (!same) violations += 1;
      }
    }
    after = rows.at(-1)!.mouId;
  }
}
