import type { DataSource } from 'typeorm';
import { gatherCast, type Shop } from './cast.js';
import { basketsOf } from './order-groups.js';
import type { Storyteller } from './storyteller.js';

const ROWS = '... on RowsRefused { rows { row field message } }';

/** Between fictional parties: sheets that each buyer orders by again and again, from cooperatives of its own. */
export async function tellOrderTemplates(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods } = await gatherCast(dataSource);
  const baskets = basketsOf(goods, 3 * shops.length);
  for (const [index, shop] of shops.entries()) {
    const own = baskets.slice(3 * index, 3 * index + 3);
    await keepTemplates(teller, shop, own.length > 1 ? own : baskets.slice(0, 3));
  }
}

async function keepTemplates(teller: Storyteller, shop: Shop, baskets: ReturnType<typeof basketsOf>): Promise<void> {
  const keep = (key: string, name: string, lines: object[], note?: string) =>
    teller.done(
      shop.manager,
      `demo:order-template-${key}`,
      'orderTemplateSave',
      'OrderTemplateSaveInput',
      { name, note, deliveryLocationId: shop.locationId, lines },
      ROWS,
    );
  const lines = baskets.flatMap((basket) => basket.lines);
  await keep('week', 'Hàng đầu tuần của ba hợp tác xã', lines, 'Giao trước 9 giờ sáng (nội dung mẫu).');
  await keep('weekend', 'Bổ sung cuối tuần', lines.slice(0, 1));
}
