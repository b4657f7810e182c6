import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

/** A mandate of the trade's seller and an act by it, both with the private words. */
export async function assistanceSecrets(api: TestApi, trade: Trade, words: string): Promise<Record<string, string>> {
  const [mandate, assistedAct] = [newId(), newId()];
  const { id: allianceId } = await api.given.alliance();
  await api.sql(
    `insert into mandate (id, org_id, alliance_org_id, scopes, way, reason, starts_on, ends_on, recorded_by)
     values ($1, $2, $3, '{ORDERS}', 'IN_APP', $4, '2026-01-01', '2099-01-01', $5)`,
    [mandate, trade.seller.id, allianceId, words, trade.director.userId],
  );
  await api.sql(
    `insert into assisted_act (id, mandate_id, org_id, officer_id, operation, action, entity_type, entity_id, state, at, answered_by, answered_at, reason)
     values ($1, $2, $3, $4, 'orderAcknowledge', 'order.acknowledge', 'order', $5, 'DENIED', now(), $4, now(), $6)`,
    [assistedAct, mandate, trade.seller.id, trade.director.userId, trade.orderId, words],
  );
  return { mandate, assistedAct };
}
