import { readFileSync } from 'node:fs';
import { addDays, addMonths } from '@lienket/domain';
import { ListPriceRecord, PackRecord, PriceTierRecord, ProductRecord, refreshCatalog } from '../../../modules/catalog/index.js';
import { CertificateRecord } from '../../../modules/registry/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { type DemoCooperative, type DemoPerson, loadDemoOrganizations, loadDemoPeople } from './cooperatives.js';

interface Goods {
  readonly slug: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly group: string;
  readonly subgroup: string;
  readonly districtCode: string;
  readonly baseUnit: string;
  readonly netContent: string | null;
  readonly packName: string;
  readonly packSize: string;
  readonly harvestMonths: number[];
  readonly shelfLifeDays: number | null;
  readonly storage: string;
  readonly vatClass: string;
  readonly hsCode: string | null;
  readonly priceMin: number;
  readonly priceMax: number;
  readonly ocop: 3 | 4 | null;
  readonly certificates: readonly string[];
}

export interface DemoCatalog {
  readonly cooperativeIds: readonly string[];
  readonly productIds: readonly string[];
  readonly signIns: readonly (DemoPerson & { readonly password: string })[];
}

export interface DemoSettings {
  readonly today: string;
  readonly password: string;
  readonly hash: (password: string) => Promise<string>;
}

const goods: readonly Goods[] = JSON.parse(readFileSync(new URL('../data/products.json', import.meta.url), 'utf8')).products;

/** Not yet, or no longer, on offer: work for the officer and the cooperatives to find. */
const IN_REVIEW = new Set(['ot-tuoi-chi-lang', 'mien-dong', 'pho-tuoi-loc-binh', 'o-mai-mo-gung']);
const DRAFTS = new Map([
  ['choi-chit', 'Hãy thêm ảnh chụp sản phẩm thật và ghi rõ kích thước chổi.'],
  ['nam-rom-tuoi', null],
]);
const PAUSED = new Set(['vai-thieu-huu-lung']);
/** What one case should cost at least, in đồng, before a buyer may order a single one. */
const SMALLEST_ORDER = 1_000_000;
const TIER_STEP = 500;

const at = (date: string, minute = 0): Date => new Date(Date.parse(`${date}T08:00:00+07:00`) + minute * 60_000);
const rounded = (price: number): bigint => BigInt(Math.max(TIER_STEP, Math.round(price / TIER_STEP) * TIER_STEP));

/** The fictional market: 24 sellers with 136 real kinds of goods, buyers, the people who sign in, and the public catalogue. */
export async function loadDemoCatalog(tx: Tx, { today, password, hash }: DemoSettings): Promise<DemoCatalog> {
  const cooperatives = await loadDemoOrganizations(tx);
  const people = await loadDemoPeople(tx, password, hash);
  const officerId = people.find(({ role }) => role === 'ALLIANCE_OFFICER')!.userId;
  const products = goods.map((item, index) => productOf(item, index, cooperatives, today));
  const published = products.filter(({ status }) => status === 'PUBLISHED').map(({ id }) => id);
  await tx.insert(ProductRecord, products);
  await tx.insert(
    PackRecord,
    goods.map((item, index) => ({
      id: newId(),
      productId: products[index]!.id,
      name: item.packName,
      sizeBase: item.packSize,
      moqPacks: Math.min(10, Math.max(1, Math.ceil(SMALLEST_ORDER / (item.priceMax * Number(item.packSize))))),
    })),
  );
  const prices = products.map(({ id, orgId }) => ({
    id: newId(),
    productId: id,
    sellerOrgId: orgId,
    validFrom: addMonths(today, -12),
  }));
  await tx.insert(ListPriceRecord, prices);
  await tx.insert(
    PriceTierRecord,
    goods.flatMap((item, index) => tiersOf(item, index, prices[index]!.id)),
  );
  await tx.insert(
    CertificateRecord,
    goods.flatMap((item, index) => certificatesOf(item, index, products[index]!, today, officerId)),
  );
  await refreshCatalog(tx, published);
  return {
    cooperativeIds: cooperatives.map(({ id }) => id),
    productIds: products.map(({ id }) => id),
    signIns: people.map((person) => ({ ...person, password })),
  };
}

