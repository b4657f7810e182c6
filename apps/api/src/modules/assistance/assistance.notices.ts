import { formatDateVi, type Role } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { declareNotice, type Facts, type Notice, sendNotice } from '../../platform/notices/index.js';

export type MandateFacts = { readonly mandateId: string; readonly until: string };
export type ActFacts = { readonly actId: string; readonly reason: string };

const ALLIANCE: readonly Role[] = ['ALLIANCE_OFFICER', 'ALLIANCE_LEADER'];
const BOTH: readonly Role[] = ['SELLER_DIRECTOR', ...ALLIANCE];

type Words = (facts: MandateFacts, from: string) => string;
const ofMandate = (kind: string, to: readonly Role[], vi: Words, en: Words): Notice<MandateFacts> =>
  declareNotice<MandateFacts>({ kind, group: 'AGREEMENTS', to, vi, en, link: () => '/assistance' });

export const ASSISTANCE_NOTICES = {
  given: ofMandate(
    'mandate.given',
    ALLIANCE,
    ({ until }, from) => `${from} uỷ quyền cho Liên minh làm thay đến hết ngày ${formatDateVi(until)}.`,
    ({ until }, from) => `${from} lets the Alliance act in its name until ${formatDateVi(until)}.`,
  ),
  recorded: ofMandate(
    'mandate.recorded',
    ['SELLER_DIRECTOR'],
    ({ until }, from) =>
      `${from} ghi: đơn vị bạn uỷ quyền cho Liên minh làm thay đến hết ngày ${formatDateVi(until)}. Nếu không đúng, hãy thu hồi ngay.`,
    ({ until }, from) =>
      `${from} wrote down that you let the Alliance act in your name until ${formatDateVi(until)}. If that is wrong, revoke it now.`,
  ),
  checked: ofMandate(
    'mandate.checked',
    ['SELLER_DIRECTOR'],
    ({ until }, from) =>
      `Người thứ hai của ${from} đã kiểm tra uỷ quyền. Cán bộ được làm thay đơn vị bạn đến hết ngày ${formatDateVi(until)}.`,
    ({ until }, from) => `A second person of ${from} checked the mandate: officers may act for you until ${formatDateVi(until)}.`,
  ),
  revoked: ofMandate(
    'mandate.revoked',
    BOTH,
    (_facts, from) => `${from} thu hồi uỷ quyền làm thay. Từ lúc này không ai làm thay theo uỷ quyền đó nữa.`,
    (_facts, from) => `${from} revoked the mandate. Nobody acts by it any more.`,
  ),
  denied: declareNotice<ActFacts>({
    kind: 'assisted.denied',
    group: 'AGREEMENTS',
    to: ALLIANCE,
    urgent: true,
    vi: ({ reason }, from) => `${from} không đồng ý với việc cán bộ đã làm thay: ${reason}`,
    en: ({ reason }, from) => `${from} does not agree with what was done in its name: ${reason}`,
    link: () => '/assistance/acts?state=DENIED',
  }),
  settled: declareNotice<ActFacts>({
    kind: 'assisted.settled',
    group: 'AGREEMENTS',
    to: ['SELLER_DIRECTOR'],
    vi: ({ reason }, from) => `${from} đã xử lý việc làm thay mà đơn vị bạn không đồng ý: ${reason}`,
    en: ({ reason }, from) => `${from} settled what you did not agree with: ${reason}`,
    link: () => '/assistance/acts',
  }),
};

/** Tells the other side; `facts` name the fact itself, so that it is heard once. */
export const tellAssistance = <F extends Facts>(tx: Tx, notice: Notice<F>, orgId: string, facts: F): Promise<void> =>
  sendNotice(tx, notice, { orgId, facts, key: String(facts['mandateId'] ?? facts['actId']) });
