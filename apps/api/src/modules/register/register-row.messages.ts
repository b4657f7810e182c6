import type { Messages } from '../../platform/graphql/refusal.js';

export type RegisterRowRefusal =
  | { readonly code: 'KEY_TWICE'; readonly row: number }
  | { readonly code: 'TEXT_TOO_LONG'; readonly most: number }
  | { readonly code: 'TAX_CODE_NOT_VALID' }
  | { readonly code: 'TAX_CODE_TWICE'; readonly row: number }
  | { readonly code: 'SAME_ORGANIZATION'; readonly row: number; readonly name: string }
  | { readonly code: 'PARTY_UNKNOWN'; readonly party: string }
  | { readonly code: 'PARTY_ON_BOTH_SIDES'; readonly party: string }
  | { readonly code: 'NOT_A_BANK'; readonly party: string }
  | { readonly code: 'NOT_A_BORROWER'; readonly party: string }
  | { readonly code: 'CREDIT_CONFIRMED' }
  | { readonly code: 'TERM_NOT_VALID' }
  | { readonly code: 'DEPARTMENT_NOT_FOUND'; readonly department: string }
  | { readonly code: 'AGREEMENT_UNKNOWN'; readonly registerNo: string }
  | { readonly code: 'AGREEMENT_SIGNED' }
  | { readonly code: 'AGREEMENT_BEING_SIGNED' }
  | { readonly code: 'POSITION_NOT_VALID'; readonly most: number }
  | { readonly code: 'BOOTH_OF_TWO' }
  | { readonly code: 'UNIT_UNKNOWN' }
  | { readonly code: 'DATES_OUT_OF_ORDER' }
  | { readonly code: 'DATE_IN_FUTURE' }
  | { readonly code: 'QTY_NOT_POSITIVE' }
  | { readonly code: 'AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'PRICE_NOT_WHOLE' }
  | { readonly code: 'FIELD_UNKNOWN'; readonly field: string; readonly fields: string };

/** What is wrong with a cell of a register beyond its form; each sentence names the repair. */
export const registerRowMessages: Messages<RegisterRowRefusal> = {
  KEY_TWICE: {
    vi: ({ row }) => `Mã này đã có ở dòng ${row} của cùng trang. Hãy giữ một dòng, hoặc đổi mã.`,
    en: ({ row }) => `This code already stands in row ${row} of the same sheet. Keep one row, or change the code.`,
  },
  TEXT_TOO_LONG: {
    vi: ({ most }) => `Dài quá ${most} ký tự. Hãy viết gọn lại.`,
    en: ({ most }) => `Longer than ${most} characters. Shorten it.`,
  },
  TAX_CODE_NOT_VALID: {
    vi: () => 'Mã số thuế sai số kiểm tra. Hãy xem lại giấy đăng ký; chưa chắc thì để trống.',
    en: () => 'The tax code has a wrong check digit. Look at the certificate; if unsure, leave it empty.',
  },
  TAX_CODE_TWICE: {
    vi: ({ row }) => `Mã số thuế này đã có ở dòng ${row}. Một đơn vị chỉ ghi một dòng.`,
    en: ({ row }) => `This tax code already stands in row ${row}. One body has one row.`,
  },
  SAME_ORGANIZATION: {
    vi: ({ row, name }) => `Dòng này và dòng ${row} cùng là ${name}. Hãy giữ một dòng và dùng một mã.`,
    en: ({ row, name }) => `This row and row ${row} are both ${name}. Keep one row and use one code.`,
  },
  PARTY_UNKNOWN: {
    vi: ({ party }) => `Không có bên nào mang mã "${party}" ở trang Các bên. Hãy thêm bên đó, hoặc sửa mã.`,
    en: ({ party }) => `No party has the code "${party}" in the sheet of parties. Add it, or correct the code.`,
  },
  PARTY_ON_BOTH_SIDES: {
    vi: ({ party }) => `Mã "${party}" đứng ở cả hai vai. Mỗi bên chỉ giữ một vai trong một biên bản.`,
    en: ({ party }) => `"${party}" stands in two roles. A party has one role in an agreement.`,
  },
  NOT_A_BANK: {
    vi: ({ party }) => `"${party}" không phải tổ chức tín dụng. Hãy ghi mã của ngân hàng hoặc quỹ.`,
    en: ({ party }) => `"${party}" is no lender. Write the code of the bank or fund.`,
  },
  NOT_A_BORROWER: {
    vi: ({ party }) => `"${party}" không phải bên vay. Hãy ghi mã của hợp tác xã, hộ hoặc doanh nghiệp.`,
    en: ({ party }) => `"${party}" is no borrower. Write the code of a cooperative, household or enterprise.`,
  },
  CREDIT_CONFIRMED: {
    vi: () => 'Thoả thuận này đã được xác nhận nên sổ không sửa được nữa. Hãy ghi đúng như bản đã xác nhận.',
    en: () => 'This agreement is confirmed, so a register no longer changes it. Write what was confirmed.',
  },
  TERM_NOT_VALID: {
    vi: () => 'Thời hạn là số tháng từ 1 đến 600. Chưa rõ thì để trống.',
    en: () => 'A term is a number of months from 1 to 600. If it is not known, leave it empty.',
  },
  DEPARTMENT_NOT_FOUND: {
    vi: ({ department }) => `Không tìm thấy đúng một cơ quan tên "${department}". Hãy ghi tên như trong danh bạ, hoặc để trống.`,
    en: ({ department }) => `Not exactly one department is called "${department}". Write its registered name, or leave it empty.`,
  },
  AGREEMENT_UNKNOWN: {
    vi: ({ registerNo }) => `Không có biên bản số "${registerNo}" ở trang Biên bản. Hãy thêm biên bản đó, hoặc sửa số.`,
    en: ({ registerNo }) =>
      `No agreement has the number "${registerNo}" in the sheet of agreements. Add it, or correct the number.`,
  },
  AGREEMENT_SIGNED: {
    vi: () => 'Biên bản này đã ký nên sổ không sửa được nữa. Hãy ghi đúng như bản đã ký, hoặc làm phụ lục.',
    en: () => 'This agreement is signed, so a register no longer changes it. Write what was signed, or make an amendment.',
  },
  AGREEMENT_BEING_SIGNED: {
    vi: () => 'Biên bản này đang được xác nhận chữ ký. Hãy đợi xong, hoặc bỏ dòng này khỏi tệp.',
    en: () => 'The signatures of this agreement are being attested. Wait until that is done, or take the row out.',
  },
  POSITION_NOT_VALID: {
    vi: ({ most }) => `Số gian phải từ 1 đến ${most}.`,
    en: ({ most }) => `The number of a booth lies between 1 and ${most}.`,
  },
  BOOTH_OF_TWO: {
    vi: () => 'Một gian thuộc một hợp tác xã hoặc một địa bàn, không cả hai. Hãy để trống một trong hai ô.',
    en: () => 'A booth belongs to a cooperative or to an administrative unit, not to both. Leave one of them empty.',
  },
  UNIT_UNKNOWN: {
    vi: () => 'Không có xã, phường hay huyện nào mang tên hoặc mã này. Hãy ghi đúng tên, ví dụ "huyện Chi Lăng".',
    en: () => 'No commune, ward or district has this name or code. Write it in full, such as "huyện Chi Lăng".',
  },
  DATES_OUT_OF_ORDER: {
    vi: () => 'Ngày hết hạn đứng trước ngày bắt đầu. Hãy xem lại hai ngày.',
    en: () => 'It ends before it begins. Check the two dates.',
  },
  DATE_IN_FUTURE: {
    vi: () => 'Ngày này chưa tới. Hãy ghi ngày đã diễn ra, hoặc để trống.',
    en: () => 'This day lies in the future. Write the day on which it happened, or leave it empty.',
  },
  QTY_NOT_POSITIVE: {
    vi: () => 'Sản lượng phải lớn hơn 0. Chưa rõ sản lượng thì để trống, đừng ghi 0.',
    en: () => 'A quantity is more than 0. If it is not known, leave it empty; do not write 0.',
  },
  AMOUNT_NOT_POSITIVE: {
    vi: () => 'Số tiền phải lớn hơn 0. Chưa rõ thì để trống, đừng ghi 0.',
    en: () => 'An amount is more than 0. If it is not known, leave it empty; do not write 0.',
  },
  PRICE_NOT_WHOLE: {
    vi: () => 'Đổi ra một kilôgam thì giá lẻ dưới một đồng. Hãy ghi giá theo kg.',
    en: () => 'For a kilogram this is a broken đồng. Write the price for a kilogram.',
  },
  FIELD_UNKNOWN: {
    vi: ({ field, fields }) => `Không có lĩnh vực "${field}". Hãy chọn trong: ${fields}.`,
    en: ({ field, fields }) => `There is no field "${field}". Choose among: ${fields}.`,
  },
};
