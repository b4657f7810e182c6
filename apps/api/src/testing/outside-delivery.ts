import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

/** A delivery outside the system that the seller told of and the buyer has not answered; answers with its id. It counts for nothing. */
export async function anOutsideDelivery(api: TestApi, trade: Trade, note: string): Promise<string> {
  const id = newId();
  const { seller, buyer, director } = trade;
  await api.sql(
    `insert into outside_delivery (id, mou_id, mou_line_id, seller_org_id, buyer_org_id, state, qty, delivered_on, author_org_id, answer_by, recorded_by_org_id, recorded_at)
     values ($1, $2, $3, $4, $5, 'WAITING', 1, '2026-01-02', $4, '2099-12-31', $4, now())`,
    [id, trade.mouId, trade.mouLineId, seller.id, buyer.id],
  );
  await api.sql(
    `insert into outside_word (id, delivery_id, kind, qty, delivered_on, note, org_id, user_id, at)
     values ($1, $2, 'RECORD', 1, '2026-01-02', $3, $4, $5, now())`,
    [newId(), id, note, seller.id, director.userId],
  );
  return id;
}
