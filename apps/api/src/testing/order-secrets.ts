import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

export interface OrderSecrets {
  readonly route: string;
  readonly change: string;
  readonly orderGroup: string;
  readonly purchaseLimit: string;
  readonly orderRequest: string;
  readonly orderTemplate: string;
  readonly standingOrder: string;
}

/** What the two sides of an order keep between them: a route with a stop, a proposal that waits; and the bracket that the buyer alone sees. */
export async function orderSecrets(api: TestApi, trade: Trade, word = 'riêng'): Promise<OrderSecrets> {
  const ids = {
    ...{ route: newId(), change: newId(), orderGroup: newId(), purchaseLimit: newId(), orderRequest: newId() },
    ...{ orderTemplate: newId(), standingOrder: newId() },
  };
  const [seller, buyer] = [trade.seller.id, trade.buyer.id];
  await api.sql(
    `insert into delivery_route (id, seller_org_id, name, weekdays, cutoff_days, cutoff_time) values ($1, $2, $3, '{1,2,3,4,5,6,7}', 0, '23:59')`,
    [ids.route, seller, word],
  );
  await api.sql('insert into delivery_route_stop (route_id, location_id, seller_org_id, buyer_org_id) values ($1, $2, $3, $4)', [
    ids.route,
    trade.locationId,
    seller,
    buyer,
  ]);
  await api.sql(
    `insert into order_change (id, order_id, seller_org_id, buyer_org_id, kind, status, reason, proposed_by_org_id, proposed_by, proposed_at)
     values ($1, $2, $3, $4, 'CHANGE', 'PROPOSED', $5, $4, $6, now())`,
    [ids.change, trade.orderId, seller, buyer, word, trade.manager.userId],
  );
  await api.sql(
    `insert into order_change_line (id, change_id, order_line_id, qty_before, qty_after, date_before, date_after)
     values ($1, $2, $3, 100, 90, '2026-08-05', '2026-08-06')`,
    [newId(), ids.change, trade.orderLineId],
  );
  await api.sql(
    `insert into order_group (id, number, buyer_org_id, buyer_po_no, note, placed_at, placed_by) values ($1, $2, $3, $4, $4, now(), $5)`,
    [ids.orderGroup, `GH-${ids.orderGroup}`, buyer, word, trade.manager.userId],
  );
  await api.sql('update purchase_order set group_id = $2 where id = $1', [trade.orderId, ids.orderGroup]);
  // Ended long ago, so that it binds nobody in the tests.
  await api.sql(
    `insert into purchase_limit (id, buyer_org_id, per_order, valid_from, valid_to, set_by, set_at) values ($1, $2, 1234567, '2020-01-01', '2020-01-31', $3, now())`,
    [ids.purchaseLimit, buyer, trade.manager.userId],
  );
  await api.sql(
    `insert into order_request (id, buyer_org_id, kind, command, lines, breaches, sellers, total, requested_by, requested_at)
     values ($1, $2, 'BASKETS', '{"baskets": []}', '[]', '[]', $3, 7654321, $4, now())`,
    [ids.orderRequest, buyer, word, trade.manager.userId],
  );
  const sheet = JSON.stringify(
    [{ sellerOrgId: seller, seller: word, productId: trade.product.id, contractLineId: null, gradeId: null, packId: null }].map(
      (goods) => ({
        ...goods,
        description: word,
        packName: word,
        unit: 'kg',
        qty: '100',
        deliveryLocationId: null,
        placeName: null,
      }),
    ),
  );
  await api.sql(
    `insert into order_template (id, buyer_org_id, name, name_key, delivery_location_id, note, sellers, lines, saved_by, saved_at)
     values ($1, $2, $3, $3, $4, $3, $3, $5, $6, now())`,
    [ids.orderTemplate, buyer, word, trade.locationId, sheet, trade.manager.userId],
  );
  // Ended, so that the clock places nothing in the tests.
  await api.sql(
    `insert into standing_order (id, buyer_org_id, name, state, valid_from, valid_to, responsible_id, set_up_at)
     values ($1, $2, $3, 'ENDED', '2020-01-01', '2020-03-31', $4, now())`,
    [ids.standingOrder, buyer, word, trade.manager.userId],
  );
  await api.sql(
    `insert into standing_order_rule (id, standing_order_id, buyer_org_id, number, weekdays, valid_from, valid_to, lead_days, max_total,
       delivery_location_id, buyer_po_no, note, sellers, lines, made_by, made_at)
     values ($1, $2, $3, 1, '{1,4}', '2020-01-01', '2020-03-31', 2, 8765432, $4, $5, $5, $5, $6, $7, now())`,
    [newId(), ids.standingOrder, buyer, trade.locationId, word, sheet, trade.manager.userId],
  );
  await api.sql(
    `insert into standing_order_day (id, standing_order_id, buyer_org_id, day, state, reasons, decided_at)
     values ($1, $2, $3, '2020-01-02', 'FAILED', $4, now())`,
    [newId(), ids.standingOrder, buyer, JSON.stringify([{ about: word, vi: word, en: word }])],
  );
  return ids;
}
