import type { DataSource } from 'typeorm';
import { gatherCast, type Goods } from './cast.js';
import type { Storyteller } from './storyteller.js';

const PLACE = `mutation($input: OrderGroupPlaceInput!) { orderGroupPlace(input: $input) { __typename ... on DomainError { code message }
  ... on RowsRefused { rows { row field message } } } }`;

/** Between fictional parties: one sheet of a buyer for goods of three cooperatives, placed at once. */
export async function tellOrderGroups(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods } = await gatherCast(dataSource);
  const shop = shops[0];
  const ofSellers = [...new Map(goods.map((good) => [good.sellerOrgId, good])).values()].slice(0, 3);
  if (!shop || ofSellers.length < 2) return;
  const qty = (good: Goods) => String(good.packSize * Math.ceil(200 / good.packSize));
  const input = {
    clientKey: 'demo:order-group',
    buyerPoNo: 'PO-MAU-3-HTX',
    requestedOn: teller.date(5),
    deliveryLocationId: shop.locationId,
    note: 'Giao trước 9 giờ sáng (nội dung mẫu).',
    baskets: ofSellers.map((good) => ({
      sellerOrgId: good.sellerOrgId,
      lines: [{ productId: good.productId, packId: good.packId, qty: qty(good) }],
    })),
  };
  const answer = (await teller.read(shop.manager, PLACE, { input }))['orderGroupPlace'] as unknown as { code?: string };
  if (answer.code) throw new Error(`Demo order group: ${JSON.stringify(answer)}`);
}
