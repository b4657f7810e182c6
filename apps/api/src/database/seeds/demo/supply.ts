import { addDays, isInSeason, quantity, Quantity, startOfWeek } from '@lienket/domain';
import {
  HarvestForecastRecord,
  HarvestWindowRecord,
  LotBalanceRecord,
  LotStageRecord,
  StockHoldRecord,
  StockLotRecord,
  writeStock,
  type NewStockEntry,
} from '../../../modules/catalog/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

interface Stocked {
  readonly id: string;
  readonly slug: string;
  readonly orgId: string;
  readonly months: number[];
  readonly shelfLifeDays: number | null;
  readonly packSize: string;
  readonly recorderId: string;
  readonly placeName: string | null;
  /** Confirmed and not sent: what its lots should hold. */
  readonly owed: { orderId: string; lineId: string; qty: string; dueOn: string }[];
}

/** Custard apples that keep four days, tangerines that keep fifteen, and goods that keep for months. */
const STOCKED = [
  'na-dai-chi-lang-loai-2',
  'na-chi-lang-trai-vu',
  'na-hoang-hau-chi-lang',
  'na-cai-kinh-huu-lung',
  'buoi-da-xanh-chi-lang',
  'hoa-hoi-kho-van-quan',
  'tram-den-muoi',
  'hong-vanh-khuyen-van-lang-loai-1',
  'quyt-vang-trang-dinh',
  'thach-den-kho-trang-dinh',
  'quyt-vang-bac-son',
  'khoai-lang-loc-binh',
  'mat-ong-rung-bac-son',
];
/** Told in advance, not kept by lots. */
const FORETOLD = ['na-dai-chi-lang-loai-1', 'na-yen-son-hoa-lac', 'cai-bo-xoi-huu-co', 'gung-da', 'hoa-hoi-kho-binh-gia'];

const FRESH_DAYS = 60;
const ZERO = Quantity.ZERO;

/** Calendars, forecasts, lots and holds around today, whatever the day: nothing here knows the year. */
export async function loadDemoSupply(tx: Tx): Promise<void> {
  const products = await tx.query<Stocked>(
    `select p.id, p.slug, p.org_id as "orgId", p.harvest_months as months, p.shelf_life_days as "shelfLifeDays", k.size_base as "packSize",
       coalesce((select m.user_id from membership m where m.org_id = p.org_id order by m.created_at, m.id limit 1),
         (select m.user_id from membership m join app_user u on u.id = m.user_id where u.is_demo and 'ALLIANCE_OFFICER' = any(m.roles) limit 1)) as "recorderId",
       (select u.name from organization o join administrative_unit u on u.code = o.commune_code where o.id = p.org_id) as "placeName",
       coalesce((select json_agg(json_build_object('orderId', s.source_id, 'lineId', s.line_id, 'qty', s.open_qty::text, 'dueOn', s.due_on) order by s.due_on, s.id)
         from supply_promise s where s.product_id = p.id and s.kind = 'ORDER' and s.open_qty > 0), '[]') as owed
     from product p join lateral (select size_base from pack where product_id = p.id order by id limit 1) k on true
     where p.is_demo and p.slug = any($1) order by p.slug`,
    [[...STOCKED, ...FORETOLD]],
  );
  for (const [index, product] of products.entries()) {
    const weekly = BigInt(60 + ((index * 37) % 120)) * quantity(product.packSize).thousandths;
    await tellPlan(tx, product, weekly);
    if (STOCKED.includes(product.slug)) await stockUp(tx, product, weekly, index);
  }
}

const isFresh = ({ shelfLifeDays }: Stocked): boolean => shelfLifeDays !== null && shelfLifeDays <= FRESH_DAYS;
const shareOf = (weekly: bigint, percent: number): Quantity =>
  Quantity.fromThousandths(((weekly * BigInt(percent)) / 100n / 1000n) * 1000n || 1000n);

/** The yearly calendar, what was foretold three weeks ago of the weeks just gone, and what is foretold now. */
async function tellPlan(tx: Tx, product: Stocked, weekly: bigint): Promise<void> {
  const { id: productId, orgId, months } = product;
  if (months.length < 12) {
    await tx.insert(
      HarvestWindowRecord,
      windowsOf(months).map((window) => ({
        id: newId(),
        orgId,
        productId,
        ...window,
        weeklyQty: shareOf(weekly, 100).toDecimalString(),
      })),
    );
  }
  if (!isFresh(product)) return;
  const week = (offset: number) => addDays(startOfWeek(tx.today), offset * 7);
  const said = (offset: number, percent: number, confidence: string, daysAgo: number, revision: number) => ({
    id: newId(),
    orgId,
    productId,
    weekStart: week(offset),
    revision,
    qty: shareOf(weekly, percent).toDecimalString(),
    confidence,
    recordedAt: new Date(tx.now.getTime() - daysAgo * 86_400_000),
    recordedBy: product.recorderId,
  });
  const inSeason = (offset: number) => isInSeason(months, addDays(week(offset), 3));
  const before = [-2, -1, 0].filter(inSeason).map((offset) => said(offset, 108 - offset * 4, 'FORECAST', 35, 1));
  const coming = [0, 1, 2, 3, 4]
    .filter(inSeason)
    .map((offset) => said(offset, 100 - offset * 9, offset === 0 ? 'OBSERVED' : 'FORECAST', 0, offset === 0 ? 2 : 1));
  await tx.insert(HarvestForecastRecord, [...before, ...coming]);
}

