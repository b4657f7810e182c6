import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { likePatterns } from '../../registry/index.js';
import { OrderQueries } from '../order.queries.js';
import type { OrderGroupSummaryView, OrderGroupView } from './order-group.view.js';

const SUMMARY = `select g.id, g.number, g.buyer_po_no as "buyerPoNo", g.placed_at as "placedAt", u.full_name as "placedByName", g.is_demo as "isDemo", o.*
  from order_group g join app_user u on u.id = g.placed_by cross join lateral (
    select min(o.requested_on) as "requestedOn", count(*)::int as "orderCount", sum(o.line_count)::int as "lineCount",
      count(*) filter (where o.status = 'PLACED')::int as waiting,
      count(*) filter (where o.status in ('CLOSED', 'REFUSED', 'CANCELLED'))::int as ended,
      sum(o.ordered_total)::bigint as "orderedTotal", sum(o.confirmed_total)::bigint as "confirmedTotal", sum(o.accepted_total)::bigint as "acceptedTotal"
    from purchase_order o where o.group_id = g.id) o`;

/** The buyer's brackets around orders to several sellers; everybody else finds none. */
@Injectable()
export class OrderGroupQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderQueries,
  ) {}

  byId(actor: Actor, id: string): Promise<OrderGroupView> {
    return this.uow.read(actor, async (tx) => {
      const group = await tx.one<Omit<OrderGroupView, 'orders'>>(
        `${SUMMARY.replace('g.number,', 'g.number, g.note,')} where g.id = $1 and g.buyer_org_id = $2`,
        [idOf(id), actor.orgId],
      );
      return { ...group, orders: await this.orders.ofGroup(tx, actor, group.id) };
    });
  }

  /** Newest first; the search knows the group's number, the buyer's own and the sellers' names. */
  page(
    actor: Actor,
    asked: { search?: string | null },
    first: number | null,
    after: string | null,
  ): Promise<Connection<OrderGroupSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const where = `g.buyer_org_id = $1 and fold_vietnamese(concat_ws(' ', g.number, g.buyer_po_no, (
      select string_agg(s.short_name || ' ' || s.name, ' ') from purchase_order o join organization s on s.id = o.seller_org_id where o.group_id = g.id))) like all($2::text[])`;
    const values = [actor.orgId, likePatterns(asked.search)];
    const count = (tx: Tx) =>
      tx.one<{ count: number }>(`select count(*)::int as count from order_group g where ${where}`, values);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<OrderGroupSummaryView>(
        `${SUMMARY} where ${where} and ($3::uuid is null or g.id < $3) order by g.id desc limit ${size + 1}`,
        [...values, cursor ? idOf(cursor[0]!) : null],
      );
      return toConnection(
        rows,
        size,
        (row) => row,
        (row) => encodeCursor(row.id),
        () => this.uow.read(actor, async (read) => (await count(read)).count),
      );
    });
  }
}
