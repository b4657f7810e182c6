import type { Tx } from '../../../platform/database/unit-of-work.js';

/**
 * Which of these memoranda the Alliance may read with prices today: every seller and buyer has given its word, and none has taken it
 * back or let it run out. Empty for every other reader, whose prices are its own affair.
 */
export async function openPrices(tx: Tx, mouIds: readonly (string | null | undefined)[]): Promise<ReadonlySet<string>> {
  if (tx.actor?.orgKind !== 'ALLIANCE') return new Set();
  const rows = await tx.query<{ id: string }>(
    `select y.mou_id as id from mou_party y
     left join price_consent k on k.mou_id = y.mou_id and k.org_id = y.org_id and k.revoked_at is null and k.expires_on >= $2
     where y.mou_id = any($1) and y.role in ('SELLER', 'BUYER') group by y.mou_id having bool_and(k.id is not null)`,
    [mouIds.filter(Boolean), tx.today],
  );
  return new Set(rows.map(({ id }) => id));
}
