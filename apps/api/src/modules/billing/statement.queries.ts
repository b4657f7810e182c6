import { Injectable } from '@nestjs/common';
import { ageing, AGE_BANDS, type AgeBand, daysBetween, type MoneyFact } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { organizationRefSql, type OrganizationRef } from '../registry/index.js';
import type { SideName } from '../ordering/index.js';

export interface AccountView {
  readonly counterparty: OrganizationRef;
  /** What the counterparty owes (seller's side) or is owed (buyer's side), in đồng. */
  readonly balance: bigint;
  readonly overdue: bigint;
  readonly bands: readonly { readonly band: AgeBand; readonly amount: bigint }[];
  /** Days between accepting goods and the last payment, of the requests paid in the last twelve months; null when none was. */
  readonly promisedDays: number | null;
  readonly realDays: number | null;
  readonly paidRequests: number;
}

export interface StatementView {
  readonly counterparty: OrganizationRef;
  readonly from: string;
  readonly to: string;
  readonly opening: bigint;
  readonly closing: bigint;
  readonly lines: readonly StatementLineView[];
}

export interface StatementLineView {
  readonly bookedOn: string;
  readonly kind: MoneyFact['kind'];
  readonly paymentRequestId: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly amount: bigint;
  readonly balance: bigint;
}

/** Longer statements are asked for in parts. */
const MOST_DAYS = 731;
const PAID_WITHIN = '12 months';

interface Sums {
  counterpartyId: string;
  counterparty: OrganizationRef;
  balance: bigint;
  items: { open: string; dueOn: string }[];
  paidRequests: number;
  promisedDays: string | null;
  realDays: string | null;
}

/** Who owes whom, as views of the book: nothing here is stored. */
@Injectable()
export class StatementQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** One row for each counterparty with anything in the book, the most overdue first. */
  accounts(actor: Actor, side: SideName): Promise<AccountView[]> {
    const [own, other] = columnsOf(side);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Sums>(
        `with balances as (
           select ${other} as id, sum(amount)::bigint as balance from ledger_entry where ${own} = $1 and account = 'RECEIVABLE' group by ${other})
         select b.id as "counterpartyId", ${organizationRefSql('o')} as counterparty, b.balance,
           coalesce((select json_agg(json_build_object('open', (p.total + p.noted_amount - p.paid_amount)::text, 'dueOn', p.due_on))
             from payment_request p where p.${own} = $1 and p.${other} = b.id and p.total + p.noted_amount > p.paid_amount), '[]') as items,
           paid.count as "paidRequests", paid.promised as "promisedDays", paid.real as "realDays"
         from balances b join organization o on o.id = b.id
         cross join lateral (
           select count(*)::int as count, avg(r.due_on - r.base)::text as promised, avg(r.last - r.base)::text as real
           from (select p.due_on, p.base_date as base,
               (select max(d.paid_on) from payment d where d.payment_request_id = p.id and d.status = 'SUCCEEDED') as last
             from payment_request p
             where p.${own} = $1 and p.${other} = b.id and p.status = 'PAID') r
           where r.last >= ($2::date - interval '${PAID_WITHIN}')) paid`,
        [actor.orgId, tx.today],
      );
      return rows.map((row) => accountOf(row, tx.today)).sort(mostOverdueFirst);
    });
  }

  /** Every entry between the two days, both included, with the balance after it. NOT_FOUND where the two never traded. */
  statement(actor: Actor, side: SideName, counterpartyOrgId: string, from: string, to: string): Promise<StatementView> {
    if (to < from) throw new BadInputError('Ngày cuối phải từ ngày đầu trở đi.');
    if (daysBetween(from, to) > MOST_DAYS) throw new BadInputError('Sao kê dài nhất hai năm. Hãy chọn khoảng ngắn hơn.');
    const [own, other] = columnsOf(side);
    const between = [actor.orgId, idOf(counterpartyOrgId)];
    return this.uow.read(actor, async (tx) => {
      const [head] = await tx.query<{ counterparty: OrganizationRef; opening: bigint }>(
        `select ${organizationRefSql('o')} as counterparty, (select coalesce(sum(amount), 0)::bigint from ledger_entry
             where ${own} = $1 and ${other} = $2 and account = 'RECEIVABLE' and booked_on < $3) as opening
         from organization o where o.id = $2 and exists (select 1 from ledger_entry where ${own} = $1 and ${other} = $2)`,
        [...between, from],
      );
      if (!head) throw new NotFoundError();
      const lines = await this.linesOf(tx, own, other, [...between, from, to], head.opening);
      return { ...head, from, to, lines, closing: lines.at(-1)?.balance ?? head.opening };
    });
  }

  private async linesOf(tx: Tx, own: string, other: string, values: string[], opening: bigint): Promise<StatementLineView[]> {
    const rows = await tx.query<Omit<StatementLineView, 'balance'>>(
      `select e.booked_on as "bookedOn", e.fact_type as kind, e.payment_request_id as "paymentRequestId", p.number, o.number as "orderNumber", e.amount
       from ledger_entry e join payment_request p on p.id = e.payment_request_id join purchase_order o on o.id = p.order_id
       where e.${own} = $1 and e.${other} = $2 and e.account = 'RECEIVABLE' and e.booked_on between $3 and $4 order by e.booked_on, e.id`,
      values,
    );
    let balance = opening;
    return rows.map((row) => ({ ...row, balance: (balance += row.amount) }));
  }
}

const columnsOf = (side: SideName): [own: string, other: string] =>
  side === 'SELLER' ? ['seller_org_id', 'buyer_org_id'] : ['buyer_org_id', 'seller_org_id'];

function accountOf({ counterparty, balance, items, paidRequests, promisedDays, realDays }: Sums, today: string): AccountView {
  const bands = ageing(
    items.map(({ open, dueOn }) => ({ open: BigInt(open), dueOn })),
    today,
  );
  return {
    counterparty,
    balance,
    overdue: AGE_BANDS.slice(1).reduce((sum, band) => sum + bands[band], 0n),
    bands: AGE_BANDS.map((band) => ({ band, amount: bands[band] })),
    paidRequests,
    promisedDays: promisedDays === null ? null : Math.round(Number(promisedDays)),
    realDays: realDays === null ? null : Math.round(Number(realDays)),
  };
}

const mostOverdueFirst = (a: AccountView, b: AccountView): number =>
  a.overdue === b.overdue ? Number(b.balance - a.balance) : Number(b.overdue - a.overdue);
