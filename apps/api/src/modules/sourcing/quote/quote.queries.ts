import { Injectable } from '@nestjs/common';
import {
  quantity,
  quoteStateAt,
  revisionChanges,
  rfqStateAt,
  type QuoteState,
  type Revision,
  type RfqState,
} from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PRODUCT_REF_SQL } from '../../catalog/index.js';
import { organizationRefSql } from '../../registry/index.js';
import { quoteActions } from './quote-rules.js';
import type {
  PoolShareView,
  QuoteCounterLineView,
  QuoteCounterView,
  QuoteDraftView,
  QuoteLineCommand,
  QuoteLineView,
  QuoteRevisionView,
  QuoteView,
  RevisionChangeView,
} from './quote.view.js';

type Text<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: T[P] extends bigint ? string : string | null };
type LineRow = Text<QuoteLineView, 'unitPrice' | 'freightPerUnit'> & { readonly unitPrice: string };
type RevisionRow = Omit<QuoteRevisionView, 'lines' | 'changes'> & { readonly lines: LineRow[] };
type CounterRow = Omit<QuoteCounterView, 'lines'> & { readonly lines: Text<QuoteCounterLineView, 'unitPrice'>[] };
interface HeadRow {
  readonly id: string;
  readonly rfqId: string;
  readonly seller: QuoteView['seller'];
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly status: QuoteState;
  readonly revision: number;
  readonly validUntil: string | null;
  readonly awaitsDirector: boolean;
  readonly sentAt: Date | null;
  readonly closeReason: string | null;
  readonly version: number;
  readonly rfqStatus: RfqState;
  readonly deadlineAt: Date | null;
}

/** Lines of the revision `alias`, prices as text so that JSON keeps them exact. */
export const quoteLinesSql = (alias: string): string =>
  `coalesce((select json_agg(json_build_object('id', l.id, 'rfqLineId', l.rfq_line_id, 'lineNo', l.line_no,
    'product', case when p.id is not null then ${PRODUCT_REF_SQL('p')} end, 'description', l.description, 'baseUnit', l.base_unit,
    'packName', l.pack_name, 'packSize', l.pack_size_base::text, 'vatClass', l.vat_class, 'alternative', l.alternative,
    'unitPrice', l.unit_price::text, 'freightPerUnit', l.freight_per_unit::text, 'offeredQty', l.offered_qty::text,
    'moqQty', l.moq_qty::text, 'leadDays', l.lead_days, 'note', l.note,
    'shares', coalesce((select json_agg(json_build_object('member', ${organizationRefSql('m')}, 'qty', s.qty::text) order by s.qty desc, s.id)
      from quote_line_share s join organization m on m.id = s.member_org_id where s.quote_line_id = l.id), '[]')) order by l.line_no)
   from quote_line l left join product p on p.id = l.product_id where l.revision_id = ${alias}.id), '[]')`;

export const POOL_SHARE_SQL = `select s.id, s.quote_id as "quoteId", s.rfq_line_id as "rfqLineId", ${organizationRefSql('lead')} as lead,
    ${organizationRefSql('member')} as member, s.buyer_name as "buyerName", s.description, s.base_unit as "baseUnit", s.status,
    s.asked_qty as "askedQty", s.qty, s.floor_price as "floorPrice", s.note, s.answer_by as "answerBy", s.asked_at as "askedAt", s.version
  from pool_share s join organization lead on lead.id = s.lead_org_id join organization member on member.id = s.member_org_id`;

