import { asSystem } from '../../platform/database/as-system.js';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** Share of the shelf life, in basis points, that a contract asks for on arrival; null: none agreed. */
export interface AgreedLife {
  readonly agreedLifeBp: number | null;
}

const AGREED =
  prepared(`select k.id, c.min_remaining_life_pct * 100 as bp from contract_line k join contract c on c.id = k.contract_id
  where k.id = any($1) and c.min_remaining_life_pct is not null`);

/**
 * What the contracts of these lines ask of the life of goods. For lines of an order that was found behind the walls: the contract
 * of a pooled order is the lead's, which a member may not read, and the share alone leaves this function.
 */
export async function withAgreedLife<L extends { readonly contractLineId: string | null }>(
  tx: Tx,
  lines: readonly L[],
): Promise<(L & AgreedLife)[]> {
  const ids = [...new Set(lines.map(({ contractLineId }) => contractLineId).filter((id) => id !== null))];
  const rows = ids.length ? await asSystem(tx, () => tx.query<{ id: string; bp: number }>(AGREED, [ids])) : [];
  const shares = new Map(rows.map(({ id, bp }) => [id, bp]));
  return lines.map((line) => ({ ...line, agreedLifeBp: shares.get(line.contractLineId ?? '') ?? null }));
}
