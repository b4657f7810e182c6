import { Injectable } from '@nestjs/common';
import {
  addDays,
  bandOf,
  forecastAccuracy,
  isHarvestWeek,
  isoWeek,
  type Quantity,
  quantity,
  shortfall,
  startOfWeek,
  supplyWeeks,
  weeksBetween,
} from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { asSystem } from '../../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../../platform/errors.js';
import { isUuid } from '../../../platform/ids.js';
import { type ProductFacts, readSupply } from './supply-facts.js';
import type { BandView, Precision, ProductSupplyView, SupplyVisibility, SupplyWeekView } from './supply.view.js';

interface ProductRow {
  readonly id: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly baseUnit: string;
  readonly orgId: string;
  readonly shelfLifeDays: number | null;
  readonly supplyVisibility: SupplyVisibility;
}

interface SellerRow {
  readonly productId: string;
  readonly onHand: string;
  readonly reserved: string;
  readonly actual: { week: string; qty: string }[];
  readonly revisions: { week: string; revision: number; qty: string; confidence: 'OBSERVED' | 'FORECAST'; on: string }[];
}

const BUYER_KINDS: readonly string[] = ['RETAILER', 'ENTERPRISE', 'COOPERATIVE_UNION'];
/** The season of goods picked twice a year, and its forecasts. */
const ACCURACY_DAYS = 182;
const MAX_WEEKS = 53;

const SELECT = `select p.id, p.slug, p.name_vi as "nameVi", p.base_unit as "baseUnit", p.org_id as "orgId", p.shelf_life_days as "shelfLifeDays",
  p.supply_visibility as "supplyVisibility" from product p`;

/**
 * Who reads how much: exact numbers the seller, the Alliance, and buyers with a contract whose schedule still runs; bands other
 * buyers, unless the cooperative keeps them for its partners; visitors and other cooperatives only when there is harvest.
 */
@Injectable()
export class SupplyQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async ofProduct(actor: Actor | null, productId: string, weeks: number): Promise<ProductSupplyView | null> {
    if (!isUuid(productId)) return null;
    return this.uow.read(actor, async (tx) => {
      const shown = actor ? '' : ` and p.status in ('PUBLISHED', 'PAUSED')`;
      const rows = await tx.query<ProductRow>(`${SELECT} where p.id = $1${shown}`, [productId]);
      return (await this.views(tx, actor, rows, weeks))[0] ?? null;
    });
  }

  async mustOfProduct(actor: Actor, productId: string): Promise<ProductSupplyView> {
    const supply = await this.ofProduct(actor, productId, 12);
    if (!supply) throw new NotFoundError();
    return supply;
  }

  /** All that a cooperative sells, what is stocked or has a plan first. */
  board(actor: Actor, weeks: number): Promise<ProductSupplyView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<ProductRow>(
        `${SELECT} where p.org_id = $1 and p.status <> 'ARCHIVED' and p.product_group <> 'TOURISM'
         order by p.stock_kept desc, exists (select 1 from harvest_window w where w.product_id = p.id) desc, p.name_vi, p.id limit 200`,
        [actor.orgId],
      );
      return this.views(tx, actor, rows, weeks);
    });
  }

  private async views(tx: Tx, actor: Actor | null, rows: readonly ProductRow[], count: number): Promise<ProductSupplyView[]> {
    if (!Number.isInteger(count) || count < 1 || count > MAX_WEEKS)
      throw new BadInputError(`Xem được từ 1 đến ${MAX_WEEKS} tuần.`, 'weeks');
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const weeks = weeksBetween(tx.today, addDays(tx.today, 7 * (count - 1)));
    const supply = await readSupply(tx, ids, addDays(weeks.at(-1)!, 6));
    const partner = await this.partnerOf(tx, actor, rows);
    const own = new Map((await this.forSeller(tx, actor, rows)).map((row) => [row.productId, row]));
    return rows.map(({ orgId, supplyVisibility, shelfLifeDays, ...product }) => {
      const facts = supply.get(product.id)!;
      const isSeller = actor?.orgId === orgId;
      const precision = precisionFor(actor, orgId, supplyVisibility, partner.has(product.id));
      const seller = isSeller ? own.get(product.id) : undefined;
      return {
        product,
        precision,
        known: precision === 'SEASON' ? false : facts.known,
        windows: facts.windows.map(({ from, to, weeklyQty }) => ({
          from,
          to,
          weeklyQty: precision === 'EXACT' ? (weeklyQty?.toDecimalString() ?? null) : null,
        })),
        weeks: weekViews(facts, weeks, precision),
        stockKept: isSeller ? facts.stockKept : null,
        supplyVisibility: isSeller ? supplyVisibility : null,
        onHand: seller?.onHand ?? null,
        reserved: seller?.reserved ?? null,
        shortfall: isSeller ? shortfall(facts.facts).toDecimalString() : null,
        shelfLifeDays: isSeller ? shelfLifeDays : null,
        accuracy: seller ? accuracyOf(seller) : null,
      };
    });
  }

  /** Products of which the reader's organization has a running agreement. */
  private async partnerOf(tx: Tx, actor: Actor | null, rows: readonly ProductRow[]): Promise<Set<string>> {
    if (!actor || !BUYER_KINDS.includes(actor.orgKind)) return new Set();
    const found = await asSystem(tx, () =>
      tx.query<{ id: string }>(
        `select distinct product_id as id from supply_promise where kind = 'SCHEDULE' and buyer_org_id = $1 and product_id = any($2) and due_on >= $3`,
        [actor.orgId, rows.map(({ id }) => id), startOfWeek(tx.today)],
      ),
    );
    return new Set(found.map(({ id }) => id));
  }

  private async forSeller(tx: Tx, actor: Actor | null, rows: readonly ProductRow[]): Promise<SellerRow[]> {
    const ids = rows.filter(({ orgId }) => orgId === actor?.orgId).map(({ id }) => id);
    if (ids.length === 0) return [];
    return tx.query<SellerRow>(
      `select p.id as "productId", coalesce(b.on_hand, 0)::text as "onHand", coalesce(b.reserved, 0)::text as reserved,
         coalesce((select json_agg(json_build_object('week', a.week, 'qty', a.qty::text)) from (
           select date_trunc('week', l.harvested_on)::date as week, sum(e.on_hand_delta) as qty
           from stock_lot l join stock_entry e on e.lot_id = l.id left join stock_entry o on o.id = e.reverses_id
           where l.product_id = p.id and l.origin = 'HARVEST' and l.harvested_on >= $2 and l.harvested_on < $3 and coalesce(o.kind, e.kind) = 'HARVEST'
           group by 1) a), '[]') as actual,
         coalesce((select json_agg(json_build_object('week', f.week_start, 'revision', f.revision, 'qty', f.qty::text, 'confidence', f.confidence,
           'on', (f.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date)) from harvest_forecast f
           where f.product_id = p.id and f.week_start >= $2 and f.week_start < $3), '[]') as revisions
       from product p left join lateral (select sum(on_hand) as on_hand, sum(reserved) as reserved from lot_balance where product_id = p.id) b on true
       where p.id = any($1)`,
      [ids, startOfWeek(addDays(tx.today, -ACCURACY_DAYS)), startOfWeek(tx.today)],
    );
  }
}

