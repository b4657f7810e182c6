import type { ReportCreditInput } from '@lienket/domain';
import { asSystem } from '../../platform/database/as-system.js';
import { dayOf } from '../../platform/database/sql-days.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** $1: an event, or null for all. $2: the reporter's organization. Days are those on which a row was entered. */
const FACTS = `select c.number, b.name as bank, w.name as borrower, c.borrower_org_id as "borrowerId", c.is_demo as "isDemo", ${dayOf('c.created_at')} as "recordedOn",
    c.amount::text as amount, c.recorded_side = 'ALLIANCE' as "isAmountOpen",
    coalesce((select json_agg(json_build_object('on', ${dayOf('s.at')}, 'to', s.to_status, 'amount', s.amount::text) order by s.at, s.id)
      from credit_step s where s.agreement_id = c.id), '[]') as steps,
    coalesce((select json_agg(json_build_object('on', ${dayOf('d.at')}, 'amount', d.amount::text, 'isOpen', d.by_org_id = $2) order by d.at, d.id)
      from credit_disbursement d where d.agreement_id = c.id), '[]') as paid
  from credit_agreement c join organization b on b.id = c.bank_org_id join organization w on w.id = c.borrower_org_id
  where $1::uuid is null or c.event_id = $1`;

/**
 * Dated facts of credit for the Alliance's report. They are read behind the wall of payments, since stages and sums stand on all of them;
 * what the reporter may not read is marked, and `reportCredits` keeps it out.
 */
export const creditFacts = (tx: Tx, eventId: string | null, reporterOrgId: string): Promise<ReportCreditInput[]> =>
  asSystem(tx, () => tx.query<ReportCreditInput>(FACTS, [eventId, reporterOrgId]));
