import { Injectable } from '@nestjs/common';
import { DEMAND_TRANSITIONS, demandStateOn, type DemandStoredState, nextState, type DemandAction } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { PRODUCT_REF_SQL } from '../../catalog/index.js';
import { likePatterns, organizationRefSql } from '../../registry/index.js';
import { WRONG_ROLE } from '../rfq/rfq-rules.js';
import type { OfferedAction } from '../rfq/rfq.view.js';
import { demandMessages } from './demand.messages.js';
import type { DemandPageView, DemandPostView, DemandQuestion } from './demand.view.js';

interface Row extends Omit<DemandPostView, 'status' | 'mine'> {
  readonly state: DemandStoredState;
  readonly buyerOrgId: string;
}

const ANSWER = `json_build_object('id', a.id, 'seller', ${organizationRefSql('s')},
  'product', case when ap.id is not null then ${PRODUCT_REF_SQL('ap')} end, 'weeklyQty', a.weekly_qty::text, 'note', a.note,
  'answeredAt', a.answered_at, 'withdrawnAt', a.withdrawn_at, 'version', a.version)`;
const ANSWERS_FROM =
  'from demand_answer a join organization s on s.id = a.seller_org_id left join product ap on ap.id = a.product_id';
/** $1 is the reader's organization. The ceiling is not among these columns, and must not be. */
const COLUMNS = `d.id, d.number, d.title, d.status as state, d.buyer_org_id as "buyerOrgId", ${organizationRefSql('b')} as buyer,
  case when p.id is not null then ${PRODUCT_REF_SQL('p')} end as product, d.product_name as "productName",
  d.product_group as "productGroup", d.spec, d.base_unit as "baseUnit", d.weekly_qty::text as "weeklyQty",
  d.period_from as "periodFrom", d.period_to as "periodTo", d.basis, d.delivery_place as "deliveryPlace",
  d.certificate_kinds as "certificateKinds", d.visibility, d.open_until as "openUntil", d.note, d.close_reason as "closeReason",
  d.published_at as "publishedAt", d.is_demo as "isDemo", d.version,
  case when d.buyer_org_id = $1 or (select app_scope()) = 'alliance'
    then (select count(*)::int from demand_answer a where a.post_id = d.id and a.withdrawn_at is null) end as "answerCount",
  (select ${ANSWER} ${ANSWERS_FROM} where a.post_id = d.id and a.seller_org_id = $1) as "ownAnswer"`;
const FROM = 'from demand_post d join organization b on b.id = d.buyer_org_id left join product p on p.id = d.product_id';

/** Who sees which post is the database's wall; these statements only shape it. */
@Injectable()
export class DemandQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byId(actor: Actor | null, id: string): Promise<DemandPageView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(`select ${COLUMNS} ${FROM} where d.id = $2`, [actor?.orgId ?? null, idOf(id)]);
      const post = viewOf(row, actor, tx.today);
      return { ...post, ...(await this.forBuyer(tx, actor, row)), availableActions: actionsOf(actor, row, tx.today) };
    });
  }

  page(
    actor: Actor | null,
    question: DemandQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<DemandPostView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const { where, values } = conditions(actor, tx.today, question ?? {});
      const from = cursor ? `${where} and d.id < $${values.length + 1}` : where;
      const rows = await tx.query<Row>(`select ${COLUMNS} ${FROM} where ${from} order by d.id desc limit ${size + 1}`, [
        ...values,
        ...(cursor ? [idOf(cursor[0]!)] : []),
      ]);
      return toConnection(
        rows,
        size,
        (row) => viewOf(row, actor, tx.today),
        ({ id }) => encodeCursor(id),
        () => this.count(actor, where, values),
      );
    });
  }

  private count(actor: Actor | null, where: string, values: readonly unknown[]): Promise<number> {
    return this.uow.read(actor, async (tx) => {
      const { count } = await tx.one<{ count: number }>(`select count(*)::int as count ${FROM} where ${where}`, values);
      return count;
    });
  }

  /** The answers, whom it was shown to, and the ceiling: the buyer's own and nobody else's. */
  private async forBuyer(
    tx: Tx,
    actor: Actor | null,
    post: Row,
  ): Promise<Pick<DemandPageView, 'deliveryLocationId' | 'ceilingPrice' | 'chosen' | 'answers'>> {
    if (!actor || actor.orgId !== post.buyerOrgId)
      return { deliveryLocationId: null, ceilingPrice: null, chosen: [], answers: [] };
    return tx.one(
      `select d.delivery_location_id as "deliveryLocationId", (select c.price from demand_ceiling c where c.post_id = d.id) as "ceilingPrice",
         coalesce((select json_agg(${organizationRefSql('o')} order by o.short_name) from demand_choice k join organization o on o.id = k.seller_org_id
           where k.post_id = d.id), '[]') as chosen,
         coalesce((select json_agg(${ANSWER} order by a.answered_at, a.id) ${ANSWERS_FROM} where a.post_id = d.id), '[]') as answers
       from demand_post d where d.id = $1`,
      [post.id],
    );
  }
}

