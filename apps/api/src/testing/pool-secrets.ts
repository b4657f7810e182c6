import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

/** A pool on the contract of a trade with one share that its lead offered to itself, with a word that nobody else may read. */
export async function poolSecrets(
  api: TestApi,
  trade: Trade,
  word: string,
): Promise<{ supplyPool: string; supplyShare: string }> {
  const ids = { supplyPool: newId(), supplyShare: newId() };
  const [seller, buyer] = [trade.seller.id, trade.buyer.id];
  await api.sql(
    `insert into supply_pool (id, contract_id, contract_line_id, lead_org_id, buyer_org_id, goods, base_unit, case_size, line_qty, shared_qty, proposed_by_org_id)
     values ($1, $2, $3, $4, $5, $6, 'kg', 10, 100, 10, $4)`,
    [ids.supplyPool, trade.contractId, trade.contractLineId, seller, buyer, word],
  );
  await api.sql(
    `insert into supply_share (id, pool_id, member_org_id, lead_org_id, buyer_org_id, priority, target_qty, max_qty, note, answer_by, offered_by_org_id, offered_at)
     values ($1, $2, $3, $3, $4, 1, 10, 10, $5, '2099-12-31', $3, now())`,
    [ids.supplyShare, ids.supplyPool, seller, buyer, word],
  );
  return ids;
}
