import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import { gatherCast, type Goods, type Shop } from './cast.js';
import type { Answer, Storyteller } from './storyteller.js';

interface Want {
  readonly key: string;
  readonly weekly: string;
  readonly visibility: 'SELLERS' | 'PUBLIC';
  readonly answers: string | null;
}

interface Listing {
  readonly platform: string;
  /** Days before today on which it was begun. */
  readonly age: number;
  readonly steps: readonly string[];
  readonly url?: string;
  readonly sold?: string;
}

/** Two needs of demo buyers with an answer, and demo goods at several stages of their way onto sales platforms. */
export async function tellWants(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods, directors, officer } = await gatherCast(dataSource);
  const [first, second = first] = goods;
  const [shop, other = shop] = shops;
  if (!first || !second || !shop || !other) return;
  const seller = directors.get(first.sellerOrgId)!;
  await want(teller, shop, first, seller, { key: 'want-1', weekly: '600', visibility: 'SELLERS', answers: '250' });
  await want(teller, other, second, seller, { key: 'want-2', weekly: '120', visibility: 'PUBLIC', answers: null });
  for (const listing of LISTINGS) await list(teller, first, seller, officer, listing);
  await teller.settle();
}

async function want(teller: Storyteller, shop: Shop, { name, unit }: Goods, seller: Actor, wish: Want): Promise<void> {
  const post = (actor: Actor, key: string, mutation: string, input: string, values: Record<string, unknown>) =>
    teller.act(actor, `${wish.key}-${key}`, mutation, input, 'DemandPost', values, '');
  teller.on(-6);
  const { id, version } = await post(shop.manager, 'save', 'demandSave', 'DemandSaveInput', {
    productName: name,
    spec: 'Hàng đồng đều, đóng gói theo quy cách của hợp tác xã, có tem truy xuất nguồn gốc.',
    baseUnit: unit,
    weeklyQty: wish.weekly,
    periodFrom: teller.date(20),
    periodTo: teller.date(110),
    basis: 'DC',
    deliveryLocationId: shop.locationId,
    certificateKinds: ['OCOP'],
    ceilingPrice: 95_000,
    visibility: wish.visibility,
    chosenIds: [],
    openUntil: teller.date(15),
    note: 'Nhu cầu mẫu để dùng thử.',
  });
  await post(shop.manager, 'publish', 'demandPublish', 'DemandActionInput', { id, version });
  await teller.settle();
  if (!wish.answers) return;
  teller.on(-4);
  await post(seller, 'answer', 'demandAnswer', 'DemandAnswerInput', {
    postId: id,
    weeklyQty: wish.answers,
    note: 'Cung ứng đều từ tuần đầu, giao thứ ba và thứ sáu.',
  });
}

/** The link of the selling one leads to the platform's front page: the goods are fictional. */
const LISTINGS: readonly Listing[] = [
  {
    platform: 'POSTMART',
    age: 60,
    steps: ['FILE', 'PHOTOS', 'PRICE', 'ACCOUNT', 'STOCK', 'SHIPPING', 'RETURNS', 'PUBLISH'],
    url: 'https://postmart.vn/',
    sold: '85',
  },
  { platform: 'SHOPEE', age: 40, steps: ['FILE', 'PHOTOS'] },
  { platform: 'OWN_SITE', age: 3, steps: ['FILE'] },
];

async function list(teller: Storyteller, goods: Goods, seller: Actor, officer: Actor, plot: Listing): Promise<void> {
  const act = (actor: Actor, key: string, mutation: string, input: string, values: Record<string, unknown>): Promise<Answer> =>
    teller.act(actor, `channel-${plot.platform}-${key}`, mutation, input, 'ChannelListing', values, '');
  teller.on(-plot.age);
  const { id, version } = await act(seller, 'add', 'channelAdd', 'ChannelAddInput', {
    productId: goods.productId,
    platformCode: plot.platform,
  });
  for (const stepCode of plot.steps)
    await act(seller, stepCode, 'channelStepTick', 'ChannelStepInput', { listingId: id, stepCode, done: true });
  if (plot.url) {
    await act(seller, 'sell', 'channelChange', 'ChannelChangeInput', { id, version, url: plot.url, action: 'sell' });
    teller.on(-5);
    await act(seller, 'sold', 'channelSaleRecord', 'ChannelSaleInput', {
      listingId: id,
      month: teller.date(-35),
      qty: plot.sold,
      note: 'Số hợp tác xã tự ghi (dữ liệu mẫu)',
    });
    await act(officer, 'check', 'channelCheck', 'ChannelCheckInput', {
      listingId: id,
      checkedOn: teller.date(-5),
      note: 'Liên kết mẫu, mở được',
    });
  } else if (plot.age > 14) {
    teller.on(-10);
    await act(officer, 'call', 'channelCallNote', 'ChannelCallInput', {
      listingId: id,
      note: 'Vướng ở phần giá bán lẻ; hẹn cùng tính lại tuần sau.',
    });
  }
}
