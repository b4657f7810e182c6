import { Injectable } from '@nestjs/common';
import type { Locale } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { isUuid } from '../../platform/ids.js';
import { certificateSql, likePatterns } from '../registry/index.js';
import type { ProductStatus, ProductView } from './catalog.view.js';
import { forReader, type ProductRow } from './product-for-reader.js';

const SELECT = `select p.id, p.slug, p.name_vi as "nameVi", p.name_en as "nameEn", p.product_group as "group", p.subgroup, p.description,
    p.base_unit as "baseUnit", p.net_content as "netContent", p.harvest_months as "harvestMonths", p.shelf_life_days as "shelfLifeDays",
    p.storage, p.storage_temp_min as "storageTempMin", p.storage_temp_max as "storageTempMax", p.min_remaining_days as "minRemainingDays",
    p.origin, p.origin_commune_code as "originCommuneCode", oc.name as "originCommuneName", p.story, p.traceability_url as "traceabilityUrl", p.vat_class as "vatClass", p.hs_code as "hsCode", p.price_visibility as "priceVisibility", p.status,
    band.price_from::text as "priceFrom", band.price_to::text as "priceTo", p.return_reason as "returnReason", p.photo_file_id as "photoFileId", p.is_demo as "isDemo", p.published_at as "publishedAt", p.version,
    json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind, 'communeName', u.name, 'districtName', d.name) as cooperative,
    coalesce((select json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'spec', g.spec) order by g.position, g.id)
      from grade g where g.product_id = p.id), '[]') as grades,
    coalesce((select json_agg(json_build_object('id', f.id, 'fileId', f.file_id, 'altVi', f.alt_vi, 'altEn', f.alt_en) order by f.position, f.id)
      from product_photo f where f.product_id = p.id), '[]') as "photoRows",
    coalesce((select json_agg(json_build_object('id', k.id, 'gradeId', k.grade_id, 'name', k.name, 'level', k.level, 'innerPackId', k.inner_pack_id,
      'sizeBase', k.size_base::text, 'moqPacks', k.moq_packs, 'gtin', k.gtin, 'netWeight', k.net_weight::text, 'tareWeight', k.tare_weight::text,
      'catchWeight', k.catch_weight, 'weightToleranceBp', k.weight_tolerance_bp)
      order by k.position, k.id) from pack k where k.product_id = p.id), '[]') as packs,
    coalesce((select json_agg(json_build_object('minQty', t.min_qty_base::text, 'unitPrice', t.unit_price::text, 'basis', t.basis,
      'validFrom', t.valid_from, 'isOwn', t.buyer_org_id is not null) order by t.min_qty_base) from standing_tiers(p.id, main.grade_id, app_org(), $1) t), '[]') as tiers,
    coalesce((select json_agg(${certificateSql('c')} order by c.issued_on desc, c.id) from certificate c
      where c.product_id = p.id and c.org_id = p.org_id), '[]') as certificates
  from product p
  join organization o on o.id = p.org_id
  left join lateral (select grade_id from pack where pack.product_id = p.id order by pack.position, pack.id limit 1) main on true
  left join lateral (select min(unit_price) as price_from, max(unit_price) as price_to
    from standing_tiers(p.id, main.grade_id, null, $1) where p.price_visibility = 'PUBLIC') band on true
  left join administrative_unit u on u.code = o.commune_code
  left join administrative_unit oc on oc.code = p.origin_commune_code
  left join administrative_unit d on d.code = coalesce(o.legacy_district_code, u.former_district_code)`;

/** Single products and their owners' lists; row-level security hides others' drafts. */
@Injectable()
export class ProductQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  bySlug(actor: Actor | null, slug: string, locale: Locale): Promise<ProductView | null> {
    return this.one(actor, 'p.slug = $2', slug, locale);
  }

  async byId(actor: Actor | null, id: string, locale: Locale): Promise<ProductView | null> {
    return isUuid(id) ? this.one(actor, 'p.id = $2', id, locale) : null;
  }

  async mustById(actor: Actor, id: string): Promise<ProductView> {
    const product = await this.byId(actor, id, actor.locale);
    if (!product) throw new NotFoundError();
    return product;
  }

  /** The newest first. */
  mine(actor: Actor, status: ProductStatus | null, search: string | null, first: number | null, after: string | null) {
    return this.page(actor, first, after, {
      where: 'p.org_id = $2 and ($3::text is null or p.status = $3) and fold_vietnamese(p.name_vi) like all($4)',
      values: [actor.orgId, status, likePatterns(search)],
      newestFirst: true,
    });
  }

  /** What waits for the Alliance, the oldest first. */
  toReview(actor: Actor, first: number | null, after: string | null) {
    return this.page(actor, first, after, { where: `p.status = 'IN_REVIEW'`, values: [], newestFirst: false });
  }

  private async one(actor: Actor | null, where: string, value: string, locale: Locale): Promise<ProductView | null> {
    // A visitor sees what living organizations offer; partners also meet products of their documents that are no longer.
    const shown = actor ? '' : ` and p.status in ('PUBLISHED', 'PAUSED') and o.status = 'ACTIVE'`;
    const [row] = await this.uow.read(actor, (tx) => tx.query<ProductRow>(`${SELECT} where ${where}${shown}`, [tx.today, value]));
    return row ? forReader(row, actor, this.clock.today(), locale) : null;
  }

  private async page(
    actor: Actor,
    first: number | null,
    after: string | null,
    list: { where: string; values: unknown[]; newestFirst: boolean },
  ): Promise<Connection<ProductView>> {
    const size = pageSize(first);
    const [cursor = null] = decodeCursor(after, 1) ?? [];
    if (cursor !== null && !isUuid(cursor)) throw new BadInputError('Trang này không còn. Hãy tải lại danh sách.', 'after');
    const at = list.values.length + 1;
    const [compare, direction] = list.newestFirst ? ['<', 'desc'] : ['>', 'asc'];
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<ProductRow>(
        `${SELECT} where ${list.where} and ($${at + 1}::uuid is null or p.id ${compare} $${at + 1}) order by p.id ${direction} limit $${at + 2}`,
        [tx.today, ...list.values, cursor, size + 1],
      ),
    );
    const count = () =>
      this.uow
        .read(actor, (tx) =>
          tx.one<{ count: number }>(`select count(*)::int as count from product p where $1::date is not null and ${list.where}`, [
            tx.today,
            ...list.values,
          ]),
        )
        .then((row) => row.count);
    const today = this.clock.today();
    return toConnection(
      rows,
      size,
      (row) => forReader(row, actor, today, actor.locale),
      (row) => encodeCursor(row.id),
      count,
    );
  }
}
