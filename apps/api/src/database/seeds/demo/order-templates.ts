import type { DataSource } from 'typeorm';
import { gatherCast } from './cast.js';
import { basketsOf } from './order-groups.js';
import type { Storyteller } from './storyteller.js';

const ROWS = '... on RowsRefused { rows { row field message } }';

/** Between fictional parties: sheets that a buyer orders by again and again. */
export async function tellOrderTemplates(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods } = await gatherCast(dataSource);
  const shop = shops[0];
  const baskets = basketsOf(goods, 3);
  if (!shop || baskets.length < 2) return;
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
