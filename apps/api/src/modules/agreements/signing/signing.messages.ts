import { type CodeRefusal, formatDateVi, type TurnRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import type { SignedPdfRefusal } from './signed-pdf.js';
import type { AskRefusal } from './signing-code.service.js';

export type SigningRefusal =
  | CodeRefusal
  | TurnRefusal
  | SignedPdfRefusal
  | AskRefusal
  | { readonly code: 'CODE_REQUIRED' }
  | { readonly code: 'ROUND_ENDS_IN_PAST' };

export const signingMessages: Messages<SigningRefusal> = {
  CODE_REQUIRED: {
    vi: () => 'Lượt ký này cần mã một lần. Hãy bấm “Gửi mã”, rồi nhập mã nhận được qua e-mail.',
    en: () => 'This round needs a one-time code. Choose “Send code” and enter the code you get by e-mail.',
    field: 'code',
  },
  CODE_NOT_ASKED: {
    vi: () => 'Bạn chưa yêu cầu mã cho văn bản này. Hãy bấm “Gửi mã”.',
    en: () => 'You have not asked for a code for this document yet. Choose “Send code”.',
    field: 'code',
  },
  CODE_EXPIRED: {
    vi: () => 'Mã đã quá mười phút. Hãy bấm “Gửi mã” để nhận mã mới.',
    en: () => 'The code is older than ten minutes. Ask for a new one.',
    field: 'code',
  },
  CODE_TRIES_SPENT: {
    vi: () => 'Mã đã nhập sai năm lần nên không dùng được nữa. Hãy yêu cầu mã mới.',
    en: () => 'The code was entered wrongly five times and no longer works. Ask for a new one.',
    field: 'code',
  },
  CODE_USED: {
    vi: () => 'Mã này đã dùng rồi. Mỗi mã chỉ dùng một lần; hãy yêu cầu mã mới.',
    en: () => 'This code was used already. A code works once; ask for a new one.',
    field: 'code',
  },
  CODE_OTHER_TEXT: {
    vi: () => 'Văn bản đã đổi sau khi gửi mã. Hãy đọc lại và yêu cầu mã mới.',
    en: () => 'The text changed after the code was sent. Read it again and ask for a new code.',
    field: 'code',
  },
  CODE_WRONG: {
    vi: ({ left }) =>
      left > 0 ? `Mã chưa đúng. Còn ${left} lần nhập.` : 'Mã chưa đúng và đã hết lượt nhập. Hãy yêu cầu mã mới.',
    en: ({ left }) =>
      left > 0 ? `That is not the code. ${left} tries left.` : 'That is not the code, and no tries are left. Ask for a new one.',
    field: 'code',
  },
  NOT_YOUR_TURN: {
    vi: () => 'Các bên ký lần lượt theo thứ tự trong biên bản. Hãy chờ bên đứng trước ký xong.',
    en: () => 'The parties sign in the order of the document. Wait until the one before you has signed.',
  },
  ROUND_OVER: {
    vi: ({ expiresOn }) =>
      `Lượt ký đã kết thúc hết ngày ${formatDateVi(expiresOn)}. Muốn tiếp tục, hãy lập biên bản mới từ biên bản này.`,
    en: ({ expiresOn }) =>
      `The round of signing ended on ${formatDateVi(expiresOn)}. To go on, make a new memorandum from this one.`,
  },
  ROUND_ENDS_IN_PAST: {
    vi: () => 'Ngày cuối của lượt ký phải từ hôm nay trở đi.',
    en: () => 'The last day of the round must not be before today.',
    field: 'expiresOn',
  },
  NO_EMAIL: {
    vi: () => 'Tài khoản của bạn chưa có e-mail để nhận mã. Hãy ký bằng tệp PDF đã ký số, hoặc nhờ Liên minh đối chiếu bản giấy.',
    en: () =>
      'Your account has no e-mail address for a code. Sign with a digitally signed PDF, or ask the Alliance to attest the paper.',
  },
  TOO_MANY_CODES: {
    vi: () => 'Bạn đã yêu cầu năm mã trong một giờ. Hãy thử lại sau.',
    en: () => 'You asked for five codes within an hour. Try again later.',
  },
  PAPER_NOT_READY: {
    vi: () => 'Bản để ký đang được tạo. Hãy tải lại trang sau ít giây.',
    en: () => 'The paper to sign is being made. Reload the page in a few seconds.',
  },
  NOT_A_PDF: {
    vi: () => 'Hãy tải lên tệp PDF đã ký, tối đa 20 MB.',
    en: () => 'Upload the signed PDF, at most 20 MB.',
    field: 'fileId',
  },
  PDF_NOT_SIGNED: {
    vi: () => 'Tệp này chưa có chữ ký số. Hãy tải bản để ký về, ký bằng thiết bị của bạn rồi tải lên.',
    en: () => 'This file carries no digital signature. Download the paper, sign it with your own device and upload it.',
    field: 'fileId',
  },
  PDF_OTHER_DOCUMENT: {
    vi: () => 'Tệp đã ký không phải bản để ký của lượt này. Hãy tải đúng bản ở đây về và ký lại.',
    en: () => 'The signed file is not the paper of this round. Download the paper from here and sign that.',
    field: 'fileId',
  },
  PDF_SIGNATURE_BROKEN: {
    vi: () => 'Nội dung tệp không khớp với chữ ký trong tệp: tệp đã bị sửa hoặc chữ ký hỏng. Hãy ký lại bản gốc.',
    en: () =>
      'The content does not agree with the signature in the file: it was changed, or the signature is damaged. Sign the original again.',
    field: 'fileId',
  },
};