const viewOf = ({ state, buyerOrgId, ...row }: Row, actor: Actor | null, today: string): DemandPostView => ({
  ...row,
  status: demandStateOn({ state, openUntil: row.openUntil }, today),
  mine: actor?.orgId === buyerOrgId,
});

const BUYER_ACTIONS: readonly (readonly [string, DemandAction])[] = [
  ['demandSave', 'edit'],
  ['demandPublish', 'publish'],
  ['demandClose', 'close'],
];

function actionsOf(actor: Actor | null, row: Row, today: string): OfferedAction[] {
  if (!actor) return [];
  const status = demandStateOn({ state: row.state, openUntil: row.openUntil }, today);
  const mine = actor.orgId === row.buyerOrgId;
  const trusted = mine ? allows(actor, 'demand.manage', row) : allows(actor, 'demand.answer', { sellerOrgId: actor.orgId });
  const offered = mine ? BUYER_ACTIONS : ([['demandAnswer', 'answer']] as const);
  return offered.map(([action, step]): OfferedAction => {
    const open = nextState(DEMAND_TRANSITIONS, status, step).ok;
    const reason = !trusted
      ? WRONG_ROLE[actor.locale]
      : open
        ? null
        : explain(demandMessages, { code: 'DEMAND_STATE', status } as never, actor.locale).message;
    return { action, allowed: reason === null, reason };
  });
}

function conditions(actor: Actor | null, today: string, question: DemandQuestion): { where: string; values: unknown[] } {
  const values: unknown[] = [actor?.orgId ?? null, today];
  const add = (value: unknown) => `$${values.push(value)}`;
  // The calendar ends a post; nobody writes it down.
  const status = `(case when d.status = 'OPEN' and d.open_until < $2 then 'EXPIRED' else d.status end)`;
  const all: string[] = ['($1::uuid is null or true)', `$2::date is not null`];
  if (question.mine != null) all.push(question.mine ? 'd.buyer_org_id = $1' : 'd.buyer_org_id is distinct from $1');
  if (question.status?.length) all.push(`${status} = any(${add(question.status)})`);
  if (question.group) all.push(`d.product_group = ${add(question.group)}`);
  if (question.unanswered)
    all.push(
      'not exists (select 1 from demand_answer a where a.post_id = d.id and a.seller_org_id = $1 and a.withdrawn_at is null)',
    );
  if (question.month) {
    const month = add(question.month);
    all.push(
      `exists (select 1 from generate_series(date_trunc('month', d.period_from), d.period_to, interval '1 month') m where extract(month from m) = ${month})`,
    );
  }
  const words = likePatterns(question.search);
  if (words.length)
    all.push(
      `fold_vietnamese(concat_ws(' ', d.number, d.title, d.product_name, d.spec, b.name, b.short_name)) like all(${add(words)}::text[])`,
    );
  return { where: all.join(' and '), values };
}