function precisionFor(actor: Actor | null, sellerOrgId: string, visibility: SupplyVisibility, isPartner: boolean): Precision {
  if (actor && (actor.orgId === sellerOrgId || actor.orgKind === 'ALLIANCE' || isPartner)) return 'EXACT';
  return actor && BUYER_KINDS.includes(actor.orgKind) && visibility === 'BUYERS' ? 'BANDS' : 'SEASON';
}

const band = (qty: Quantity): BandView => {
  const { from, below } = bandOf(qty);
  return { from: from.toDecimalString(), below: below?.toDecimalString() ?? null };
};

function weekViews(supply: ProductFacts, weeks: readonly string[], precision: Precision): SupplyWeekView[] {
  const numbers = precision === 'SEASON' || !supply.known ? null : supplyWeeks(supply.facts, weeks);
  return weeks.map((week, index) => {
    const row = numbers?.[index] ?? null;
    const exact = precision === 'EXACT' ? row : null;
    const expected = precision === 'EXACT' ? supply.expected.find((harvest) => harvest.week === week) : undefined;
    return {
      week,
      isoWeek: isoWeek(week),
      inSeason: isHarvestWeek(supply.windows, supply.harvestMonths, week),
      firm: exact?.firm.toDecimalString() ?? null,
      plan: exact?.plan.toDecimalString() ?? null,
      uncommitted: exact?.uncommitted.toDecimalString() ?? null,
      committed: exact?.committed.toDecimalString() ?? null,
      firmBand: row && band(row.firm),
      uncommittedBand: row && band(row.uncommitted),
      expected: expected?.qty.toDecimalString() ?? null,
      confidence: expected?.confidence ?? null,
    };
  });
}

const accuracyOf = ({ actual, revisions }: SellerRow) =>
  forecastAccuracy(
    new Map(actual.map(({ week, qty }) => [week, quantity(qty)])),
    revisions.map((said) => ({ ...said, qty: quantity(said.qty) })),
  );
