import { Injectable } from '@nestjs/common';
import { daysBetween, type Locale, lotBlock, minRemainingDays, quantity } from '@lienket/domain';
import { allows, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { asSystem } from '../../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import type { AvailableActionView } from '../catalog.view.js';
import { provinceInAddressSql } from '../../registry/index.js';
import { PRODUCT_REF_SQL } from '../product-book.js';
import { BOOKED_SQL } from './lot-batch.js';
import { supplyRules } from './supply-rules.js';
import type { LotState, LotTraceView, StockEntryView, StockLotView } from './supply.view.js';

interface Row extends Omit<
  StockLotView,
  'tracePath' | 'qrUrl' | 'daysLeft' | 'state' | 'free' | 'availableActions' | 'entries' | 'stages'
> {
  readonly orgId: string;
  readonly traceCode: string;
  readonly shelfLifeDays: number | null;
  readonly minRemainingDays: number | null;
  readonly entries: (Omit<StockEntryView, 'at' | 'canUndo'> & { at: string })[] | null;
  readonly stages: StockLotView['stages'] | null;
}

const HAND = new Set(['HARVEST', 'RECEIVE', 'LOSS', 'ADJUST']);

const COLUMNS = `l.id, l.org_id as "orgId", l.code, l.trace_code as "traceCode", ${PRODUCT_REF_SQL('p')} as product, g.name as "gradeName",
    loc.name as "locationName", l.origin, l.harvested_on as "harvestedOn", l.good_from as "goodFrom", l.expires_on as "expiresOn",
    l.initial_qty as "initialQty", ${BOOKED_SQL} as booked, b.on_hand as "onHand", b.reserved, l.note, l.is_demo as "isDemo", p.shelf_life_days as "shelfLifeDays",
    p.min_remaining_days as "minRemainingDays"`;
const FROM = `from stock_lot l join lot_balance b on b.lot_id = l.id join product p on p.id = l.product_id
    left join grade g on g.id = l.grade_id left join location loc on loc.id = l.location_id`;
const BOOKS = `,
    (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'onHand', e.on_hand_delta::text, 'reserved', e.reserved_delta::text, 'at', e.at,
      'byName', u.full_name, 'reason', e.reason_code, 'note', e.note, 'reversesId', e.reverses_id,
      'orderId', case when e.source_type = 'ORDER' then e.source_id end, 'shipmentId', case when e.source_type = 'SHIPMENT' then e.source_id end,
      'isReversed', exists (select 1 from stock_entry r where r.reverses_id = e.id)) order by e.id desc)
      from stock_entry e left join app_user u on u.id = e.recorded_by where e.lot_id = l.id) as entries,
    (select json_agg(json_build_object('id', s.id, 'stage', s.stage, 'place', s.place, 'on', s.on_day) order by s.on_day, s.id)
      from lot_stage s where s.lot_id = l.id) as stages`;

export interface LotFilter {
  readonly productId: string | null;
  readonly withEmpty: boolean;
}

/** A cooperative's lots with their books; the page that anybody may read of one. */
@Injectable()
export class LotQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** NOT_FOUND for a lot of another cooperative; the Alliance watches. */
  byId(actor: Actor, id: string): Promise<StockLotView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(`select ${COLUMNS}${BOOKS} ${FROM} where l.id = $1`, [idOf(id)]);
      return toLot(row, actor, tx.today, (await supplyRules(tx)).minLifeBp);
    });
  }

  /** What expires first comes first; what never does, last. */
  page(actor: Actor, filter: LotFilter, first: number | null, after: string | null): Promise<Connection<StockLotView>> {
    const size = pageSize(first);
    const [afterExpiry = null, afterId = null] = decodeCursor(after, 2) ?? [];
    const productId = filter.productId === null ? null : isUuid(filter.productId) ? filter.productId : actor.orgId;
    const where = `l.org_id = $1 and ($2::uuid is null or l.product_id = $2) and ($3 or b.on_hand > 0)`;
    const values = [actor.orgId, productId, filter.withEmpty];
    return this.uow.read(actor, async (tx) => {
      const { minLifeBp } = await supplyRules(tx);
      const rows = await tx.query<Row>(
        `select ${COLUMNS}${BOOKS} ${FROM} where ${where}
           and ($4::text is null or (coalesce(l.expires_on, 'infinity'::date), l.id) > ($4::date, $5::uuid))
         order by coalesce(l.expires_on, 'infinity'::date), l.id limit $6`,
        [...values, afterExpiry, afterId && isUuid(afterId) ? afterId : null, size + 1],
      );
      return toConnection(
        rows,
        size,
        (row) => toLot(row, actor, tx.today, minLifeBp),
        (row) => encodeCursor(row.expiresOn ?? 'infinity', row.id),
        () =>
          this.uow
            .read(actor, (count) => count.one<{ n: number }>(`select count(*)::int as n ${FROM} where ${where}`, values))
            .then(({ n }) => n),
      );
    });
  }

  /** For the QR code on a crate: null for a code nobody knows, and for goods that are not public. */
  trace(code: string, locale: Locale): Promise<LotTraceView | null> {
    return this.uow.read(null, (tx) => asSystem(tx, () => readTrace(tx, code.toUpperCase(), locale)));
  }
}

