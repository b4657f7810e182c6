import { Injectable } from '@nestjs/common';
import { creditClock, type CreditLimits, creditMover, creditRealisation, creditStage, OPEN_CREDIT } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { LegalBook, likePatterns, organizationRefSql } from '../registry/index.js';
import { creditLimits, onLine } from './credit-book.js';
import { creditActions, type CreditStanding } from './credit-rules.js';
import type { CreditPageView, CreditQuestion, CreditSummaryView, CreditTotalsView } from './credit.view.js';

type Derived = 'stage' | 'mover' | 'dueOn' | 'daysLate' | 'availableActions';
type SummaryRow = Omit<CreditSummaryView, Derived> & {
  readonly money: bigint;
  readonly limitForStage: bigint | null;
  readonly recordedSide: CreditStanding['recordedSide'];
};
/** What stage, mover and clock are derived from. */
type Counted = Pick<SummaryRow, 'status' | 'sinceOn' | 'money' | 'limitForStage' | 'recordedSide'>;
type DetailRow = SummaryRow &
  Omit<CreditPageView, keyof CreditSummaryView | Derived> &
  Omit<CreditStanding, 'bankOnLine' | 'borrowerOnLine' | 'hasDocument' | 'hasMoney'>;

/** Amounts are the two sides'; the Alliance reads those of papers it wrote down itself. */
const SEES_AMOUNT = `((select app_scope()) <> 'alliance' or c.recorded_side = 'ALLIANCE')`;
/** $1 the reader's organization. What it wrote for a bank it may read again. */
const SEES_LIMIT = `((select app_scope()) <> 'alliance' or exists (select 1 from credit_step g where g.agreement_id = c.id and g.step = 'grant' and g.by_org_id = $1))`;
/** The ledger's rows that the reader sees make up all of it. */
const SEEN_LEDGER = `(select coalesce(sum(d.amount), 0)::bigint from credit_disbursement d where d.agreement_id = c.id)`;

const COLUMNS = `c.id, c.number, c.register_no as "registerNo", e.title as "eventTitle", ${organizationRefSql('b')} as bank, ${organizationRefSql('w')} as borrower,
  case when ${SEES_AMOUNT} then c.amount end as amount, not ${SEES_AMOUNT} as "isAmountHidden", c.amount is not null as "isQuantified",
  c.is_secured as "isSecured", c.purpose, c.signed_on as "signedOn", c.status, c.since_on as "sinceOn", c.disbursed_amount as money,
  coalesce(c.granted_amount, c.amount) as "limitForStage", c.recorded_side as "recordedSide", c.is_demo as "isDemo", c.version`;
const FROM = `from credit_agreement c join organization b on b.id = c.bank_org_id join organization w on w.id = c.borrower_org_id
  left join event e on e.id = c.event_id`;
const DETAIL = `select ${COLUMNS}, c.term_months as "termMonths", c.rate_principle as "ratePrinciple",
  case when ${SEES_LIMIT} then c.granted_amount end as "limit", case when ${SEEN_LEDGER} = c.disbursed_amount then c.disbursed_amount end as disbursed,
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as document, ${organizationRefSql('r')} as "recordedBy",
  c.end_reason as "endReason", c.bank_org_id as "bankOrgId", c.borrower_org_id as "borrowerOrgId", c.recorded_by as "recordedByUser", c.attached_by as "attachedBy",
  coalesce((select json_agg(json_build_object('id', s.id, 'step', s.step, 'happenedOn', s.happened_on,
      'amount', case when (select app_scope()) <> 'alliance' or s.by_org_id = $1 then s.amount::text end, 'reason', s.reason, 'note', s.note, 'docNo', s.doc_no,
      'by', ${organizationRefSql('o')}, 'onBehalfOf', case when h.id is not null then ${organizationRefSql('h')} end, 'at', s.at) order by s.at, s.id)
    from credit_step s join organization o on o.id = s.by_org_id left join organization h on h.id = s.for_org_id where s.agreement_id = c.id), '[]') as steps,
  coalesce((select json_agg(json_build_object('id', d.id, 'amount', d.amount::text, 'paidOn', d.paid_on, 'docNo', d.doc_no, 'note', d.note,
      'isUndone', d.reverses_id is not null or exists (select 1 from credit_disbursement u where u.reverses_id = d.id),
      'by', ${organizationRefSql('o')}, 'at', d.at) order by d.at, d.id)
    from credit_disbursement d join organization o on o.id = d.by_org_id where d.agreement_id = c.id), '[]') as disbursements
  ${FROM} join organization r on r.id = c.recorded_by_org_id left join stored_file f on f.id = c.document_file_id where c.id = $2`;

interface CountedCredit extends Counted {
  readonly eventCode: string | null;
  readonly isSecured: boolean | null;
  readonly borrowerId: string;
  readonly whole: bigint | null;
  readonly isAmountOpen: boolean;
  readonly isPaidOpen: boolean;
}
/** Signed agreements, with what the reader knows of each anyway. */
const COUNTED = `select e.code as "eventCode", c.status, c.since_on as "sinceOn", c.disbursed_amount as money, coalesce(c.granted_amount, c.amount) as "limitForStage",
    c.recorded_side as "recordedSide", c.is_secured as "isSecured", c.borrower_org_id as "borrowerId", c.amount as whole,
    ${SEES_AMOUNT} as "isAmountOpen", ${SEEN_LEDGER} = c.disbursed_amount as "isPaidOpen"
  from credit_agreement c left join event e on e.id = c.event_id where c.status not in ('RECORDED', 'WITHDRAWN')`;

