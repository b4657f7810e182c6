import { Injectable } from '@nestjs/common';
import type { PoolCapReason } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { asSystem } from '../../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';
import type { OrderStatusName } from '../order.view.js';

export interface PoolPartView {
  readonly id: string;
  readonly member: OrganizationRefView;
  readonly round: number;
  readonly qty: string;
  readonly priority: number;
  readonly weight: string;
  readonly usedBefore: string;
  readonly cap: string;
  readonly capBy: PoolCapReason;
  readonly capped: boolean;
  readonly divided: string;
  readonly among: string;
  readonly proportion: string;
  readonly added: string;
  readonly declined: string;
  readonly released: string;
  readonly own: boolean;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  readonly orderStatus: OrderStatusName | null;
}

export interface PoolCallOffView {
  readonly id: string;
  readonly qty: string;
  readonly allocated: string;
  readonly shortage: string;
  readonly requestedOn: string;
  readonly placedAt: Date;
  readonly answerDueAt: Date;
  readonly flowedAt: Date | null;
  readonly returned: string;
  readonly reallocated: string;
  readonly parts: PoolPartView[];
}

export interface PoolFiguresView {
  readonly memberOrgId: string | null;
  readonly ordered: string;
  readonly confirmed: string;
  readonly dispatched: string;
  readonly accepted: string;
}

export interface OrderPoolView extends Omit<PoolCallOffView, 'parts'> {
  readonly poolId: string;
  readonly goods: string;
  readonly baseUnit: string;
  readonly parts: PoolPartView[];
}

const CALL_OFF = `c.id, c.qty, c.allocated, c.shortage, c.requested_on as "requestedOn", c.placed_at as "placedAt", c.answer_due_at as "answerDueAt",
  c.flowed_at as "flowedAt", c.returned, c.reallocated,
  coalesce((select json_agg(json_build_object('id', t.id, 'member', ${organizationRefSql('o')}, 'round', t.round, 'qty', t.qty::text, 'priority', t.priority,
      'weight', t.weight::text, 'usedBefore', t.used_before::text, 'cap', t.cap::text, 'capBy', t.cap_by, 'capped', t.capped, 'divided', t.divided::text,
      'among', t.among::text, 'proportion', t.proportion::text, 'added', t.added::text, 'declined', t.declined::text, 'released', t.released::text,
      'orderId', po.id, 'orderNumber', po.number, 'orderStatus', po.status) order by t.round, t.priority, o.short_name, t.id)
    from pool_part t join organization o on o.id = t.member_org_id left join purchase_order po on po.id = t.order_id where t.call_off_id = c.id), '[]') as parts`;
const MOST = 30;

type Row<T extends { parts: PoolPartView[] }> = Omit<T, 'parts'> & { readonly parts: Omit<PoolPartView, 'own'>[] };

/** Call-offs with the parts the reader may see: a member its own, the lead, the buyer and the Alliance all. */
@Injectable()
export class PoolOrdersQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest thirty. */
  callOffs(actor: Actor, poolId: string): Promise<PoolCallOffView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row<PoolCallOffView>>(
        `select ${CALL_OFF} from pool_call_off c where c.pool_id = $1 order by c.id desc limit ${MOST}`,
        [poolId],
      );
      return rows.map((row) => owned(actor, row));
    });
  }

  /** What the pool realised in all, and of each member whose part the reader may see. */
  figures(actor: Actor, poolId: string): Promise<PoolFiguresView[]> {
    return this.uow.read(actor, async (tx) => {
      const seen = await tx.query<{ memberOrgId: string }>(
        'select member_org_id as "memberOrgId" from supply_share where pool_id = $1',
        [poolId],
      );
      const rows = await asSystem(tx, () => figuresOf(tx, poolId));
      const visible = new Set(seen.map(({ memberOrgId }) => memberOrgId));
      return rows.filter(({ memberOrgId }) => memberOrgId === null || visible.has(memberOrgId));
    });
  }

  /** The call-off that an order is a part of; null for an order of its own. */
  ofOrder(actor: Actor, orderId: string): Promise<OrderPoolView | null> {
    return this.uow.read(actor, async (tx) => {
      const [row] = await tx.query<Row<OrderPoolView>>(
        `select p.id as "poolId", p.goods, p.base_unit as "baseUnit", ${CALL_OFF}
         from pool_part own join pool_call_off c on c.id = own.call_off_id join supply_pool p on p.id = c.pool_id where own.order_id = $1`,
        [orderId],
      );
      return row ? owned(actor, row) : null;
    });
  }
}

const owned = <T extends Row<PoolCallOffView>>(actor: Actor, row: T) => ({
  ...row,
  parts: row.parts.map((part) => ({ ...part, own: part.member.id === actor.orgId })),
});

/** The first row is the pool's. */
const figuresOf = (tx: Tx, poolId: string): Promise<PoolFiguresView[]> =>
  tx.query<PoolFiguresView>(
    `select t.member_org_id as "memberOrgId", coalesce(sum(t.qty - t.released), 0)::text as ordered,
       coalesce(sum(case when o.status in ('PLACED', 'COUNTERED', 'CANCELLED', 'REFUSED') then 0 else l.confirmed_qty end), 0)::text as confirmed,
       coalesce(sum(l.dispatched_qty), 0)::text as dispatched, coalesce(sum(l.accepted_qty), 0)::text as accepted
     from pool_part t join order_line l on l.id = t.order_line_id join purchase_order o on o.id = l.order_id
     where t.pool_id = $1 group by grouping sets ((), (t.member_org_id)) order by t.member_org_id nulls first`,
    [poolId],
  );
