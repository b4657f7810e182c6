import type { DataSource } from 'typeorm';
import { gatherCast, type Goods } from './cast.js';
import type { Storyteller } from './storyteller.js';

const ROWS = '... on RowsRefused { rows { row field message } }';

/** A basket of about 200 for each of the first so many sellers, as an order of several cooperatives takes it. */
export const basketsOf = (goods: readonly Goods[], sellers: number) =>
  [...new Map(goods.map((good) => [good.sellerOrgId, good])).values()].slice(0, sellers).map((good) => ({
    sellerOrgId: good.sellerOrgId,
    lines: [{ productId: good.productId, packId: good.packId, qty: String(good.packSize * Math.ceil(200 / good.packSize)) }],
  }));

/** Between fictional parties: one sheet of a buyer for goods of three cooperatives, placed at once. */
export async function tellOrderGroups(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods } = await gatherCast(dataSource);
  const shop = shops[0];
  const baskets = basketsOf(goods, 3);
  if (!shop || baskets.length < 2) return;
  const input = {
    buyerPoNo: 'PO-MAU-3-HTX',
    requestedOn: teller.date(5),
    deliveryLocationId: shop.locationId,
    note: 'Giao trước 9 giờ sáng (nội dung mẫu).',
    baskets,
  };
  await teller.done(shop.manager, 'demo:order-group', 'orderGroupPlace', 'OrderGroupPlaceInput', input, ROWS);
}
