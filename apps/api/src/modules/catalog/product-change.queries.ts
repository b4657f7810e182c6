import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { BadInputError } from '../../platform/errors.js';
import { isUuid } from '../../platform/ids.js';
import type { ProductChangeView, ProductClaimsView } from './product-change.view.js';
import { PRODUCT_REF_SQL } from './product-book.js';
import { CLAIMS_SQL } from './product-lock.js';
import type { GradeClaim } from './product-parts.js';

type Claims = Record<string, unknown>;
interface Row extends Omit<ProductChangeView, 'fields' | 'before' | 'after'> {
  readonly wanted: Claims;
  readonly replaced: Claims | null;
  readonly onShow: Claims;
  readonly communes: Record<string, string> | null;
}

const SELECT = `select c.id, c.status, c.wanted, c.replaced, ${CLAIMS_SQL('p')} as "onShow", c.reason, c.created_at as "requestedAt",
    c.decided_at as "decidedAt", c.version, ${PRODUCT_REF_SQL('p')} as product,
    exists (select 1 from list_price l where l.product_id = p.id and l.buyer_org_id is null) as "hasPrice",
    (select json_object_agg(u.code, u.name) from administrative_unit u
      where u.code in (p.origin_commune_code, c.wanted ->> 'originCommuneCode', c.replaced ->> 'originCommuneCode')) as communes,
    json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind, 'communeName', cu.name, 'districtName', null) as cooperative
  from product_change c join product p on p.id = c.product_id join organization o on o.id = c.org_id
  left join administrative_unit cu on cu.code = o.commune_code`;

/** Requests to change what a product claims; the wall shows them to its cooperative and to the Alliance. */
@Injectable()
export class ProductChangeQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** What waits, the oldest first. */
  async toReview(actor: Actor, first: number | null, after: string | null): Promise<Connection<ProductChangeView>> {
    const size = pageSize(first);
    const [cursor = null] = decodeCursor(after, 1) ?? [];
    if (cursor !== null && !isUuid(cursor)) throw new BadInputError('Trang này không còn. Hãy tải lại danh sách.', 'after');
    const where = `c.status = 'PENDING'`;
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<Row>(`${SELECT} where ${where} and ($1::uuid is null or c.id > $1) order by c.id limit $2`, [cursor, size + 1]),
    );
    const count = () =>
      this.uow
        .read(actor, (tx) => tx.one<{ count: number }>(`select count(*)::int as count from product_change c where ${where}`))
        .then((row) => row.count);
    return toConnection(rows, size, toView, (row) => encodeCursor(row.id), count);
  }

  /** The request that waits, or else the one declined last and not followed by another. */
  async latest(actor: Actor, productIds: readonly string[]): Promise<Map<string, ProductChangeView>> {
    const rows = await this.uow.read(actor, (tx: Tx) =>
      tx.query<Row>(
        `select * from (select distinct on (c.product_id) ${SELECT.slice('select '.length)} where c.product_id = any($1)
         order by c.product_id, c.created_at desc, c.id desc) latest where status in ('PENDING', 'DECLINED')`,
        [productIds],
      ),
    );
    return new Map(rows.map((row) => [row.product.id, toView(row)]));
  }
}

function toView({ wanted, replaced, onShow, communes, ...row }: Row): ProductChangeView {
  const before = { ...onShow, ...replaced };
  const names = communes ?? {};
  const renamed: Record<string, string> = {
    productGroup: 'group',
    photoFileId: 'photoUrl',
    originCommuneCode: 'originCommuneName',
  };
  return {
    ...row,
    fields: Object.keys(wanted).map((field) => renamed[field] ?? field),
    before: claimsView(before, names),
    after: claimsView({ ...before, ...wanted }, names),
  };
}

function claimsView(claims: Claims, communes: Record<string, string>): ProductClaimsView {
  const text = (field: string): string | null => (claims[field] as string | null | undefined) ?? null;
  const commune = text('originCommuneCode');
  const photo = text('photoFileId');
  return {
    nameVi: text('nameVi'),
    nameEn: text('nameEn'),
    group: text('productGroup') as ProductClaimsView['group'],
    subgroup: text('subgroup'),
    description: text('description'),
    story: text('story'),
    origin: text('origin'),
    originCommuneCode: commune,
    originCommuneName: commune && (communes[commune] ?? null),
    traceabilityUrl: text('traceabilityUrl'),
    photoFileId: photo,
    photoUrl: photo && `/files/${photo}`,
    grades: (claims['grades'] as GradeClaim[] | undefined) ?? [],
  };
}
