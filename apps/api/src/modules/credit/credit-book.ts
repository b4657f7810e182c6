import {
  accept,
  type CreditLimits,
  type CreditSide,
  type CreditState,
  type CreditStep,
  CREDIT_TRANSITIONS,
  nextState,
  type PolicyAction,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { tidyText } from '../../platform/text.js';
import type { LegalBook } from '../registry/index.js';
import type { CreditRefusal } from './credit.messages.js';
import type { CreditCommand } from './credit.view.js';

export const TEXT_MAX = 2000;
/** Months. */
export const LONGEST_TERM = 600;
/** Who may borrow under an agreement of a conference. */
export const BORROWER_KINDS = ['COOPERATIVE', 'COOPERATIVE_UNION', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS', 'ENTERPRISE'];

export interface CreditRow {
  readonly id: string;
  readonly number: string;
  readonly status: CreditState;
  readonly bankOrgId: string;
  readonly borrowerOrgId: string;
  readonly amount: bigint | null;
  readonly grantedAmount: bigint | null;
  readonly signedOn: string | null;
  readonly sinceOn: string;
  readonly documentFileId: string | null;
  readonly attachedBy: string | null;
  readonly recordedSide: CreditSide;
  readonly recordedBy: string | null;
  readonly version: number;
}

/** The agreement under lock, or NOT_FOUND: also for one the reader's organization has no part in. */
export const lockCredit = (tx: Tx, id: string): Promise<CreditRow> =>
  tx.one<CreditRow>(
    `select id, number, status, bank_org_id as "bankOrgId", borrower_org_id as "borrowerOrgId", amount, granted_amount as "grantedAmount",
       signed_on as "signedOn", since_on as "sinceOn", document_file_id as "documentFileId", attached_by as "attachedBy",
       recorded_side as "recordedSide", recorded_by as "recordedBy", version
     from credit_agreement where id = $1 for update`,
    [id],
  );

export const partiesOf = ({ bankOrgId, borrowerOrgId }: Pick<CreditRow, 'bankOrgId' | 'borrowerOrgId'>) => ({
  partyOrgIds: [bankOrgId, borrowerOrgId],
});

/** On which side the reader stands. */
export const sideOf = (
  actor: Pick<Actor, 'orgId' | 'orgKind'>,
  credit: Pick<CreditRow, 'bankOrgId' | 'borrowerOrgId'>,
): CreditSide => (actor.orgId === credit.bankOrgId ? 'BANK' : actor.orgId === credit.borrowerOrgId ? 'COOPERATIVE' : 'ALLIANCE');

export function moved(credit: Pick<CreditRow, 'status'>, step: CreditStep): Result<CreditState, CreditRefusal> {
  const next = nextState(CREDIT_TRANSITIONS, credit.status, step);
  return next.ok ? accept(next.value) : refuse({ code: 'CREDIT_STATE', status: credit.status });
}

/** Which side a step belongs to; an ending of the cooperative's is its own word, the others are the bank's. */
const OWNER: Readonly<Partial<Record<CreditStep, CreditSide>>> = {
  file: 'COOPERATIVE',
  appraise: 'BANK',
  approve: 'BANK',
  grant: 'BANK',
  disburse: 'BANK',
  refuse: 'BANK',
  close: 'BANK',
  lapse: 'BANK',
  withdraw: 'COOPERATIVE',
};

/**
 * The side that takes a step, or null for one that is nobody's alone: a record that nobody has confirmed is either party's to take back,
 * and the Alliance's own is its own.
 */
export const ownerOf = (step: CreditStep, status: CreditState): CreditSide | null =>
  step === 'withdraw' && status === 'RECORDED' ? null : (OWNER[step] ?? null);

/** What is done with an agreement: under its lock, by who may, to the version that was read. */
export const onCredit = (
  uow: UnitOfWork,
  actor: Actor,
  { operation, policy, input }: { readonly operation: string; readonly policy: PolicyAction; readonly input: CreditCommand },
  decide: (tx: Tx, credit: CreditRow) => Promise<Result<string, Refusal>>,
): Promise<Result<string, Refusal>> =>
  uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
    const credit = await lockCredit(tx, idOf(input.id));
    assertMay(actor, policy, partiesOf(credit));
    if (credit.version !== input.version) return versionConflict(credit.version);
    return decide(tx, credit);
  });

/** Tidied text, null where it is empty, refused where it is too long. */
export function textOf(value: string | null | undefined): Result<string | null, CreditRefusal> {
  const text = tidyText(value) ?? null;
  return (text?.length ?? 0) > TEXT_MAX ? refuse({ code: 'CREDIT_TEXT_TOO_LONG', max: TEXT_MAX }) : accept(text);
}

/** Which of these organizations have people in the system; nothing else of them leaves here. */
export async function onLine(tx: Tx, orgIds: readonly string[]): Promise<boolean[]> {
  const rows = await asSystem(tx, () =>
    tx.query<{ orgId: string }>('select distinct org_id as "orgId" from membership where org_id = any($1) and ended_at is null', [
      orgIds,
    ]),
  );
  return orgIds.map((orgId) => rows.some((row) => row.orgId === orgId));
}

/**
 * The Alliance writes a side's step only while that side has nobody in the system, and names the paper. Returns the side's organization
 * where the Alliance writes for it, else null.
 */
export async function writesFor(
  tx: Tx,
  actor: Actor,
  orgId: string,
  docNo: string | null,
): Promise<Result<string | null, CreditRefusal>> {
  if (actor.orgId === orgId) return accept(null);
  const [isOnLine] = await onLine(tx, [orgId]);
  if (isOnLine) return refuse({ code: 'CREDIT_SIDE_ON_LINE' });
  return docNo ? accept(orgId) : refuse({ code: 'CREDIT_DOC_MISSING' });
}

/** Days a state may last, by the rows of `legal_parameter` in force today; a missing row means no clock. */
export const creditLimits = async (law: LegalBook, tx: Pick<Tx, 'query' | 'today'>): Promise<CreditLimits> =>
  (await law.value<CreditLimits>(tx, 'CREDIT_STATE_DAYS', tx.today)) ?? {};

/** "TD-2026-000012". */
export const nextCreditNumber = async (tx: Tx): Promise<string> =>
  `TD-${tx.today.slice(0, 4)}-${String(await tx.nextNumber('TD')).padStart(6, '0')}`;
