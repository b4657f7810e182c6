import { Injectable } from '@nestjs/common';
import { addDays, type CommercialTerms as Terms, netTake } from '@lienket/domain';
import { isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { organizationRefSql } from '../../registry/index.js';
import { PRODUCT_REF_SQL } from '../product-book.js';
import type { CommercialTermsView, ListPriceView } from './price.view.js';

interface Row extends Omit<ListPriceView, 'tiers' | 'validTo' | 'state'> {
  readonly endsBefore: string | null;
  readonly tiers: { minQty: string; unitPrice: string }[];
  readonly terms: (Omit<Terms, 'feePerUnit'> & { feePerUnit: string }) | null;
}

type TermsRow = Omit<CommercialTermsView, 'validTo'> & { readonly endsBefore: string | null };

export interface PriceFilter {
  readonly productId?: string | null;
  readonly buyerOrgId?: string | null;
  /** Ended prices too: the history. */
  readonly ended?: boolean | null;
}

const SELECT = `select l.id, ${PRODUCT_REF_SQL('p')} as product, l.grade_id as "gradeId", g.name as "gradeName",
    case when b.id is not null then ${organizationRefSql('b')} end as buyer, l.basis, l.valid_from as "validFrom", l.ends_before as "endsBefore",
    coalesce((select json_agg(json_build_object('minQty', t.min_qty_base::text, 'unitPrice', t.unit_price::text) order by t.min_qty_base)
      from price_tier t where t.list_price_id = l.id), '[]') as tiers,
    (select json_build_object('frontBp', c.front_bp, 'rebateBp', c.rebate_bp, 'dcBp', c.dc_bp, 'promoBp', c.promo_bp, 'feePerUnit', c.fee_per_unit::text)
      from commercial_terms c where c.seller_org_id = l.seller_org_id and c.buyer_org_id = l.buyer_org_id
        and c.valid_from <= greatest(l.valid_from, $1::date) and (c.ends_before is null or c.ends_before > greatest(l.valid_from, $1::date))) as terms
  from list_price l join product p on p.id = l.product_id left join grade g on g.id = l.grade_id left join organization b on b.id = l.buyer_org_id`;

/** The seller's own price list and notes; nobody else reads them here. */
@Injectable()
export class PriceQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest first. */
  async mine(
    actor: Actor,
    { productId = null, buyerOrgId = null, ended = false }: PriceFilter,
    first: number | null,
    after: string | null,
  ): Promise<Connection<ListPriceView>> {
    const size = pageSize(first);
    const [cursor = null] = decodeCursor(after, 1) ?? [];
    if (cursor !== null && !isUuid(cursor)) throw new BadInputError('Trang này không còn. Hãy tải lại danh sách.', 'after');
    const where = `l.seller_org_id = $2 and ($3::uuid is null or l.product_id = $3) and ($4::uuid is null or l.buyer_org_id = $4)
      and ($5 or l.ends_before is null or l.ends_before > greatest(l.valid_from, $1::date))`;
    const asked = [productId, buyerOrgId].map((id) => (id === null || isUuid(id) ? id : NOBODY));
    return this.uow.read(actor, async (tx) => {
      const values = [tx.today, actor.orgId, ...asked, ended ?? false];
      const rows = await tx.query<Row>(
        `${SELECT} where ${where} and ($6::uuid is null or l.id < $6) order by l.id desc limit $7`,
        [...values, cursor, size + 1],
      );
      const count = () =>
        this.uow
          .read(actor, (again) =>
            again.one<{ count: number }>(`select count(*)::int as count from list_price l where ${where}`, values),
          )
          .then((row) => row.count);
      return toConnection(
        rows,
        size,
        (row) => toView(row, tx.today),
        (row) => encodeCursor(row.id),
        count,
      );
    });
  }

  async byId(actor: Actor, id: string): Promise<ListPriceView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(`${SELECT} where l.id = $2 and l.seller_org_id = $3`, [tx.today, id, actor.orgId]);
      return toView(row, tx.today);
    });
  }

  /** Terms that hold today or later, by the buyer's name. */
  async terms(actor: Actor): Promise<CommercialTermsView[]> {
    const rows = await this.termsWhere(
      actor,
      `c.seller_org_id = $1 and (c.ends_before is null or c.ends_before > greatest(c.valid_from, $2::date))`,
    );
    return rows;
  }

  async termsById(actor: Actor, id: string): Promise<CommercialTermsView> {
    const [row] = await this.termsWhere(actor, 'c.seller_org_id = $1 and $2::date is not null and c.id = $3', id);
    if (!row) throw new NotFoundError();
    return row;
  }

  private async termsWhere(actor: Actor, where: string, ...more: string[]): Promise<CommercialTermsView[]> {
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<TermsRow>(
        `select c.id, ${organizationRefSql('b')} as buyer, c.valid_from as "validFrom", c.ends_before as "endsBefore", c.front_bp as "frontBp",
           c.rebate_bp as "rebateBp", c.dc_bp as "dcBp", c.promo_bp as "promoBp", c.fee_per_unit as "feePerUnit", c.note
         from commercial_terms c join organization b on b.id = c.buyer_org_id where ${where} order by b.short_name, c.valid_from, c.id limit 500`,
        [actor.orgId, tx.today, ...more],
      ),
    );
    return rows.map(({ endsBefore, ...row }) => ({ ...row, validTo: endsBefore && addDays(endsBefore, -1) }));
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

function toView({ endsBefore, tiers, terms, ...row }: Row, today: string): ListPriceView {
  const isOver = endsBefore !== null && (endsBefore <= today || endsBefore <= row.validFrom);
  const known = terms && { ...terms, feePerUnit: BigInt(terms.feePerUnit) };
  return {
    ...row,
    validTo: endsBefore && addDays(endsBefore, -1),
    state: isOver ? 'ENDED' : row.validFrom > today ? 'UPCOMING' : 'STANDING',
    tiers: tiers.map(({ minQty, unitPrice }) => {
      const price = BigInt(unitPrice);
      return { minQty, unitPrice: price, netTake: known && netTake(price, known) };
    }),
  };
}
