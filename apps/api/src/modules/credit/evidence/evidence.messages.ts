import { type ConsentRefusal, formatDateVi } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type EvidenceRefusal =
  | ConsentRefusal
  | { readonly code: 'CONSENT_LIVES' }
  | { readonly code: 'CONSENT_WAITS' }
  | { readonly code: 'CONSENT_STATE' }
  | { readonly code: 'CONSENT_AGREEMENT_ENDED' }
  | { readonly code: 'CONSENT_TEXT_TOO_LONG'; readonly max: number };

export const evidenceMessages: Messages<EvidenceRefusal> = {
  CONSENT_SCOPE_MISSING: {
    field: 'scopes',
    vi: () => 'Hãy chọn ít nhất một loại số liệu.',
    en: () => 'Choose at least one kind of figures.',
  },
  CONSENT_PERIOD_IN_FUTURE: {
    field: 'periodFrom',
    vi: () => 'Kỳ số liệu phải bắt đầu từ hôm nay trở về trước.',
    en: () => 'The period of the figures begins today or earlier.',
  },
  CONSENT_ENDS_IN_PAST: {
    field: 'expiresOn',
    vi: () => 'Ngày cuối được xem không thể trước hôm nay.',
    en: () => 'The last day of looking cannot be before today.',
  },
  CONSENT_TOO_LONG: {
    field: 'expiresOn',
    vi: ({ days, until }) => `Mỗi lần đồng ý kéo dài tối đa ${days} ngày. Hãy chọn đến ngày ${formatDateVi(until)} hoặc sớm hơn.`,
    en: ({ days, until }) => `A consent lasts ${days} days at most. Choose ${formatDateVi(until)} or an earlier day.`,
  },
  CONSENT_LIVES: {
    vi: () => 'Đang có một lần đồng ý còn hiệu lực cho thoả thuận này. Hãy thu hồi trước khi cho xem theo cách khác.',
    en: () => 'A consent for this agreement is in force. Revoke it before giving another.',
  },
  CONSENT_WAITS: {
    vi: () => 'Đề nghị xem số liệu đã gửi và đang chờ bên vay trả lời.',
    en: () => 'The request was sent already and waits for the borrower.',
  },
  CONSENT_STATE: {
    vi: () => 'Lần đồng ý này đã thay đổi nên không làm được việc này. Hãy tải lại trang.',
    en: () => 'This consent has changed, so this cannot be done. Reload the page.',
  },
  CONSENT_AGREEMENT_ENDED: {
    vi: () => 'Thoả thuận tín dụng đã kết thúc, nên không cho xem số liệu nữa.',
    en: () => 'The credit agreement has ended; no figures are shown for it any more.',
  },
  CONSENT_TEXT_TOO_LONG: {
    field: 'note',
    vi: ({ max }) => `Ghi chú dài quá ${max} ký tự. Hãy viết gọn lại.`,
    en: ({ max }) => `The note is longer than ${max} characters. Shorten it.`,
  },
};