/** Who sees which agreement is the database's wall; these statements shape it. */
@Injectable()
export class CreditQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  byId(actor: Actor, id: string): Promise<CreditPageView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<DetailRow>(DETAIL, [actor.orgId, idOf(id)]);
      const limits = await creditLimits(this.law, tx);
      const [bankOnLine, borrowerOnLine] = await onLine(tx, [row.bankOrgId, row.borrowerOrgId]);
      const standing = { ...row, hasDocument: row.document !== null, hasMoney: row.money > 0n };
      return {
        ...row,
        ...derived(row, limits, tx.today),
        steps: row.steps.map((step) => ({ ...step, amount: step.amount === null ? null : BigInt(step.amount) })),
        disbursements: row.disbursements.map((paid) => ({ ...paid, amount: BigInt(paid.amount) })),
        availableActions: creditActions(actor, { ...standing, bankOnLine: bankOnLine!, borrowerOnLine: borrowerOnLine! }),
      };
    });
  }

  page(
    actor: Actor,
    question: CreditQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<CreditSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const limits = await creditLimits(this.law, tx);
      const { where, values } = conditions(question ?? {}, limits, tx.today);
      const rows = await tx.query<SummaryRow>(
        `select ${COLUMNS} ${FROM} where ${where}${cursor ? ` and c.id < $${values.length + 1}` : ''} order by c.id desc limit ${size + 1}`,
        [...values, ...(cursor ? [idOf(cursor[0]!)] : [])],
      );
      const count = () =>
        this.uow.read(
          actor,
          async (inner) =>
            (await inner.one<{ count: number }>(`select count(*)::int as count ${FROM} where ${where}`, values)).count,
        );
      return toConnection(
        rows,
        size,
        (row) => ({ ...row, ...derived(row, limits, tx.today) }),
        ({ id }) => encodeCursor(id),
        count,
      );
    });
  }

  /** Counts and sums of what the reader sees; the Alliance learns a sum only of so many borrowers that none can be read out of it. */
  totals(actor: Actor, eventCode: string | null): Promise<CreditTotalsView> {
    return this.uow.read(actor, async (tx) => {
      const counting = await this.counting(tx, actor);
      return counting(await tx.query<CountedCredit>(`${COUNTED} and ($1::text is null or e.code = $1)`, [eventCode]));
    });
  }

  /** The same for each conference by its code; one without credit agreements is not there. */
  totalsByEvent(actor: Actor): Promise<ReadonlyMap<string, CreditTotalsView>> {
    return this.uow.read(actor, async (tx) => {
      const counting = await this.counting(tx, actor);
      const rows = await tx.query<CountedCredit>(`${COUNTED} and e.code is not null`);
      const codes = [...new Set(rows.map(({ eventCode }) => eventCode!))];
      return new Map(codes.map((code) => [code, counting(rows.filter(({ eventCode }) => eventCode === code))]));
    });
  }

  private async counting(tx: Tx, actor: Actor): Promise<(rows: readonly CountedCredit[]) => CreditTotalsView> {
    const minParties =
      actor.orgKind === 'ALLIANCE'
        ? ((await this.law.number(tx, 'PRICE_AGGREGATE_MIN_PARTIES', tx.today)) ?? Number.MAX_SAFE_INTEGER)
        : 1;
    const limits = await creditLimits(this.law, tx);
    return (rows) => ({
      ...creditRealisation(
        rows.map(({ whole, money, ...row }) => ({ ...row, amount: whole, disbursed: money })),
        minParties,
      ),
      open: rows.filter(({ status }) => OPEN_CREDIT.includes(status)).length,
      late: rows.filter((row) => derived(row, limits, tx.today).daysLate > 0).length,
      unsecured: rows.filter(({ isSecured }) => isSecured === false).length,
    });
  }
}

function derived(
  row: Counted,
  limits: CreditLimits,
  today: string,
): Pick<CreditSummaryView, Exclude<Derived, 'availableActions'>> {
  const stage = creditStage(row.limitForStage, row.money);
  return {
    stage,
    mover: creditMover(row.status, row.recordedSide),
    ...creditClock({ state: row.status, since: row.sinceOn, stage }, limits, today),
  };
}

function conditions(question: CreditQuestion, limits: CreditLimits, today: string): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all = ['true'];
  if (question.status?.length) all.push(`c.status = any(${add(question.status)})`);
  if (question.eventCode) all.push(`e.code = ${add(question.eventCode)}`);
  if (question.late)
    all.push(
      `c.since_on + (${add(JSON.stringify(limits))}::jsonb ->> c.status)::int < ${add(today)}::date and not (c.status = 'GRANTED' and c.disbursed_amount > 0)
       and c.status = any(${add(OPEN_CREDIT)})`,
    );
  const words = likePatterns(question.search);
  if (words.length)
    all.push(
      `fold_vietnamese(concat_ws(' ', c.number, c.register_no, b.name, b.short_name, w.name, w.short_name, c.purpose)) like all(${add(words)}::text[])`,
    );
  return { where: all.join(' and '), values };
}
