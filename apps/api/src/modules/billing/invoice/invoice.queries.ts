import { Injectable } from '@nestjs/common';
import { INVOICE_TRANSITIONS, type InvoiceAction, isOverdue, nextState } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { type OfferedAction, WRONG_ROLE } from '../../ordering/index.js';
import { organizationRefSql } from '../../registry/index.js';
import { NoteQueries } from '../note/note.queries.js';
import { invoiceMessages } from './invoice.messages.js';
import type { InvoiceLineView, InvoiceQuestion, InvoiceView } from './invoice.view.js';

type Row = Omit<InvoiceView, 'lines' | 'notes' | 'overdue' | 'xmlUrl' | 'availableActions'> & {
  readonly fileId: string | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
};

const INVOICE = `select i.id, i.payment_request_id as "paymentRequestId", p.number as "requestNumber", p.order_id as "orderId", o.number as "orderNumber",
    g.number as "receiptNumber", (g.received_at at time zone 'Asia/Ho_Chi_Minh')::date as "receivedOn",
    ${organizationRefSql('se')} as seller, ${organizationRefSql('bu')} as buyer, i.state, i.symbol, i.number, i.lookup_code as "lookupCode",
    i.authority_code as "authorityCode", i.issued_on as "issuedOn", i.net_amount as "netAmount", i.vat_amount as "vatAmount", i.total,
    p.total + p.noted_amount as "requestOwed", p.paid_amount as "requestPaid", p.due_on as "dueOn", i.differences, i.replaces_id as "replacesId",
    (select n.id from invoice n where n.replaces_id = i.id) as "replacedById", i.file_id as "fileId", i.recorded_at as "recordedAt",
    i.decided_at as "decidedAt", i.decision_reason as "decisionReason", i.version, i.seller_org_id as "sellerOrgId", i.buyer_org_id as "buyerOrgId"
  from invoice i join payment_request p on p.id = i.payment_request_id join purchase_order o on o.id = p.order_id
  join goods_receipt g on g.id = p.receipt_id join organization se on se.id = i.seller_org_id join organization bu on bu.id = i.buyer_org_id`;

@Injectable()
export class InvoiceQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notes: NoteQueries,
  ) {}

  /** NOT_FOUND for everybody but the two parties. */
  async byId(actor: Actor, id: string): Promise<InvoiceView> {
    const [invoice] = await this.uow.read(actor, async (tx) =>
      this.complete(tx, actor, await tx.query<Row>(`${INVOICE} where i.id = $1`, [idOf(id)])),
    );
    if (!invoice) throw new NotFoundError();
    return invoice;
  }

  ofRequest(actor: Actor, paymentRequestId: string): Promise<InvoiceView[]> {
    return this.uow.read(actor, async (tx) =>
      this.complete(
        tx,
        actor,
        await tx.query<Row>(`${INVOICE} where i.payment_request_id = $1 order by i.id`, [paymentRequestId]),
      ),
    );
  }

  /** The newest first. */
  page(
    actor: Actor,
    filter: InvoiceQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<InvoiceView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const side = filter?.side ?? null;
    const where = `(($2::text is distinct from 'BUYER' and i.seller_org_id = $1) or ($2::text is distinct from 'SELLER' and i.buyer_org_id = $1))
      and ($3::text[] is null or i.state = any($3))`;
    const values = [actor.orgId, side, filter?.state?.length ? filter.state : null];
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${INVOICE} where ${where} and ($4::uuid is null or i.id < $4) order by i.id desc limit ${size + 1}`,
        [...values, cursor ? idOf(cursor[0]!) : null],
      );
      return toConnection(
        await this.complete(tx, actor, rows),
        size,
        (invoice) => invoice,
        (invoice) => encodeCursor(invoice.id),
        () => this.count(actor, where, values),
      );
    });
  }

  private count(actor: Actor, where: string, values: unknown[]): Promise<number> {
    return this.uow.read(actor, async (tx) => {
      const { n } = await tx.one<{ n: number }>(`select count(*)::int as n from invoice i where ${where}`, values);
      return n;
    });
  }

  /** Lines and notes of all rows in two statements. */
  private async complete(tx: Tx, actor: Actor, rows: Row[]): Promise<InvoiceView[]> {
    if (rows.length === 0) return [];
    const lines = await tx.query<InvoiceLineView & { invoiceId: string }>(
      `select l.invoice_id as "invoiceId", l.id, l.line_no as "lineNo", l.description, r.base_unit as "baseUnit", l.qty, l.unit_price as "unitPrice",
         l.amount, l.vat_code as "vatCode"
       from invoice_line l join payment_request_line r on r.id = l.request_line_id where l.invoice_id = any($1) order by l.invoice_id, l.line_no`,
      [rows.map(({ id }) => id)],
    );
    const notes = await this.notes.ofRequests(
      tx,
      actor,
      rows.map(({ paymentRequestId }) => paymentRequestId),
    );
    return rows.map(({ fileId, sellerOrgId, buyerOrgId, ...row }) => ({
      ...row,
      overdue: isOverdue({ total: row.requestOwed, confirmed: row.requestPaid, dueOn: row.dueOn }, tx.today),
      xmlUrl: fileId && `/e-invoices/${row.id}.xml`,
      lines: lines.filter(({ invoiceId }) => invoiceId === row.id),
      notes: notes.filter(({ paymentRequestId }) => paymentRequestId === row.paymentRequestId),
      availableActions: actionsOf(actor, row.state, { sellerOrgId, buyerOrgId }),
    }));
  }
}

function actionsOf(
  actor: Actor,
  state: InvoiceView['state'],
  parties: { sellerOrgId: string; buyerOrgId: string },
): OfferedAction[] {
  const seller = actor.orgId === parties.sellerOrgId;
  const offered: readonly [InvoiceAction, string][] = seller
    ? [['replace', 'invoiceReplace']]
    : [
        ['approve', 'invoiceApprove'],
        ['return', 'invoiceReturn'],
      ];
  if (!seller && (state === 'MATCHED' || state === 'REPLACED')) return [];
  const role = allows(actor, seller ? 'invoice.record' : 'invoice.approve', parties);
  return offered.map(([action, name]) => {
    const code = action === 'replace' ? 'INVOICE_REPLACED' : 'INVOICE_DECIDED';
    const blocked = nextState(INVOICE_TRANSITIONS, state, action).ok
      ? null
      : explain(invoiceMessages, { code }, actor.locale).message;
    const reason = role ? blocked : WRONG_ROLE[actor.locale];
    return { action: name, allowed: reason === null, reason };
  });
}
