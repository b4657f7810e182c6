import type { BankAccountRefusal, SecondPersonRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { type StepUpRefusal, stepUpMessages } from '../../identity/index.js';

export type BankChangeRefusal =
  | BankAccountRefusal
  | SecondPersonRefusal
  | StepUpRefusal
  | { readonly code: 'BANK_REASON_MISSING' }
  | { readonly code: 'BANK_REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'SAME_ACCOUNT' }
  | { readonly code: 'CHANGE_ALREADY_OPEN' }
  | { readonly code: 'CHANGE_NOT_OPEN' }
  | { readonly code: 'ORGANIZATION_ENDED' };

export const bankAccountMessages: Messages<BankChangeRefusal> = {
  ...stepUpMessages,
  BANK_BIN_NOT_VALID: {
    vi: () => 'Mã ngân hàng (BIN) có 6 chữ số, ví dụ 970405 của Agribank.',
    en: () => 'The bank code (BIN) has 6 digits, such as 970405 for Agribank.',
    field: 'bankBin',
  },
  BANK_NAME_MISSING: {
    vi: () => 'Hãy nhập tên ngân hàng, tối đa 100 ký tự.',
    en: () => 'Enter the name of the bank, at most 100 characters.',
    field: 'bankName',
  },
  ACCOUNT_NO_NOT_VALID: {
    vi: () => 'Số tài khoản có từ 6 đến 19 chữ số hoặc chữ cái, không dấu.',
    en: () => 'An account number has 6 to 19 digits or letters.',
    field: 'accountNo',
  },
  ACCOUNT_NAME_MISSING: {
    vi: () => 'Hãy nhập tên chủ tài khoản đúng như ngân hàng in.',
    en: () => 'Enter the holder exactly as the bank prints it.',
    field: 'accountName',
  },
  SECOND_PERSON_NEEDED: {
    vi: () => 'Người xin đổi không tự xác nhận được. Hãy nhờ một người khác của đơn vị hoặc cán bộ Liên minh.',
    en: () =>
      'Whoever asked for the change cannot confirm it. Ask another person of the organization or an officer of the Alliance.',
  },
  BANK_REASON_MISSING: {
    vi: () => 'Hãy ghi lý do đổi để người xác nhận kiểm tra được.',
    en: () => 'Write why it changes, so that the second person can check it.',
    field: 'reason',
  },
  BANK_REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài quá ${max} ký tự. Hãy viết ngắn lại.`,
    en: ({ max }) => `The reason is longer than ${max} characters. Shorten it.`,
    field: 'reason',
  },
  SAME_ACCOUNT: {
    vi: () => 'Đây đang là tài khoản nhận tiền của đơn vị.',
    en: () => 'This is the account already in force.',
    field: 'accountNo',
  },
  CHANGE_ALREADY_OPEN: {
    vi: () => 'Đang có một yêu cầu đổi tài khoản chờ. Hãy chờ xong hoặc huỷ yêu cầu đó trước.',
    en: () => 'Another change is waiting. Wait for it or cancel it first.',
  },
  CHANGE_NOT_OPEN: {
    vi: () => 'Yêu cầu này đã xong hoặc đã huỷ. Hãy tải lại trang.',
    en: () => 'This change is done or cancelled. Reload the page.',
  },
  ORGANIZATION_ENDED: {
    vi: () => 'Hồ sơ này đã đóng hoặc đã nhập vào đơn vị khác.',
    en: () => 'This registration is closed or merged into another.',
  },
};
