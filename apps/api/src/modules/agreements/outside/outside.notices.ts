import { formatDateVi, formatQuantity, quantity } from '@lienket/domain';
import { declareNotice } from '../../../platform/notices/index.js';

type Told = {
  readonly mouId: string | null;
  /** Of a delivery on a contract's line. */
  readonly contractId?: string | null;
  readonly goods: string;
  readonly qty: string;
  readonly deliveredOn: string;
  readonly answerBy: string;
};

const PEOPLE = ['SELLER_STAFF', 'SELLER_DIRECTOR', 'BUYER', 'BUYER_MANAGER', 'BUYER_RECEIVER'] as const;
const link = ({ mouId, contractId }: Pick<Told, 'mouId' | 'contractId'>): string =>
  contractId ? `/contracts/${contractId}#outside` : `/agreements/${mouId}#outside`;
/** "1250.500" as people write it. */
const vi = (qty: string): string => formatQuantity(quantity(qty));
const en = (qty: string): string => formatQuantity(quantity(qty), '', 'en');

export const outsideToAnswer = declareNotice<Told>({
  kind: 'outside.to-answer',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ goods, qty, deliveredOn, answerBy }, from) =>
    `${from} ghi đã giao ngoài hệ thống ${vi(qty)} ${goods} ngày ${formatDateVi(deliveredOn)}. Đúng hay không? Trả lời đến hết ngày ${formatDateVi(answerBy)}.`,
  en: ({ goods, qty, deliveredOn, answerBy }, from) =>
    `${from} recorded a delivery outside the system: ${en(qty)} ${goods} on ${deliveredOn}. Right or not? Answer until ${answerBy}.`,
  link,
});

export const outsideAnswered = declareNotice<
  Pick<Told, 'mouId' | 'contractId' | 'goods' | 'qty'> & { readonly kind: 'CONFIRM' | 'DENY' | 'WITHDRAW' }
>({
  kind: 'outside.answered',
  group: 'AGREEMENTS',
  to: PEOPLE,
  vi: ({ goods, qty, kind }, from) =>
    `${from} ${{ CONFIRM: 'xác nhận', DENY: 'không xác nhận', WITHDRAW: 'rút lại' }[kind]} lần giao ngoài hệ thống ${vi(qty)} ${goods}.`,
  en: ({ goods, qty, kind }, from) =>
    `${from} ${{ CONFIRM: 'confirmed', DENY: 'denied', WITHDRAW: 'took back' }[kind]} the delivery outside the system of ${en(qty)} ${goods}.`,
  link,
});
