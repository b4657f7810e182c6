import {
  type CertificateDecision,
  formatDateVi,
  formatScore,
  type ScoreMismatchRefusal,
  type ScoreRefusal,
} from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type CertificateRefusal =
  | ScoreRefusal
  | ScoreMismatchRefusal
  | { readonly code: 'CERTIFICATE_KIND_UNKNOWN' }
  | { readonly code: 'STARS_NOT_VALID' }
  | { readonly code: 'STARS_ONLY_FOR_OCOP' }
  | { readonly code: 'CERTIFICATE_NEEDS_PRODUCT' }
  | { readonly code: 'CERTIFICATE_OF_ORGANIZATION' }
  | { readonly code: 'ISSUED_IN_FUTURE' }
  | { readonly code: 'DECIDED_AFTER_ISSUE'; readonly issuedOn: string }
  | { readonly code: 'OCOP_NOT_YET' }
  | { readonly code: 'ISSUER_LEVEL_NOT_POSSIBLE'; readonly stars: number; readonly date: string }
  | { readonly code: 'EXPIRES_BEFORE_ISSUE'; readonly issuedOn: string }
  | { readonly code: 'CERTIFICATE_NUMBER_TOO_LONG' }
  | { readonly code: 'ISSUER_TOO_LONG' }
  | { readonly code: 'CERTIFICATE_NOTE_TOO_LONG' }
  | { readonly code: 'CERTIFICATE_NOT_WAITING' }
  | { readonly code: 'TRANSITION_NOT_ALLOWED'; readonly from: CertificateDecision }
  | { readonly code: 'DECLARED_BY_YOURSELF' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG' };

const STATES_VI: Readonly<Record<CertificateDecision, string>> = {
  DECLARED: 'đang chờ xác minh',
  RETURNED: 'đã được trả lại để sửa',
  VERIFIED: 'đã được xác minh; muốn đổi hãy khai giấy mới',
  REVOKED: 'đã bị thu hồi',
  WITHDRAWN: 'đã được rút',
};
const STATES_EN: Readonly<Record<CertificateDecision, string>> = {
  DECLARED: 'waiting to be verified',
  RETURNED: 'returned for correction',
  VERIFIED: 'already verified; declare a new one to change it',
  REVOKED: 'revoked',
  WITHDRAWN: 'withdrawn',
};
const worthVi = (stars: number) => (stars === 0 ? 'chưa đạt 3 sao' : `ứng với ${stars} sao`);
const worthEn = (stars: number) => (stars === 0 ? 'below three stars' : `${stars} stars`);

export const certificateMessages: Messages<CertificateRefusal> = {
  CERTIFICATE_KIND_UNKNOWN: {
    vi: () => 'Hãy chọn loại giấy chứng nhận trong danh sách.',
    en: () => 'Choose the kind of certificate from the list.',
    field: 'kind',
  },
  STARS_NOT_VALID: {
    vi: () => 'Hạng OCOP là 3, 4 hoặc 5 sao, đúng như trên quyết định.',
    en: () => 'An OCOP rank is 3, 4 or 5 stars, exactly as in the decision.',
    field: 'stars',
  },
  STARS_ONLY_FOR_OCOP: {
    vi: () => 'Chỉ chứng nhận OCOP mới có sao và điểm. Hãy để trống hai ô này.',
    en: () => 'Only OCOP certificates carry stars and points. Leave both empty.',
    field: 'stars',
  },
  SCORE_NOT_VALID: {
    vi: () => 'Điểm từ 0 đến 100, tối đa hai chữ số lẻ, ví dụ 72,5.',
    en: () => 'The score is from 0 to 100 with at most two decimals, such as 72.5.',
    field: 'score',
  },
  SCORE_DISAGREES: {
    vi: ({ stars, score, scoreStars }) =>
      `${formatScore(score).replace('.', ',')} điểm ${worthVi(scoreStars)}, không khớp ${stars} sao. Hãy xem lại số sao và điểm trên quyết định.`,
    en: ({ stars, score, scoreStars }) =>
      `${formatScore(score)} points are ${worthEn(scoreStars)}, not ${stars}. Check stars and points on the decision.`,
    field: 'score',
  },
  CERTIFICATE_NEEDS_PRODUCT: {
    vi: () => 'Giấy này là của từng sản phẩm. Hãy chọn sản phẩm ghi trên giấy.',
    en: () => 'This paper belongs to one product. Choose the product named on it.',
    field: 'productId',
  },
  CERTIFICATE_OF_ORGANIZATION: {
    vi: () => 'Giấy này là của cả đơn vị. Hãy để trống ô sản phẩm.',
    en: () => 'This paper belongs to the whole organization. Leave the product empty.',
    field: 'productId',
  },
  ISSUED_IN_FUTURE: {
    vi: () => 'Ngày cấp không thể sau hôm nay. Hãy xem lại ngày trên quyết định.',
    en: () => 'The day of issue cannot be after today. Check the date on the decision.',
    field: 'issuedOn',
  },
  DECIDED_AFTER_ISSUE: {
    vi: ({ issuedOn }) => `Ngày quyết định không thể sau ngày cấp ${formatDateVi(issuedOn)}.`,
    en: ({ issuedOn }) => `The decision cannot be later than the day of issue ${formatDateVi(issuedOn)}.`,
    field: 'decidedOn',
  },
  OCOP_NOT_YET: {
    vi: () => 'Chương trình OCOP chưa có vào ngày này (bắt đầu từ 7/5/2018). Hãy xem lại ngày cấp trên giấy.',
    en: () => 'The OCOP programme did not exist on this day (it began on 7/5/2018). Check the day of issue on the paper.',
    field: 'issuedOn',
  },
  ISSUER_LEVEL_NOT_POSSIBLE: {
    vi: ({ stars, date }) =>
      `Ngày ${formatDateVi(date)}, cấp này không công nhận OCOP ${stars} sao. Hãy xem lại cơ quan trên quyết định.`,
    en: ({ stars, date }) =>
      `On ${formatDateVi(date)} this level did not recognize OCOP ${stars} stars. Check the body on the decision.`,
    field: 'issuerLevel',
  },
  EXPIRES_BEFORE_ISSUE: {
    vi: ({ issuedOn }) => `Ngày hết hạn phải sau ngày cấp ${formatDateVi(issuedOn)}.`,
    en: ({ issuedOn }) => `The last day must be after the day of issue ${formatDateVi(issuedOn)}.`,
    field: 'expiresOn',
  },
  CERTIFICATE_NUMBER_TOO_LONG: {
    vi: () => 'Số chứng nhận dài quá 100 ký tự.',
    en: () => 'The certificate number is longer than 100 characters.',
    field: 'number',
  },
  ISSUER_TOO_LONG: {
    vi: () => 'Tên cơ quan cấp dài quá 200 ký tự.',
    en: () => 'The name of the issuer is longer than 200 characters.',
    field: 'issuer',
  },
  CERTIFICATE_NOTE_TOO_LONG: {
    vi: () => 'Căn cứ pháp lý và bộ tiêu chí dài tối đa 200 ký tự.',
    en: () => 'Legal basis and criteria have at most 200 characters.',
    field: 'legalBasis',
  },
  CERTIFICATE_NOT_WAITING: {
    vi: () => 'Giấy này không còn chờ xác minh. Hãy tải lại danh sách.',
    en: () => 'This certificate is no longer waiting to be verified. Reload the list.',
  },
  TRANSITION_NOT_ALLOWED: {
    vi: ({ from }) => `Không làm được: giấy này ${STATES_VI[from]}.`,
    en: ({ from }) => `Not possible: this paper is ${STATES_EN[from]}.`,
  },
  DECLARED_BY_YOURSELF: {
    vi: () => 'Anh/chị đã khai giấy này nên cần một cán bộ khác xác minh.',
    en: () => 'You declared this paper yourself: another officer must verify it.',
  },
  REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để đơn vị biết cần làm gì.',
    en: () => 'Give a reason, so that the holder knows what to do.',
    field: 'reason',
  },
  REASON_TOO_LONG: {
    vi: () => 'Lý do dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The reason is longer than 2,000 characters. Shorten it.',
    field: 'reason',
  },
};
