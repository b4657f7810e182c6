import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Check } from '../agreements/index.js';

/** Each statement returns one row for each broken thing; an empty answer is a sound book. */
const CHECKS: Readonly<Record<string, string>> = {
  'paid out of a credit agreement = its ledger': `
    select c.id from credit_agreement c where c.disbursed_amount <> (
      select coalesce(sum(d.amount), 0) from credit_disbursement d where d.agreement_id = c.id)`,
  'a payment is taken back by its opposite': `
    select u.id from credit_disbursement u join credit_disbursement d on d.id = u.reverses_id where u.amount <> -d.amount or u.agreement_id <> d.agreement_id`,
  'a credit agreement stands where its last step led': `
    select c.id from credit_agreement c where c.status <> coalesce(
      (select s.to_status from credit_step s where s.agreement_id = c.id order by s.at desc, s.id desc limit 1), 'RECORDED')`,
};

/** Proves the states and the money of credit agreements against their rows. */
export async function auditCredit(tx: Tx): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [name, sql] of Object.entries(CHECKS)) checks.push({ name, violations: (await tx.query(sql)).length });
  return checks;
}