function productOf(item: Goods, index: number, cooperatives: readonly DemoCooperative[], today: string) {
  const seller = cooperatives.find(
    ({ districtCode, takes }) => districtCode === item.districtCode && takes.includes(item.subgroup),
  );
  if (!seller) throw new Error(`No demo cooperative sells ${item.slug}`);
  const isDraft = DRAFTS.has(item.slug);
  const status = isDraft ? 'DRAFT' : IN_REVIEW.has(item.slug) ? 'IN_REVIEW' : PAUSED.has(item.slug) ? 'PAUSED' : 'PUBLISHED';
  // 53 and 136 share no factor: the walk mixes districts and groups on the first pages.
  const daysAgo = 10 + ((index * 53) % goods.length) * 2;
  return {
    id: newId(),
    orgId: seller.id,
    slug: item.slug,
    nameVi: item.nameVi,
    nameEn: item.nameEn,
    productGroup: item.group,
    subgroup: item.subgroup,
    description: describe(item),
    baseUnit: item.baseUnit,
    netContent: item.netContent,
    harvestMonths: item.harvestMonths,
    shelfLifeDays: item.shelfLifeDays,
    storage: item.storage,
    vatClass: item.vatClass,
    hsCode: item.hsCode?.replace(/\D/g, '') ?? null,
    priceVisibility: index % 5 < 2 ? 'PUBLIC' : 'BUYERS',
    status,
    returnReason: DRAFTS.get(item.slug) ?? null,
    isDemo: true,
    publishedAt: status === 'PUBLISHED' || status === 'PAUSED' ? at(addDays(today, -daysAgo), index) : null,
  };
}

const STORED: Readonly<Record<string, string>> = {
  AMBIENT: 'để nơi khô, mát',
  CHILLED: 'giữ mát 0–8 °C',
  FROZEN: 'giữ đông từ −18 °C',
};

/** A sentence from the product's own facts: nothing that a fictional seller could not say of its goods. */
function describe({ packName, storage, shelfLifeDays, harvestMonths }: Goods): string {
  const season = harvestMonths.length < 12 ? ` Có hàng tháng ${harvestMonths.join(', ')}.` : ' Có hàng quanh năm.';
  const life = shelfLifeDays ? `, dùng trong ${shelfLifeDays} ngày` : '';
  return `Giao theo ${packName.charAt(0).toLowerCase()}${packName.slice(1)}; ${STORED[storage] ?? ''}${life}.${season}`;
}

/** Two or three tiers from the dearest to the cheapest price of the source. */
function tiersOf(item: Goods, index: number, listPriceId: string) {
  const { priceMin, priceMax } = item;
  const steps = index % 3 === 0 ? [priceMax, priceMin] : [priceMax, (priceMax + priceMin) / 2, priceMin];
  const packs = [0, 20, 100];
  return steps.map((price, step) => ({
    id: newId(),
    listPriceId,
    minQtyBase: String(packs[step]! * Number(item.packSize)),
    unitPrice: rounded(price),
  }));
}

/** As in the province in 11/2025, about every third recognition has run out; none has five stars. */
function certificatesOf(item: Goods, index: number, product: { id: string; orgId: string }, today: string, officerId: string) {
  const paper = (kind: string, order: number) => {
    const months = kind === 'OCOP' ? 36 : 24;
    const lapses = kind === 'OCOP' || kind === 'VIETGAP' || kind === 'ORGANIC' || kind === 'HACCP';
    const age = index % 3 === 0 ? months + 1 + (index % 8) : 2 + ((index * 7 + order) % (months - 6));
    const issuedOn = addDays(addMonths(today, -age), -(index % 20));
    const waits = index % 13 === 5;
    return {
      id: newId(),
      orgId: product.orgId,
      productId: product.id,
      kind,
      stars: kind === 'OCOP' ? item.ocop : null,
      number: `MAU-${kind}-${String(index + 1).padStart(3, '0')}`,
      issuer: 'Cơ quan cấp mẫu (dữ liệu mẫu)',
      issuedOn,
      expiresOn: lapses ? addMonths(issuedOn, months) : null,
      status: waits ? 'DECLARED' : 'VERIFIED',
      verifiedBy: waits ? null : officerId,
      verifiedAt: waits ? null : at(addDays(issuedOn, 10)),
      isDemo: true,
    };
  };
  return [...(item.ocop ? ['OCOP'] : []), ...item.certificates].map(paper);
}
