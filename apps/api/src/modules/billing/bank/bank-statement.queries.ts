import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import type { BankLineRequestView, BankLineState, BankLineView } from './bank-statement.view.js';

type Row = Omit<BankLineView, 'paid' | 'suggested'> & {
  readonly paid: (Omit<BankLineRequestView, 'amount'> & { amount: string })[];
  readonly suggested: (Omit<BankLineRequestView, 'amount'> & { amount: string })[];
};

const MOST_SUGGESTED = 5;
const REQUEST = (amount: string) =>
  `json_build_object('id', p.id, 'number', p.number, 'orderNumber', o.number, 'buyerName', b.short_name, 'amount', (${amount})::text)`;
const JOINS = 'join purchase_order o on o.id = p.order_id join organization b on b.id = p.buyer_org_id';

const LINE = `select l.id, l.booked_on as "bookedOn", l.amount, l.allocated, l.memo, l.bank_reference as "bankReference", l.state, l.review_reason as "reviewReason",
    l.ignored_reason as "ignoredReason", l.version,
    coalesce((select json_agg(${REQUEST('d.amount')} order by d.id) from payment d join payment_request p on p.id = d.payment_request_id ${JOINS}
      where d.bank_line_id = l.id), '[]') as paid,
    case when l.state = 'REVIEW' then coalesce((select json_agg(found.request) from (
      select ${REQUEST('p.total + p.noted_amount - p.paid_amount')} as request from payment_request p ${JOINS}
      where p.seller_org_id = l.org_id and p.total + p.noted_amount - p.paid_amount = l.amount - l.allocated order by p.due_on, p.id limit ${MOST_SUGGESTED}) found), '[]')
      else '[]' end as suggested
  from bank_line l`;

@Injectable()
export class BankStatementQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async byId(actor: Actor, id: string): Promise<BankLineView> {
    const [row] = await this.uow.read(actor, (tx) => tx.query<Row>(`${LINE} where l.id = $1`, [idOf(id)]));
    if (!row) throw new NotFoundError();
    return viewOf(row);
  }

  /** The newest first. */
  page(actor: Actor, state: BankLineState | null, first: number | null, after: string | null): Promise<Connection<BankLineView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const where = 'l.org_id = $1 and ($2::text is null or l.state = $2)';
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${LINE} where ${where} and ($3::uuid is null or l.id < $3) order by l.id desc limit ${size + 1}`,
        [actor.orgId, state, cursor ? idOf(cursor[0]!) : null],
      );
      return toConnection(
        rows.map(viewOf),
        size,
        (line) => line,
        (line) => encodeCursor(line.id),
        () => this.uow.read(actor, (again) => countOf(again, where, [actor.orgId, state])),
      );
    });
  }
}

const viewOf = ({ paid, suggested, ...line }: Row): BankLineView => ({
  ...line,
  paid: paid.map((request) => ({ ...request, amount: BigInt(request.amount) })),
  suggested: suggested.map((request) => ({ ...request, amount: BigInt(request.amount) })),
});

async function countOf(tx: Tx, where: string, values: readonly unknown[]): Promise<number> {
  const { n } = await tx.one<{ n: number }>(`select count(*)::int as n from bank_line l where ${where}`, values);
  return n;
}
