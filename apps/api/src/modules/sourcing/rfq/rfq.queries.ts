import { Injectable } from '@nestjs/common';
import { quoteStateAt, rfqStateAt } from '@lienket/domain';
import { idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { PRODUCT_REF_SQL } from '../../catalog/index.js';
import { likePatterns, organizationRefSql } from '../../registry/index.js';
import { unreadSql } from '../../threads/index.js';
import { rfqActions } from './rfq-rules.js';
import type {
  AskableProductView,
  RfqFileView,
  RfqInvitationView,
  RfqLineView,
  RfqQuestion,
  RfqSideName,
  RfqSummaryView,
  RfqView,
} from './rfq.view.js';

interface SummaryRow extends Omit<RfqSummaryView, 'side'> {
  readonly buyerOrgId: string;
  readonly ownValidUntil: string | null;
}
type PageRow = SummaryRow &
  Omit<RfqView, keyof RfqSummaryView | 'lines' | 'files' | 'invitations' | 'availableActions'> & {
    lines: RfqLineView[];
    files: RfqFileView[];
  };

/** $1 the reader's organization. Row-level security leaves a cooperative its own invitation and quote only. */
const SUMMARY = `r.id, r.number, r.title, r.status, r.buyer_org_id as "buyerOrgId", ${organizationRefSql('b')} as buyer,
  r.deadline_at as "deadlineAt", r.sent_at as "sentAt", r.created_at as "createdAt", r.is_demo as "isDemo",
  (select count(*)::int from rfq_line l where l.rfq_id = r.id) as "lineCount",
  (select l.description from rfq_line l where l.rfq_id = r.id order by l.line_no limit 1) as "firstLine",
  (select count(*)::int from rfq_invitee i where i.rfq_id = r.id) as "invitedCount",
  (select count(*)::int from quote q where q.rfq_id = r.id and q.status not in ('DRAFT', 'WITHDRAWN')) as "quotedCount",
  (select count(*)::int from rfq_invitee i where i.rfq_id = r.id and i.declined_at is not null) as "declinedCount",
  (select q.status from quote q where q.rfq_id = r.id and q.seller_org_id = $1) as "ownQuoteStatus",
  (select q.valid_until from quote q where q.rfq_id = r.id and q.seller_org_id = $1) as "ownValidUntil",
  exists (select 1 from rfq_invitee i where i.rfq_id = r.id and i.seller_org_id = $1 and i.declined_at is not null) as "ownDeclined",
  (select coalesce(sum(${unreadSql('RFQ', 'i.id', '$1')}), 0)::int from rfq_invitee i where i.rfq_id = r.id) as unread`;
const FROM = 'from rfq r join organization b on b.id = r.buyer_org_id';
const LINES = `coalesce((select json_agg(json_build_object('id', l.id, 'lineNo', l.line_no,
    'product', case when p.id is not null then ${PRODUCT_REF_SQL('p')} end, 'description', l.description, 'productGroup', l.product_group,
    'spec', l.spec, 'baseUnit', l.base_unit, 'per', l.per, 'perQty', l.per_qty::text, 'times', l.times, 'askedQty', l.asked_qty::text,
    'awardedQty', l.awarded_qty::text, 'note', l.note) order by l.line_no)
  from rfq_line l left join product p on p.id = l.product_id where l.rfq_id = r.id), '[]')`;
const FILES = `coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime) order by rf.position)
  from rfq_file rf join stored_file f on f.id = rf.file_id where rf.rfq_id = r.id), '[]')`;

@Injectable()
export class RfqQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The request's page; NOT_FOUND for whoever was not invited. */
  byId(actor: Actor, id: string): Promise<RfqView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<PageRow>(
        `select ${SUMMARY}, r.basis, r.delivery_location_id as "deliveryLocationId", r.delivery_place as "deliveryPlace",
           r.period_from as "periodFrom", r.period_to as "periodTo", r.note, r.cancel_reason as "cancelReason",
           r.closed_at as "closedAt", r.awarded_at as "awardedAt", r.version, ${LINES} as lines, ${FILES} as files
         ${FROM} where r.id = $2`,
        [actor.orgId, idOf(id)],
      );
      const { ownValidUntil, buyerOrgId, ...rest } = row;
      const summary = summaryOf(actor, tx, { ...row, ownValidUntil, buyerOrgId });
      return {
        ...rest,
        ...summary,
        deliveryLocationId: summary.side === 'BUYER' ? row.deliveryLocationId : null,
        invitations: await invitationsOf(tx, actor, row.id),
        availableActions: rfqActions(actor, { buyerOrgId, status: summary.status }),
      };
    });
  }

  page(
    actor: Actor,
    filter: RfqQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<RfqSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const { where, values } = conditions(actor, tx.now, filter ?? {});
      const from = cursor ? `${where} and r.id < $${values.length + 1}` : where;
      const rows = await tx.query<SummaryRow>(`select ${SUMMARY} ${FROM} where ${from} order by r.id desc limit ${size + 1}`, [
        ...values,
        ...(cursor ? [idOf(cursor[0]!)] : []),
      ]);
      return toConnection(
        rows,
        size,
        (row) => summaryOf(actor, tx, row),
        (row) => encodeCursor(row.id),
        () => this.count(actor, where, values),
      );
    });
  }

  /** Published goods and who sells them: by id, or by words of the name. */
  askable(actor: Actor, ids: readonly string[] | null, search: string | null): Promise<AskableProductView[]> {
    const wanted = ids?.filter(isUuid).slice(0, 200) ?? null;
    return this.uow.read(actor, (tx) =>
      tx.query<AskableProductView>(
        `select ${PRODUCT_REF_SQL('p')} as product, ${organizationRefSql('o')} as seller
         from product p join organization o on o.id = p.org_id
         where p.status = 'PUBLISHED' and o.status = 'ACTIVE' and p.org_id <> $3 and ($1::uuid[] is null or p.id = any($1))
           and fold_vietnamese(p.name_vi || ' ' || o.short_name) like all($2::text[])
         order by p.name_vi, p.id limit ${wanted ? 200 : 30}`,
        [wanted, likePatterns(search), actor.orgId],
      ),
    );
  }

  private count(actor: Actor, where: string, values: unknown[]): Promise<number> {
    return this.uow.read(actor, async (tx) => {
      const { count } = await tx.one<{ count: number }>(`select count(*)::int as count ${FROM} where ${where}`, values);
      return count;
    });
  }
}

