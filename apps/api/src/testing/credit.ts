import type { Client } from './client.js';
import type { Org, Person } from './given.js';
import type { TestApi } from './start-api.js';
import { done } from './trade.js';

export interface GivenCredit {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly stage: string;
}

const FIELDS = '... on CreditAgreement { id version status stage mover dueOn daysLate limit disbursed endReason }';

/** A mutation on a credit agreement; answers with its id, version and state. */
export const creditAct = (client: Client, name: string, type: string, input: Record<string, unknown>): Promise<GivenCredit> =>
  done<GivenCredit>(client, name, type, input, FIELDS);

export interface Lender {
  readonly org: Org;
  readonly officer: Person;
}

export async function aLender(api: TestApi, name: string): Promise<Lender> {
  const org = await api.given.organization('BANK', { name });
  return { org, officer: await api.given.member(org, 'BANK_OFFICER') };
}

/** Recorded by the bank; nobody has confirmed it yet. */
export async function aCredit(
  api: TestApi,
  bank: Lender,
  borrower: Org,
  more: Record<string, unknown> = {},
): Promise<GivenCredit> {
  return creditAct(await api.as(bank.officer), 'creditRecord', 'CreditRecordInput', { borrowerOrgId: borrower.id, ...more });
}
