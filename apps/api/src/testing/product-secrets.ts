import { newId } from '../platform/ids.js';
import type { TestApi } from './start-api.js';
import type { Trade } from './trade.js';

export interface ProductSecrets {
  readonly grade: string;
  readonly listPrice: string;
  readonly terms: string;
  readonly productChange: string;
  readonly closure: string;
}

/** What a cooperative keeps of its product besides the page: a grade, a buyer's price, noted terms, a change that waits, days off. */
export async function productSecrets(api: TestApi, trade: Trade, word = 'riêng'): Promise<ProductSecrets> {
  const ids = { grade: newId(), listPrice: newId(), terms: newId(), productChange: newId(), closure: newId() };
  const [seller, buyer, product] = [trade.seller.id, trade.buyer.id, trade.product.id];
  await api.sql('insert into grade (id, product_id, code, name) values ($1, $2, $3, $3)', [ids.grade, product, 'L9']);
  await api.sql(
    `insert into list_price (id, seller_org_id, buyer_org_id, product_id, basis, valid_from) values ($1, $2, $3, $4, 'STORE', '2026-01-01')`,
    [ids.listPrice, seller, buyer, product],
  );
  await api.sql('insert into price_tier (id, list_price_id, min_qty_base, unit_price) values ($1, $2, 0, 12345)', [
    newId(),
    ids.listPrice,
  ]);
  await api.sql(
    `insert into commercial_terms (id, seller_org_id, buyer_org_id, valid_from, front_bp, note) values ($1, $2, $3, '2026-01-01', 1500, $4)`,
    [ids.terms, seller, buyer, word],
  );
  await api.sql('insert into product_change (id, product_id, org_id, wanted, requested_by) values ($1, $2, $3, $4, $5)', [
    ids.productChange,
    product,
    seller,
    JSON.stringify({ story: word }),
    trade.director.userId,
  ]);
  await api.sql(
    `insert into holiday_closure (id, org_id, first_day, last_day, message, created_by) values ($1, $2, '2099-01-01', '2099-01-02', 'Nghỉ', $3)`,
    [ids.closure, seller, trade.director.userId],
  );
  return ids;
}
