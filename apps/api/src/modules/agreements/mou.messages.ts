import type { LinePriceRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';
import type { ObligationTermRefusal } from './obligations/obligation-terms.js';
import { obligationMessages } from './obligations/obligation.messages.js';
import { signingMessages, type SigningRefusal } from './signing/signing.messages.js';

export type MouLineRefusal =
  | { readonly code: 'LINE_DESCRIPTION_MISSING' }
  | { readonly code: 'LINE_UNIT_MISSING' }
  | { readonly code: 'LINE_QTY_NOT_POSITIVE' }
  | { readonly code: 'LINE_PRICE_NOT_POSITIVE' }
  | { readonly code: 'LINE_SEASON_NOT_VALID' }
  | { readonly code: 'LINE_PRODUCT_UNKNOWN' }
  | { readonly code: 'LINE_UNIT_DIFFERS'; readonly unit: string }
  | LinePriceRefusal
  | { readonly code: 'LINE_WORDS_TOO_LONG' };

export type MouRefusal =
  | MouLineRefusal
  | ObligationTermRefusal
  | SigningRefusal
  | { readonly code: 'TITLE_MISSING' }
  | { readonly code: 'REGISTER_NO_TOO_LONG' }
  | { readonly code: 'REGISTER_NO_TAKEN'; readonly registerNo: string }
  | { readonly code: 'QUALITY_TERMS_TOO_LONG' }
  | { readonly code: 'EVENT_UNKNOWN' }
  | { readonly code: 'DATES_OUT_OF_ORDER' }
  | { readonly code: 'PARTIES_MISSING' }
  | { readonly code: 'TOO_MANY_PARTIES' }
  | { readonly code: 'SIGNATORIES_MISSING' }
  | { readonly code: 'PARTY_TWICE' }
  | { readonly code: 'PARTY_UNKNOWN' }
  | { readonly code: 'REPRESENTATIVE_TOO_LONG' }
  | { readonly code: 'NOT_AMONG_PARTIES' }
  | { readonly code: 'LINES_MISSING' }
  | { readonly code: 'TOO_MANY_LINES' }
  | { readonly code: 'MOU_NOT_DRAFT' }
  | { readonly code: 'MOU_NOT_IN_SIGNING' }
  | { readonly code: 'MOU_NOT_SIGNED' }
  | { readonly code: 'PAPER_UNDER_WAY' }
  | { readonly code: 'NOT_A_PARTY' }
  | { readonly code: 'ALREADY_SIGNED' }
  | { readonly code: 'NO_SCAN' }
  | { readonly code: 'SIGNED_IN_FUTURE' }
  | { readonly code: 'ATTESTATIONS_MISSING'; readonly missing: number }
  | { readonly code: 'SAME_PERSON' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG' }
  | { readonly code: 'WRONG_ROLE' };

export const mouMessages: Messages<MouRefusal> = {
  ...obligationMessages,
  ...signingMessages,
  LINE_PRICE_MISSING: {
    vi: () => 'Nguyên tắc giá này cần ghi giá. Hãy nhập giá cố định hoặc giá sàn.',
    en: () => 'This price principle needs a price. Enter the fixed price or the floor.',
  },
  LINE_PRICE_SOURCE_MISSING: {
    vi: () => 'Hãy ghi giá này theo nguồn nào, ví dụ giá công bố của chợ đầu mối.',
    en: () => 'Name the source this price follows, such as the list of a wholesale market.',
  },
  LINE_WORDS_TOO_LONG: {
    vi: () => 'Nguồn giá và yêu cầu chất lượng của một dòng dài tối đa 300 ký tự.',
    en: () => 'The price source and the quality terms of a line have at most 300 characters.',
  },
  LINE_DESCRIPTION_MISSING: {
    vi: () => 'Hãy ghi tên hàng hoá của dòng này, tối đa 200 ký tự.',
    en: () => 'Name the goods of this line, at most 200 characters.',
  },
  LINE_UNIT_MISSING: {
    vi: () => 'Hãy ghi đơn vị tính, ví dụ kg, hộp, chai.',
    en: () => 'Enter the unit, such as kg, box or bottle.',
  },
  LINE_QTY_NOT_POSITIVE: {
    vi: () => 'Sản lượng phải lớn hơn 0. Nếu biên bản không ghi sản lượng, hãy để trống.',
    en: () => 'The quantity must be above 0. Leave it empty if the memorandum names none.',
  },
  LINE_PRICE_NOT_POSITIVE: {
    vi: () => 'Giá tham chiếu phải từ 1 đồng đến 1 tỷ đồng. Nếu chưa thống nhất giá, hãy để trống.',
    en: () => 'The reference price must be between 1 and 1 billion đồng. Leave it empty if none was agreed.',
  },
  LINE_SEASON_NOT_VALID: {
    vi: () => 'Mùa vụ là các tháng từ 1 đến 12, mỗi tháng một lần.',
    en: () => 'The season is months from 1 to 12, each once.',
  },
  LINE_PRODUCT_UNKNOWN: {
    vi: () => 'Sản phẩm này không thuộc bên bán nào của biên bản. Hãy chọn lại, hoặc ghi tên hàng bằng chữ.',
    en: () => 'This product belongs to no seller of the memorandum. Choose another or write the name of the goods.',
  },
  LINE_UNIT_DIFFERS: {
    vi: ({ unit }) => `Sản phẩm này tính bằng ${unit}. Hãy dùng cùng đơn vị.`,
    en: ({ unit }) => `This product is counted in ${unit}. Use the same unit.`,
  },
  TITLE_MISSING: {
    vi: () => 'Hãy nhập tên biên bản, tối đa 200 ký tự.',
    en: () => 'Enter the title of the memorandum, at most 200 characters.',
    field: 'title',
  },
  REGISTER_NO_TOO_LONG: {
    vi: () => 'Số biên bản dài quá 50 ký tự.',
    en: () => 'The register number is longer than 50 characters.',
    field: 'registerNo',
  },
  REGISTER_NO_TAKEN: {
    vi: ({ registerNo }) => `Số ${registerNo} đã có trong sổ. Hãy kiểm tra lại, hoặc để trống để hệ thống cấp số.`,
    en: ({ registerNo }) => `Number ${registerNo} is already in the register. Check it, or leave it empty to be given one.`,
    field: 'registerNo',
  },
  QUALITY_TERMS_TOO_LONG: {
    vi: () => 'Điều khoản chất lượng dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The quality terms are longer than 2,000 characters. Shorten them.',
    field: 'qualityTerms',
  },
  EVENT_UNKNOWN: {
    vi: () => 'Không có hội nghị này. Hãy chọn lại từ danh sách.',
    en: () => 'There is no such event. Choose one from the list.',
    field: 'eventCode',
  },
  DATES_OUT_OF_ORDER: {
    vi: () => 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi.',
    en: () => 'The last day of validity must not be before the first.',
    field: 'validTo',
  },
  PARTIES_MISSING: {
    vi: () => 'Biên bản cần ít nhất một bên bán và một bên mua. Hãy thêm bên còn thiếu.',
    en: () => 'A memorandum needs at least one seller and one buyer. Add the missing one.',
    field: 'parties',
  },
  TOO_MANY_PARTIES: {
    vi: () => 'Một biên bản có tối đa 50 bên.',
    en: () => 'A memorandum has at most 50 parties.',
    field: 'parties',
  },
  SIGNATORIES_MISSING: {
    vi: () => 'Ít nhất một bên bán và một bên mua phải ký. Hãy đánh dấu các bên phải ký.',
    en: () => 'At least one seller and one buyer must sign. Mark who must.',
    field: 'parties',
  },
  PARTY_TWICE: {
    vi: () => 'Mỗi đơn vị chỉ đứng một lần trong biên bản. Hãy bỏ dòng trùng.',
    en: () => 'An organization stands in a memorandum once. Remove the second entry.',
    field: 'parties',
  },
  PARTY_UNKNOWN: {
    vi: () => 'Có đơn vị không có trong sổ đăng ký hoặc đã ngừng hoạt động. Hãy chọn lại.',
    en: () => 'One of the organizations is not in the register or no longer active. Choose again.',
    field: 'parties',
  },
  REPRESENTATIVE_TOO_LONG: {
    vi: () => 'Tên người đại diện dài quá 200 ký tự.',
    en: () => 'The name of a representative is longer than 200 characters.',
    field: 'parties',
  },
  NOT_AMONG_PARTIES: {
    vi: () => 'Đơn vị của bạn phải là một bên của biên bản. Hãy thêm đơn vị mình, hoặc nhờ Liên minh lập giúp.',
    en: () => 'Your organization must be a party. Add it, or ask the Alliance to record the memorandum.',
    field: 'parties',
  },
  LINES_MISSING: {
    vi: () => 'Hãy ghi ít nhất một dòng hàng hoá.',
    en: () => 'Enter at least one line of goods.',
    field: 'lines',
  },
  TOO_MANY_LINES: {
    vi: () => 'Một biên bản có tối đa 200 dòng hàng hoá.',
    en: () => 'A memorandum has at most 200 lines.',
    field: 'lines',
  },
  MOU_NOT_DRAFT: {
    vi: () => 'Biên bản không còn là dự thảo nên không làm được việc này.',
    en: () => 'The memorandum is no longer a draft, so this cannot be done.',
  },
  MOU_NOT_IN_SIGNING: {
    vi: () => 'Biên bản chưa được gửi ký, hoặc đã ký xong.',
    en: () => 'The memorandum is not out for signing, or signing is over.',
  },
  MOU_NOT_SIGNED: {
    vi: () => 'Biên bản phải được các bên ký xong mới lập được hợp đồng.',
    en: () => 'The parties must sign the memorandum before a contract follows from it.',
  },
  PAPER_UNDER_WAY: {
    vi: () => 'Biên bản đang được xác nhận theo bản giấy. Hãy hoàn tất cách đó.',
    en: () => 'The paper original is being attested. Finish it that way.',
  },
  NOT_A_PARTY: {
    vi: () => 'Đơn vị này không phải một bên của biên bản.',
    en: () => 'This organization is not a party of the memorandum.',
    field: 'orgId',
  },
  ALREADY_SIGNED: {
    vi: () => 'Bên này đã có chữ ký.',
    en: () => 'This party has signed already.',
  },
  NO_SCAN: {
    vi: () => 'Hãy đính kèm bản chụp biên bản đã ký trước khi xác nhận.',
    en: () => 'Attach the scan of the signed memorandum first.',
    field: 'documentFileId',
  },
  SIGNED_IN_FUTURE: {
    vi: () => 'Ngày ký không thể sau hôm nay. Hãy xem lại ngày trên bản giấy.',
    en: () => 'The day of signature cannot be after today. Check the date on the paper.',
    field: 'signedOn',
  },
  ATTESTATIONS_MISSING: {
    vi: ({ missing }) => `Còn ${missing} bên chưa được xác nhận chữ ký trên bản giấy.`,
    en: ({ missing }) => `The paper signatures of ${missing} parties are not attested yet.`,
  },
  SAME_PERSON: {
    vi: () => 'Người xác nhận không thể tự duyệt. Cần một lãnh đạo khác duyệt lần hai.',
    en: () => 'Whoever attested cannot also approve. Another leader must countersign.',
  },
  REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để các bên biết cần sửa gì.',
    en: () => 'Give the reason, so that the parties know what to change.',
    field: 'reason',
  },
  REASON_TOO_LONG: {
    vi: () => 'Lý do dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The reason is longer than 2,000 characters. Shorten it.',
    field: 'reason',
  },
  WRONG_ROLE: {
    vi: () => 'Vai trò của bạn ở đơn vị không được làm việc này.',
    en: () => 'Your role in the organization may not do this.',
  },
};