const sideOf = (actor: Actor, buyerOrgId: string): RfqSideName =>
  actor.orgId === buyerOrgId ? 'BUYER' : actor.orgKind === 'ALLIANCE' ? 'ALLIANCE' : 'SELLER';

function summaryOf(actor: Actor, tx: Tx, row: SummaryRow): RfqSummaryView {
  const side = sideOf(actor, row.buyerOrgId);
  const counts = side === 'SELLER' ? { invitedCount: null, quotedCount: null, declinedCount: null } : {};
  const { ownQuoteStatus, ownValidUntil } = row;
  return {
    id: row.id,
    number: row.number === row.id ? '' : row.number,
    title: row.title,
    status: rfqStateAt({ state: row.status, deadlineAt: row.deadlineAt }, tx.now),
    side,
    buyer: row.buyer,
    deadlineAt: row.deadlineAt,
    sentAt: row.sentAt,
    createdAt: row.createdAt,
    lineCount: row.lineCount,
    firstLine: row.firstLine,
    invitedCount: row.invitedCount,
    quotedCount: row.quotedCount,
    declinedCount: row.declinedCount,
    ...counts,
    ownQuoteStatus: ownQuoteStatus && quoteStateAt({ state: ownQuoteStatus, validUntil: ownValidUntil }, tx.today),
    ownDeclined: row.ownDeclined,
    unread: row.unread,
    isDemo: row.isDemo,
  };
}

/** All for the buyer and the Alliance; a cooperative finds its own behind the wall. */
async function invitationsOf(tx: Tx, actor: Actor, rfqId: string): Promise<RfqInvitationView[]> {
  const rows = await tx.query<RfqInvitationView>(
    `select i.id, ${organizationRefSql('s')} as seller, i.invited_at as "invitedAt", i.seen_at as "seenAt", i.declined_at as "declinedAt",
       i.decline_reason as "declineReason", q.id as "quoteId", q.status as "quoteStatus", coalesce(q.revision, 0) as revision,
       q.valid_until as "validUntil",
       ${unreadSql('RFQ', 'i.id', '$2')} as unread
     from rfq_invitee i join organization s on s.id = i.seller_org_id
     left join quote q on q.rfq_id = i.rfq_id and q.seller_org_id = i.seller_org_id
     where i.rfq_id = $1 order by s.short_name, i.id`,
    [rfqId, actor.orgId],
  );
  return rows.map((row) => ({
    ...row,
    quoteStatus: row.quoteStatus && quoteStateAt({ state: row.quoteStatus, validUntil: row.validUntil }, tx.today),
  }));
}

function conditions(actor: Actor, now: Date, filter: RfqQuestion): { where: string; values: unknown[] } {
  const values: unknown[] = [actor.orgId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all: string[] = ['$1::uuid is not null'];
  if (filter.side === 'BUYER') all.push('r.buyer_org_id = $1');
  if (filter.side === 'SELLER') all.push('r.buyer_org_id <> $1');
  if (filter.status?.length) {
    // The clock closes a request; nobody writes it down.
    const effective = `(case when r.status = 'OPEN' and r.deadline_at <= ${add(now)} then 'CLOSED' else r.status end)`;
    all.push(`${effective} = any(${add(filter.status)})`);
  }
  const words = likePatterns(filter.search);
  if (words.length) {
    all.push(
      `fold_vietnamese(concat_ws(' ', r.number, r.title, b.name, b.short_name,
        (select string_agg(l.description, ' ') from rfq_line l where l.rfq_id = r.id))) like all(${add(words)}::text[])`,
    );
  }
  return { where: all.join(' and '), values };
}