@Injectable()
export class QuoteQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** For the two sides; NOT_FOUND for anybody else, the Alliance too. */
  byId(actor: Actor, id: string): Promise<QuoteView> {
    return this.uow.read(actor, async (tx) => {
      const quote = await this.read(tx, actor, 'q.id = $1', [idOf(id)]);
      return quote ?? tx.one<QuoteView>('select 1 where false');
    });
  }

  /** The reader's own quote for a request, once it was touched. */
  ofSeller(actor: Actor, rfqId: string): Promise<QuoteView | null> {
    return this.uow.read(actor, (tx) => this.read(tx, actor, 'q.rfq_id = $1 and q.seller_org_id = $2', [rfqId, actor.orgId]));
  }

  /** What other cooperatives ask the reader's organization to share in. */
  sharesOf(actor: Actor): Promise<PoolShareView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<PoolShareView>(
        `${POOL_SHARE_SQL} where s.member_org_id = $1 order by (s.status = 'OFFERED') desc, s.asked_at desc limit 100`,
        [actor.orgId],
      ),
    );
  }

  private async read(tx: Tx, actor: Actor, where: string, values: unknown[]): Promise<QuoteView | null> {
    const [head] = await tx.query<HeadRow>(
      `select q.id, q.rfq_id as "rfqId", ${organizationRefSql('s')} as seller, q.seller_org_id as "sellerOrgId",
         q.buyer_org_id as "buyerOrgId", q.status, q.revision, q.valid_until as "validUntil", q.awaits_director as "awaitsDirector",
         q.sent_at as "sentAt", q.close_reason as "closeReason", q.version, r.status as "rfqStatus", r.deadline_at as "deadlineAt"
       from quote q join rfq r on r.id = q.rfq_id join organization s on s.id = q.seller_org_id where ${where}`,
      values,
    );
    if (!head || (actor.orgId !== head.sellerOrgId && actor.orgId !== head.buyerOrgId)) return null;
    const [revisions, counters, drafts, shares] = [
      await this.revisions(tx, head.id),
      await this.counters(tx, head.id),
      await this.draft(tx, head.id),
      await tx.query<PoolShareView>(`${POOL_SHARE_SQL} where s.quote_id = $1 order by s.asked_at, s.id`, [head.id]),
    ];
    const { rfqStatus, deadlineAt, sellerOrgId, buyerOrgId, ...rest } = head;
    const status = quoteStateAt({ state: head.status, validUntil: head.validUntil }, tx.today);
    const standing = { sellerOrgId, buyerOrgId, status, revision: head.revision };
    return {
      ...rest,
      status,
      revisions,
      counters,
      draft: drafts,
      shares,
      availableActions: quoteActions(actor, {
        ...standing,
        rfqStatus: rfqStateAt({ state: rfqStatus, deadlineAt }, tx.now),
      }),
    };
  }

  private async revisions(tx: Tx, quoteId: string): Promise<QuoteRevisionView[]> {
    const rows = await tx.query<RevisionRow>(
      `select r.id, r.n, r.basis, r.valid_until as "validUntil", r.note, r.sent_at as "sentAt", u.full_name as "sentByName",
         ${quoteLinesSql('r')} as lines
       from quote_revision r left join app_user u on u.id = r.sent_by where r.quote_id = $1 order by r.n`,
      [quoteId],
    );
    const views = rows.map((row) => ({ ...row, lines: row.lines.map(lineView) }));
    return views.map((view, index) => ({ ...view, changes: changesOf(views[index - 1], view) })).reverse();
  }

  private async counters(tx: Tx, quoteId: string): Promise<QuoteCounterView[]> {
    const rows = await tx.query<CounterRow>(
      `select c.id, c.n, c.comment, c.at, u.full_name as "byName",
         coalesce((select json_agg(json_build_object('id', l.id, 'quoteLineId', l.quote_line_id, 'unitPrice', l.unit_price::text,
           'qty', l.qty::text, 'wantedOn', l.wanted_on, 'comment', l.comment) order by l.id)
           from quote_counter_line l where l.counter_id = c.id), '[]') as lines
       from quote_counter c left join app_user u on u.id = c.by_user where c.quote_id = $1 order by c.at desc, c.id desc`,
      [quoteId],
    );
    return rows.map((row) => ({
      ...row,
      lines: row.lines.map((line) => ({ ...line, unitPrice: line.unitPrice === null ? null : BigInt(line.unitPrice) })),
    }));
  }

  private async draft(tx: Tx, quoteId: string): Promise<QuoteDraftView | null> {
    const [row] = await tx.query<{ content: DraftContent; preparedByName: string | null; preparedAt: Date }>(
      `select d.content, u.full_name as "preparedByName", d.prepared_at as "preparedAt"
       from quote_draft d left join app_user u on u.id = d.prepared_by where d.quote_id = $1`,
      [quoteId],
    );
    if (!row) return null;
    const { content, ...rest } = row;
    return {
      ...rest,
      ...content,
      lines: content.lines.map((line) => ({
        ...line,
        price: BigInt(line.price),
        freightPerUnit: line.freightPerUnit == null ? null : BigInt(line.freightPerUnit),
      })),
    };
  }
}

type DraftContent = Omit<QuoteDraftView, 'lines' | 'preparedByName' | 'preparedAt'> & {
  readonly lines: (Omit<QuoteLineCommand, 'price' | 'freightPerUnit'> & { price: string; freightPerUnit?: string | null })[];
};

export const lineView = (row: LineRow): QuoteLineView => ({
  ...row,
  unitPrice: BigInt(row.unitPrice),
  freightPerUnit: row.freightPerUnit === null ? null : BigInt(row.freightPerUnit),
});

type Shown = Omit<QuoteRevisionView, 'changes'>;

function changesOf(before: Shown | undefined, after: Shown): RevisionChangeView[] {
  if (!before) return [];
  return revisionChanges(asRevision(before), asRevision(after)).map((change) => ({
    kind: change.kind,
    description: 'line' in change ? change.line.description : null,
    before: 'before' in change ? change.before : null,
    after: 'after' in change ? change.after : null,
  }));
}

const asRevision = (shown: Shown): Revision => ({
  n: shown.n,
  validUntil: shown.validUntil,
  place: shown.basis,
  lines: shown.lines.map((line) => ({
    askedLineId: line.rfqLineId,
    productId: line.product?.id ?? null,
    description: line.description,
    alternative: line.alternative,
    unitPrice: line.unitPrice,
    freightPerUnit: line.freightPerUnit,
    offered: quantity(line.offeredQty),
    moq: line.moqQty === null ? null : quantity(line.moqQty),
    leadDays: line.leadDays,
  })),
});