/** Lots by age, a loss, and what confirmed orders wait for held out of the freshest. */
async function stockUp(tx: Tx, product: Stocked, weekly: bigint, index: number): Promise<void> {
  const fresh = isFresh(product);
  // Days since harvest: fresh goods of the last two weeks and yesterday; dry goods of the season before.
  const ages = (fresh ? [13, 8, 1] : [75, 20]).filter((age) => !fresh || isInSeason(product.months, addDays(tx.today, -age)));
  if (ages.length === 0) return;
  await tx.query('update product set stock_kept = true where id = $1', [product.id]);
  const owed = Quantity.sum(product.owed.map(({ qty }) => quantity(qty)));
  const entries: NewStockEntry[] = [];
  let last: { id: string; orgId: string } | null = null;
  for (const [at, age] of ages.entries()) {
    const harvestedOn = addDays(tx.today, -age);
    const expiresOn = product.shelfLifeDays === null ? null : addDays(harvestedOn, product.shelfLifeDays);
    const isLast = at === ages.length - 1;
    const qty = shareOf(weekly, 94 + ((index * 7 + at * 11) % 20)).add(isLast ? owed : ZERO);
    const lot = { id: newId(), orgId: product.orgId };
    await tx.insert(StockLotRecord, {
      ...lot,
      productId: product.id,
      code: `${lettersOf(product.slug)}-${harvestedOn.slice(2).replaceAll('-', '')}-${at + 1}`,
      traceCode: traceOf(lot.id),
      origin: 'HARVEST',
      harvestedOn,
      goodFrom: null,
      expiresOn,
      initialQty: qty.toDecimalString(),
      isDemo: true,
    });
    await tx.insert(LotBalanceRecord, { lotId: lot.id, orgId: product.orgId, productId: product.id });
    await tx.insert(LotStageRecord, {
      id: newId(),
      orgId: product.orgId,
      lotId: lot.id,
      stage: 'SORTED',
      place: product.placeName ?? 'Nhà sơ chế',
      onDay: harvestedOn,
      recordedAt: tx.now,
      recordedBy: product.recorderId,
    });
    const source = { type: 'LOT' as const, id: lot.id };
    entries.push({ lot, move: { kind: 'HARVEST', onHand: qty, reserved: ZERO }, source });
    // What could not be sold in time is written off, as a careful grower does.
    const gone = expiresOn !== null && expiresOn < tx.today ? qty : shareOf(weekly, 2);
    if (!isLast)
      entries.push({
        lot,
        move: { kind: 'LOSS', onHand: gone.negate(), reserved: ZERO },
        source,
        reasonCode: gone === qty ? 'OVERRIPE' : 'BRUISED',
      });
    last = lot;
  }
  if (last) entries.push(...(await holdOwed(tx, product, last)));
  await writeStock(tx, entries);
}

async function holdOwed(tx: Tx, product: Stocked, lot: { id: string; orgId: string }): Promise<NewStockEntry[]> {
  await tx.insert(
    StockHoldRecord,
    product.owed.map(({ orderId, lineId, qty, dueOn }) => ({
      lotId: lot.id,
      orderLineId: lineId,
      orgId: lot.orgId,
      orderId,
      qty,
      dueOn,
    })),
  );
  await tx.query(`update supply_promise set open_qty = 0 where kind = 'ORDER' and line_id = any($1)`, [
    product.owed.map(({ lineId }) => lineId),
  ]);
  return product.owed.map(({ orderId, lineId, qty }) => ({
    lot,
    move: { kind: 'HOLD', onHand: ZERO, reserved: quantity(qty) },
    source: { type: 'ORDER', id: orderId, lineId },
  }));
}

const lettersOf = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 4)
    .toUpperCase();

/** From the random end of the id, in the letters of trace codes. */
const traceOf = (id: string): string =>
  `M${id.replaceAll('-', '').slice(-11).toUpperCase().replaceAll('0', 'X').replaceAll('1', 'Y')}`;

/** Months in season as stretches of days: 11, 12, 1 → 11-01 to 01-31. */
function windowsOf(months: readonly number[]): { fromDay: string; toDay: string }[] {
  const open = new Set(months);
  const two = (value: number) => String(value).padStart(2, '0');
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return [...open]
    .filter((month) => !open.has(((month + 10) % 12) + 1))
    .map((first) => {
      let end = first;
      while (open.has((end % 12) + 1)) end = (end % 12) + 1;
      return { fromDay: `${two(first)}-01`, toDay: `${two(end)}-${days[end - 1]}` };
    });
}
