import type { DataSource } from 'typeorm';
import { gatherCast, type Goods } from './cast.js';
import type { Storyteller } from './storyteller.js';

const LINES = 'lines { id }';

/** Goods by weight of four sellers, each its own: three quote, the fourth has not answered yet. */
function oneOfEach(goods: readonly Goods[]): Goods[] {
  const bySeller = new Map<string, Goods>();
  for (const item of goods) if (item.unit === 'kg' && !bySeller.has(item.sellerOrgId)) bySeller.set(item.sellerOrgId, item);
  return [...bySeller.values()].slice(0, 4);
}

/** One open request with three quotes: one delivered, one from the farm with freight, one whose freight is not known yet. */
export async function tellSourcingStory(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  const shop = cast.shops.at(-1);
  const offers = oneOfEach(cast.goods);
  const [first] = offers;
  if (!shop || !first || offers.length < 3) return;
  teller.on(-3);
  const packs = Math.max(1, Math.round(300 / first.packSize));
  const draft = await teller.act(
    shop.manager,
    'rfq:save',
    'rfqSave',
    'RfqSaveInput',
    'Rfq',
    {
      title: 'Giỏ quà đặc sản cho các cửa hàng (mẫu)',
      basis: 'DC',
      deliveryLocationId: shop.locationId,
      periodFrom: teller.date(14),
      periodTo: teller.date(56),
      deadlineAt: `${teller.date(5)}T10:00:00.000Z`,
      note: 'Giao buổi sáng, hàng đồng đều, có tem truy xuất.',
      lines: [
        {
          description: 'Giỏ quà đặc sản Lạng Sơn, mỗi giỏ 1 kg',
          baseUnit: 'giỏ',
          per: 'WEEK',
          perQty: '200',
          times: 6,
          spec: 'Có nhãn hàng hoá, hạn dùng từ 3 tháng',
        },
        {
          productId: first.productId,
          per: 'TOTAL',
          perQty: String(packs * first.packSize),
          times: 1,
          spec: 'Hàng loại 1, đồng đều',
        },
      ],
      inviteeIds: offers.map(({ sellerOrgId }) => sellerOrgId),
      fileIds: [],
    },
    LINES,
  );
  const rfq = await teller.act(
    shop.manager,
    'rfq:send',
    'rfqSend',
    'RfqActionInput',
    'Rfq',
    { id: draft.id, version: draft.version },
    LINES,
  );
  const [baskets, fruit] = rfq['lines'] as { id: string }[];
  const terms = [
    { basis: 'DC', price: 118_000, freight: null },
    { basis: 'EXW', price: 112_000, freight: 1_500 },
    { basis: 'EXW', price: 109_000, freight: null },
  ] as const;
  for (const [index, term] of terms.entries()) {
    const goods = offers[index]!;
    const common = { pricedPer: 'UNIT', leadDays: 2 + index, alternative: false };
    const basket = {
      rfqLineId: baskets!.id,
      price: term.price,
      freightPerUnit: term.freight,
      offeredQty: String(1200 - 200 * index),
    };
    const own = {
      rfqLineId: fruit!.id,
      productId: goods.productId,
      price: first.price,
      offeredQty: String(packs * first.packSize),
    };
    teller.on(index - 2, 10 + index);
    await teller.act(
      cast.directors.get(goods.sellerOrgId)!,
      `rfq:quote:${index}`,
      'quoteSend',
      'QuoteInput',
      'Quote',
      {
        rfqId: rfq.id,
        basis: term.basis,
        validUntil: teller.date(20),
        lines:
          index === 0
            ? [
                { ...common, ...basket },
                { ...common, ...own },
              ]
            : [{ ...common, ...basket }],
      },
      'status',
    );
  }
}
