import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { likePatterns } from '../../registry/index.js';
import type { OrderTemplateSummaryView, OrderTemplateView } from './order-template.view.js';
import type { SheetLine } from './sheet.js';
import { SheetToday } from './sheet-today.js';

type Head = Omit<OrderTemplateView, 'lines' | 'total' | 'gone'> & { readonly lines: SheetLine[] };

const SUMMARY = `select t.id, t.name, t.sellers, jsonb_array_length(t.lines) as "lineCount", t.saved_at as "savedAt", t.is_demo as "isDemo",
    (select count(distinct line ->> 'sellerOrgId')::int from jsonb_array_elements(t.lines) line) as "sellerCount",
    u.full_name as "savedByName", case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract
  from order_template t join app_user u on u.id = t.saved_by left join contract c on c.id = t.contract_id`;

/** The buyer's own templates; everybody else finds none. */
@Injectable()
export class OrderTemplateQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly today: SheetToday,
  ) {}

  /** With what its lines cost today and which of them are no longer to be had. */
  byId(actor: Actor, id: string): Promise<OrderTemplateView> {
    return this.uow.read(actor, async (tx) => {
      const head = await tx.one<Head>(
        `${SUMMARY.replace(
          't.name,',
          `t.name, t.lines, t.note, t.version, t.delivery_location_id as "deliveryLocationId",
           (select l.name || ', ' || l.address from location l where l.id = t.delivery_location_id) as "deliveryPlace",`,
        )} where t.id = $1 and t.buyer_org_id = $2`,
        [idOf(id), actor.orgId],
      );
      const today = await this.today.of(tx, actor, { contractId: head.contract?.id ?? null, lines: head.lines });
      return {
        ...head,
        lines: head.lines.map((line, index) => ({ ...line, ...today[index]! })),
        total: today.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n),
        gone: today.filter(({ standing }) => standing === 'GONE').length,
      };
    });
  }

  /** By name; the search knows the template's name, its sellers and its goods. */
  page(
    actor: Actor,
    asked: { search?: string | null },
    first: number | null,
    after: string | null,
  ): Promise<Connection<OrderTemplateSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 2);
    const where = `t.buyer_org_id = $1 and fold_vietnamese(concat_ws(' ', t.name, t.sellers, (
      select string_agg(line ->> 'description', ' ') from jsonb_array_elements(t.lines) line))) like all($2::text[])`;
    const values = [actor.orgId, likePatterns(asked.search)];
    const count = (tx: Tx) =>
      tx.one<{ count: number }>(`select count(*)::int as count from order_template t where ${where}`, values);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<OrderTemplateSummaryView & { nameKey: string }>(
        `${SUMMARY.replace('t.name,', 't.name, t.name_key as "nameKey",')} where ${where}
           and ($3::text is null or (t.name_key, t.id) > ($3, $4::uuid)) order by t.name_key, t.id limit ${size + 1}`,
        [...values, cursor?.[0] ?? null, cursor ? idOf(cursor[1]!) : null],
      );
      return toConnection(
        rows,
        size,
        ({ nameKey: _, ...row }) => row,
        (row) => encodeCursor(row.nameKey, row.id),
        () => this.uow.read(actor, async (read) => (await count(read)).count),
      );
    });
  }
}
