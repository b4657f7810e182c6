import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '@lienket/domain';
import { idOf, isUuid } from '../../../platform/auth/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { ProductBook } from '../../catalog/index.js';
import type { AwardUseRefusal } from './award-use.messages.js';
import type { AwardUseName } from './award.view.js';

/** What was agreed, for the order or the contract that is made of it; quantities are decimal strings in the base unit. */
export interface AgreedLine {
  readonly id: string;
  readonly rfqId: string;
  readonly rfqNumber: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly productId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSizeBase: string;
  readonly vatClass: string | null;
  readonly qty: string;
  /** What is paid for one base unit: the quoted price and, where the seller brings it, the quoted freight. */
  readonly agreedPrice: bigint;
  readonly used: boolean;
}

/** An agreed line that names its product, with the tax class it has as that product. */
export interface AgreedGoods extends AgreedLine {
  readonly productId: string;
  readonly packId: string;
  readonly vatClass: string;
}

/** What the request said of when a line is to come. */
export interface AgreedRhythm {
  readonly awardLineId: string;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** Base unit each week; null unless the line was asked for by the week. */
  readonly perWeek: string | null;
  /** Months in which the product is harvested; empty: the whole year. */
  readonly season: number[];
  readonly basis: string;
  readonly deliveryPlace: string | null;
}

export interface ChosenProduct {
  readonly awardLineId: string;
  readonly productId: string;
}

export interface AwardUse {
  readonly awardLineIds: readonly string[];
  /** For lines agreed in words only. */
  readonly products: readonly ChosenProduct[];
  readonly orgId: string;
  readonly as: 'BUYER' | 'EITHER';
}

/** Agreed lines for documents of later modules; each is used once. */
@Injectable()
export class AwardBook {
  constructor(private readonly products: ProductBook) {}

  /** Holds the lines in id order and names their goods. NOT_FOUND when one is missing or the organization is not its side. */
  async goods(tx: Tx, use: AwardUse): Promise<Result<AgreedGoods[], AwardUseRefusal | RowsRefusal<AwardUseRefusal>>> {
    if (use.awardLineIds.length === 0) return refuse({ code: 'AWARD_LINES_MISSING' });
    const lines = await this.hold(tx, use);
    if (new Set(lines.map((line) => `${line.sellerOrgId} ${line.buyerOrgId}`)).size > 1) {
      return refuse({ code: 'AWARD_SELLERS_DIFFER' });
    }
    const chosen = new Map(use.products.map((choice) => [choice.awardLineId.toLowerCase(), choice.productId.toLowerCase()]));
    const wanted = lines.map((line) => line.productId ?? chosen.get(line.id) ?? null);
    const found = await this.products.findOrderable(
      tx,
      [...new Set(wanted.filter((id) => id !== null && isUuid(id)))] as string[],
      {
        buyerOrgId: lines[0]!.buyerOrgId,
      },
    );
    const refused: RowRefusal<AwardUseRefusal>[] = [];
    const goods: AgreedGoods[] = [];
    lines.forEach((line, row) => {
      const product = found.get(wanted[row] ?? '');
      const no = (field: string, refusal: AwardUseRefusal) => void refused.push({ row, field, refusal });
      if (line.used) return no('awardLineIds', { code: 'AWARD_LINE_USED' });
      if (!wanted[row]) return no('products', { code: 'AWARD_PRODUCT_MISSING' });
      if (!product || product.orgId !== line.sellerOrgId || product.baseUnit !== line.baseUnit) {
        return no('products', { code: 'AWARD_PRODUCT_NOT_FITTING', unit: line.baseUnit });
      }
      goods.push({ ...line, productId: product.id, packId: product.pack.id, vatClass: line.vatClass ?? product.vatClass });
    });
    return refused.length ? rowsRefused(refused) : accept(goods);
  }

  /** Period, weekly quantity and season of these goods, by award line; the caller holds the lines. */
  async rhythms(tx: Tx, goods: readonly AgreedGoods[]): Promise<Map<string, AgreedRhythm>> {
    const rows = await tx.query<AgreedRhythm>(
      `select a.id as "awardLineId", r.period_from as "periodFrom", r.period_to as "periodTo", case when l.per = 'WEEK' then l.per_qty end as "perWeek",
         coalesce((select p.harvest_months from product p where p.id = asked.product_id), '{}') as season, a.basis, r.delivery_place as "deliveryPlace"
       from unnest($1::uuid[], $2::uuid[]) asked(id, product_id) join award_line a on a.id = asked.id
       join rfq r on r.id = a.rfq_id join rfq_line l on l.id = a.rfq_line_id`,
      [goods.map(({ id }) => id), goods.map(({ productId }) => productId)],
    );
    return new Map(rows.map((row) => [row.awardLineId, row]));
  }

  /** Writes down what the lines became; the caller holds them. */
  async use(tx: Tx, lines: readonly AgreedLine[], type: AwardUseName, documentId: string): Promise<void> {
    await tx.query('update award_line set used_by_type = $2, used_by_id = $3, used_at = $4 where id = any($1)', [
      lines.map(({ id }) => id),
      type,
      documentId,
      tx.now,
    ]);
  }

  private async hold(tx: Tx, { awardLineIds, orgId, as }: AwardUse): Promise<AgreedLine[]> {
    const ids = [...new Set(awardLineIds.map(idOf))].sort();
    const rows = await tx.query<AgreedLine>(
      `select id, rfq_id as "rfqId", rfq_number as "rfqNumber", seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId",
         product_id as "productId", description, base_unit as "baseUnit", pack_name as "packName", pack_size_base as "packSizeBase",
         vat_class as "vatClass", qty, unit_price + coalesce(freight_per_unit, 0) as "agreedPrice", used_at is not null as used
       from award_line where id = any($1) and ($2 = buyer_org_id or ($3 and $2 = seller_org_id)) order by id for update`,
      [ids, orgId, as === 'EITHER'],
    );
    if (rows.length !== ids.length) throw new NotFoundError();
    return rows;
  }
}
