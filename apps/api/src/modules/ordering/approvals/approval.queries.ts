import { limitPeriodOf, nextState, ORDER_REQUEST_TRANSITIONS, type PurchaseLimit as LimitRule } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { WRONG_ROLE } from '../order-actions.js';
import { requestMessages } from './approval.messages.js';
import type {
  LimitBreach,
  OrderingPerson,
  OrderRequest,
  OrderRequestLine,
  OrderRequestSummary,
  PurchaseLimit,
} from './approval.view.js';
import { SPENT } from './limit-gate.js';
import type { RequestLine } from './request-desk.js';

type LimitRow = Omit<PurchaseLimit, 'spent' | 'periodTo' | 'inForce'>;
interface RequestRow extends OrderRequestSummary {
  readonly lines: RequestLine[];
  readonly breaches: {
    kind: 'ORDER' | 'PERIOD';
    period?: LimitBreach['period'];
    allowed: string;
    spent?: string;
    amount: string;
  }[];
  readonly resultId: string | null;
  readonly isGroup: boolean;
  readonly poolId: string | null;
  readonly requestedBy: string;
  readonly version: number;
}

const LIMIT = `select l.id, l.user_id as "userId", p.full_name as "personName", l.role, l.per_order as "perOrder", l.per_period as "perPeriod", l.period,
    l.valid_from as "validFrom", l.valid_to as "validTo", s.full_name as "setByName", l.version
  from purchase_limit l join app_user s on s.id = l.set_by left join app_user p on p.id = l.user_id`;
const REQUEST = `select r.id, r.state, r.sellers, jsonb_array_length(r.lines) as "lineCount", r.total, a.full_name as "requestedByName",
    r.requested_at as "requestedAt", d.full_name as "decidedByName", r.decided_at as "decidedAt", r.reason, r.is_demo as "isDemo"
  from order_request r join app_user a on a.id = r.requested_by left join app_user d on d.id = r.decided_by`;

/** Limits and the orders above them, for the buyer's own people. */
@Injectable()
export class ApprovalQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** In force first, then those to come, then the ended ones. */
  limits(actor: Actor): Promise<PurchaseLimit[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<LimitRow>(
        `${LIMIT} where l.buyer_org_id = $1
         order by case when l.valid_to < $2 then 2 when l.valid_from > $2 then 1 else 0 end, l.valid_from desc, l.id desc limit 200`,
        [actor.orgId, tx.today],
      );
      const limits: PurchaseLimit[] = [];
      for (const row of rows) limits.push(await withSpent(tx, actor, row));
      return limits;
    });
  }

  limit(actor: Actor, id: string): Promise<PurchaseLimit> {
    return this.uow.read(actor, async (tx) =>
      withSpent(tx, actor, await tx.one<LimitRow>(`${LIMIT} where l.id = $1 and l.buyer_org_id = $2`, [idOf(id), actor.orgId])),
    );
  }

  /** Who may order for the organization. */
  people(actor: Actor): Promise<OrderingPerson[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<OrderingPerson>(
        `select u.id as "userId", u.full_name as name from membership m join app_user u on u.id = m.user_id
         where m.org_id = $1 and m.ended_at is null and m.roles && '{BUYER,BUYER_MANAGER}' order by u.full_name, u.id`,
        [actor.orgId],
      ),
    );
  }

  request(actor: Actor, id: string): Promise<OrderRequest> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<RequestRow>(
        `${REQUEST.replace(
          'r.id,',
          `r.id, r.lines, r.breaches, r.result_id as "resultId", r.requested_by as "requestedBy", r.version,
           exists (select 1 from order_group g where g.id = r.result_id) as "isGroup",
           case r.kind when 'POOL' then lower(r.command ->> 'poolId') end as "poolId",`,
        )} where r.id = $1 and r.buyer_org_id = $2`,
        [idOf(id), actor.orgId],
      );
      const { lines, breaches, resultId, isGroup, ...request } = row;
      return {
        ...request,
        lines: lines.map((line): OrderRequestLine => ({
          ...line,
          unitPrice: BigInt(line.unitPrice),
          amount: BigInt(line.amount),
        })),
        breaches: breaches.map((breach) => ({
          kind: breach.kind,
          period: breach.period ?? null,
          allowed: BigInt(breach.allowed),
          spent: breach.spent === undefined ? null : BigInt(breach.spent),
          amount: BigInt(breach.amount),
        })),
        orderId: isGroup || request.poolId ? null : resultId,
        groupId: isGroup ? resultId : null,
        availableActions: actionsOf(actor, row),
      };
    });
  }

  requests(
    actor: Actor,
    asked: { waiting?: boolean | null },
    first: number | null,
    after: string | null,
  ): Promise<Connection<OrderRequestSummary>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const where = `r.buyer_org_id = $1 and ($2::boolean is null or (r.state = 'WAITING') = $2)`;
    const values = [actor.orgId, asked.waiting ?? null];
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<OrderRequestSummary>(
        `${REQUEST} where ${where} and ($3::uuid is null or r.id < $3) order by r.id desc limit ${size + 1}`,
        [...values, cursor ? idOf(cursor[0]!) : null],
      );
      const count = (read: Tx) =>
        read.one<{ count: number }>(`select count(*)::int as count from order_request r where ${where}`, values);
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

async function withSpent(tx: Tx, actor: Actor, row: LimitRow): Promise<PurchaseLimit> {
  const inForce = row.validFrom <= tx.today && (row.validTo === null || tx.today <= row.validTo);
  const none = { ...row, inForce, spent: null, periodTo: null };
  if (!inForce || row.perPeriod === null) return none;
  const { from, to } = limitPeriodOf(row as LimitRule, tx.today);
  if (row.role !== null) return { ...none, periodTo: to };
  const { spent } = await tx.one<{ spent: bigint }>(SPENT, [actor.orgId, row.userId, from, to]);
  return { ...none, spent, periodTo: to };
}

function actionsOf(actor: Actor, row: RequestRow): OrderRequest['availableActions'] {
  const { locale } = actor;
  const isOpen = nextState(ORDER_REQUEST_TRANSITIONS, row.state, 'approve').ok;
  const decided = isOpen ? null : explain(requestMessages, { code: 'REQUEST_DECIDED' }, locale).message;
  const isOwn = row.requestedBy === actor.userId;
  const parties = { buyerOrgId: actor.orgId };
  const decide = !allows(actor, 'order.approve', parties)
    ? WRONG_ROLE[locale]
    : (decided ?? (isOwn ? explain(requestMessages, { code: 'REQUEST_OWN' }, locale).message : null));
  const withdraw = !allows(actor, 'order.place', parties)
    ? WRONG_ROLE[locale]
    : (decided ?? (isOwn ? null : explain(requestMessages, { code: 'REQUEST_NOT_YOURS' }, locale).message));
  const offer = (action: string, reason: string | null) => ({ action, allowed: reason === null, reason });
  return [offer('orderRequestApprove', decide), offer('orderRequestRefuse', decide), offer('orderRequestWithdraw', withdraw)];
}