function toLot(row: Row, actor: Actor, today: string, minLifeBp: number): StockLotView {
  const { orgId, traceCode, shelfLifeDays, minRemainingDays: minLifeDays, entries, stages, ...lot } = row;
  const minDays = minRemainingDays({ minLifeDays, shelfLifeDays }, minLifeBp);
  const may = allows(actor, 'supply.record', { ownerOrgId: orgId });
  const free = quantity(row.onHand).sub(quantity(row.reserved));
  return {
    ...lot,
    tracePath: `/t/${traceCode}`,
    qrUrl: `/qr/lots/${row.id}.svg`,
    daysLeft: row.expiresOn === null ? null : daysBetween(today, row.expiresOn),
    state: stateOf(row, today, minDays),
    free: free.toDecimalString(),
    entries: (entries ?? []).map((entry) => ({
      ...entry,
      at: new Date(entry.at),
      canUndo: may && HAND.has(entry.kind) && !entry.isReversed,
    })),
    stages: stages ?? [],
    availableActions: may ? actionsOf(free.isPositive, actor.locale) : [],
  };
}

const NOTHING_FREE = { vi: 'Không còn hàng nào của lô này chưa giữ cho đơn.', en: 'Nothing of this lot is free of orders.' };

function actionsOf(hasFree: boolean, locale: 'vi' | 'en'): AvailableActionView[] {
  return [
    { action: 'loss', allowed: hasFree, reason: hasFree ? null : NOTHING_FREE[locale] },
    { action: 'count', allowed: true, reason: null },
    { action: 'stage', allowed: true, reason: null },
  ];
}

function stateOf(row: Row, today: string, minDays: number): LotState {
  if (!quantity(row.onHand).isPositive) return 'EMPTY';
  const block = lotBlock(row, { leaves: today, arrives: today, minDays });
  return block === 'TOO_LITTLE_LIFE' ? 'LITTLE_LIFE' : (block ?? 'GOOD');
}

type TraceRow = Omit<LotTraceView, 'stages' | 'photoUrl'> & {
  readonly photoFileId: string | null;
  readonly stages: LotTraceView['stages'];
};

async function readTrace(tx: Tx, code: string, locale: Locale): Promise<LotTraceView | null> {
  const [row] = await tx.query<TraceRow>(
    `select l.trace_code as "traceCode", l.code as "lotCode", ${PRODUCT_REF_SQL('p')} as product, p.photo_file_id as "photoFileId",
       (select k.gtin from pack k where k.product_id = p.id and k.gtin is not null order by k.position, k.id limit 1) as gtin,
       g.name as "gradeName", o.name as "cooperativeName", o.slug as "cooperativeSlug", concat_ws(', ', u.name, ${provinceInAddressSql}) as "cooperativeAddress",
       p.origin, l.harvested_on as "harvestedOn", l.expires_on as "expiresOn", p.shelf_life_days as "shelfLifeDays", p.storage, l.is_demo as "isDemo",
       coalesce((select array_agg(distinct name order by name) from (
         select case when $3 = 'en' then k.name_en else k.name_vi end as name from certificate c join certificate_kind k on k.code = c.kind and k.is_public
         where c.org_id = l.org_id and (c.product_id is null or c.product_id = p.id)
           and c.status = 'VERIFIED' and c.issued_on <= $2 and (c.expires_on is null or c.expires_on >= $2)) papers), '{}') as standards,
       (select json_agg(step order by step ->> 'on', step ->> 'at') from (
          select json_build_object('stage', case l.origin when 'HARVEST' then 'HARVESTED' else 'RECEIVED' end, 'place', coalesce(loc.name, u.name, o.name),
            'placeCode', coalesce(loc.commune_code, o.commune_code), 'on', l.harvested_on, 'at', '0') as step
          union all
          select json_build_object('stage', s.stage, 'place', s.place, 'placeCode', null, 'on', s.on_day, 'at', '1' || s.id) from lot_stage s where s.lot_id = l.id
          union all
          select distinct on ((e.at at time zone 'Asia/Ho_Chi_Minh')::date) json_build_object('stage', 'SHIPPED', 'place', coalesce(loc.name, u.name, o.name),
            'placeCode', coalesce(loc.commune_code, o.commune_code), 'on', (e.at at time zone 'Asia/Ho_Chi_Minh')::date, 'at', '2') from stock_entry e
            where e.lot_id = l.id and e.kind = 'SHIP') steps) as stages
     from stock_lot l join product p on p.id = l.product_id join organization o on o.id = l.org_id
     left join administrative_unit u on u.code = o.commune_code left join grade g on g.id = l.grade_id left join location loc on loc.id = l.location_id
     where l.trace_code = $1 and p.status in ('PUBLISHED', 'PAUSED', 'ARCHIVED')`,
    [code, tx.today, locale],
  );
  if (!row) return null;
  const { photoFileId, ...trace } = row;
  return { ...trace, photoUrl: photoFileId && `/files/${photoFileId}` };
}
