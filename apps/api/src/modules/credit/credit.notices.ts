import { type CreditState, type NoticeGroup, type Role } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { declareNotice, type Notice, sendNotice } from '../../platform/notices/index.js';
import { CREDIT_STATE_WORDS } from './credit.messages.js';

export type CreditFacts = { readonly creditId: string; readonly number: string; readonly status: CreditState };
type Words = (facts: CreditFacts, from: string) => string;

/** People on either side, and of the Alliance that follows what was signed. */
export const CREDIT_READERS: readonly Role[] = [
  'SELLER_STAFF',
  'SELLER_DIRECTOR',
  'BANK_OFFICER',
  'ALLIANCE_OFFICER',
  'ALLIANCE_LEADER',
];
const GROUP: NoticeGroup = 'AGREEMENTS';

export const creditNotice = (kind: string, vi: Words, en: Words): Notice<CreditFacts> =>
  declareNotice<CreditFacts>({ kind, group: GROUP, to: CREDIT_READERS, vi, en, link: ({ creditId }) => `/credits/${creditId}` });

/** What the sides of a credit agreement tell one another. Amounts stand nowhere in it: the Alliance reads along. */
export const CREDIT_NOTICES = {
  recorded: creditNotice(
    'credit.recorded',
    ({ number }, from) => `${from} ghi thoả thuận tín dụng ${number}. Hãy xem và xác nhận nếu đúng bản đã ký.`,
    ({ number }, from) => `${from} recorded the credit agreement ${number}. Look at it and confirm it if this was signed.`,
  ),
  confirmed: creditNotice(
    'credit.confirmed',
    ({ number }, from) => `${from} xác nhận thoả thuận tín dụng ${number} đã ký. Bước tiếp theo: nộp hồ sơ vay.`,
    ({ number }, from) => `${from} confirmed that the credit agreement ${number} was signed. Next: the application.`,
  ),
  filed: creditNotice(
    'credit.filed',
    ({ number }, from) => `${from} đã nộp hồ sơ vay theo thoả thuận ${number}.`,
    ({ number }, from) => `${from} handed in the application under ${number}.`,
  ),
  decided: creditNotice(
    'credit.decided',
    ({ number, status }, from) => `${from} cập nhật thoả thuận tín dụng ${number}: ${CREDIT_STATE_WORDS[status].vi}.`,
    ({ number, status }, from) => `${from} moved the credit agreement ${number} on: it ${CREDIT_STATE_WORDS[status].en}.`,
  ),
  disbursed: creditNotice(
    'credit.disbursed',
    ({ number }, from) => `${from} ghi một lần giải ngân theo thoả thuận ${number}.`,
    ({ number }, from) => `${from} recorded a payment under ${number}.`,
  ),
  undone: creditNotice(
    'credit.disbursement-undone',
    ({ number }, from) => `${from} huỷ ghi một lần giải ngân theo thoả thuận ${number}. Lý do ghi trong sổ.`,
    ({ number }, from) => `${from} took a payment under ${number} back. The reason stands in the ledger.`,
  ),
  ended: creditNotice(
    'credit.ended',
    ({ number, status }, from) =>
      `${from} ghi: thoả thuận tín dụng ${number} ${CREDIT_STATE_WORDS[status].vi}. Lý do ghi trong thoả thuận.`,
    ({ number, status }, from) =>
      `${from} wrote: the credit agreement ${number} ${CREDIT_STATE_WORDS[status].en}. The reason stands there.`,
  ),
};

export interface Told {
  readonly id: string;
  readonly number: string;
  readonly bankOrgId: string;
  readonly borrowerOrgId: string;
  readonly version: number;
}

/** Tells both sides but the acting one; where one of them acts, the other. */
export async function tellCredit(
  tx: Tx,
  notice: Notice<CreditFacts>,
  credit: Told,
  { status }: { readonly status: CreditState },
): Promise<void> {
  const facts = { creditId: credit.id, number: credit.number, status };
  for (const orgId of [credit.bankOrgId, credit.borrowerOrgId])
    if (orgId !== tx.actor?.orgId) await sendNotice(tx, notice, { orgId, facts, key: `${credit.id}:${credit.version}` });
}
