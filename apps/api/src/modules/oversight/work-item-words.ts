import type { WorkItemKindName } from './work-item-sources.js';

/** What waits, as a sentence about {title} and {counterparty}; the screen words it the same way. */
export const WORK_WORDS: Readonly<Record<WorkItemKindName, { readonly vi: string; readonly en: string }>> = {
  ORGANIZATION_RETURNED: {
    vi: 'Hồ sơ của {title} được trả lại để bổ sung.',
    en: 'The registration of {title} came back to be completed.',
  },
  ORGANIZATION_VERIFY: {
    vi: 'Hồ sơ của {title} chờ đối chiếu giấy tờ.',
    en: 'The papers of {title} wait to be compared.',
  },
  BANK_CHANGE_CONFIRM: {
    vi: 'Yêu cầu đổi tài khoản sang {title} chờ người thứ hai.',
    en: 'A change of account to {title} waits for a second person.',
  },
  BANK_CHANGE_CALL: {
    vi: '{title} đổi tài khoản nhận tiền, chờ gọi lại và xác nhận.',
    en: '{title} changes its bank account: call back and confirm.',
  },
  MERGE_DECIDE: {
    vi: 'Đề nghị nhập {title} vào đơn vị khác chờ người thứ hai.',
    en: 'A proposal to merge {title} waits for a second person.',
  },
  PRODUCT_REVIEW: {
    vi: '{counterparty} chờ duyệt sản phẩm {title}.',
    en: '{counterparty} waits for the review of {title}.',
  },
  PRODUCT_RETURNED: {
    vi: 'Sản phẩm {title} được trả lại để sửa.',
    en: 'The product {title} was returned for correction.',
  },
  MOU_SIGN: {
    vi: 'Biên bản {title} chờ chữ ký của đơn vị bạn.',
    en: 'Memorandum {title} waits for your organization’s signature.',
  },
  MOU_ATTACH: {
    vi: 'Biên bản {title} còn thiếu bản quét có chữ ký.',
    en: 'Memorandum {title} lacks the signed scan.',
  },
  MOU_ATTEST: {
    vi: 'Biên bản {title} chờ xác nhận các bên đã ký.',
    en: 'Memorandum {title} waits for the attestation that the parties signed.',
  },
  MOU_COUNTERSIGN: {
    vi: 'Biên bản {title} chờ lãnh đạo Liên minh xác nhận.',
    en: 'Memorandum {title} waits for the Alliance leader’s confirmation.',
  },
  MOU_OUTCOME: {
    vi: 'Biên bản {title} đã hết hiệu lực, chưa ghi kết quả.',
    en: 'Memorandum {title} has expired; its outcome is not recorded.',
  },
  MOU_CONCRETIZE: {
    vi: 'Biên bản {title} đã ký, chờ cụ thể hoá thành hợp đồng.',
    en: 'Memorandum {title} is signed and waits to become a contract.',
  },
  CONTRACT_SIGN: {
    vi: 'Hợp đồng {title} chờ chữ ký của đơn vị bạn.',
    en: 'Contract {title} waits for your organization’s signature.',
  },
  MOU_PROPOSAL_ANSWER: {
    vi: '{title}: có đề nghị chờ bạn trả lời.',
    en: '{title}: a proposal waits for your answer.',
  },
  CONTRACT_PROPOSAL_ANSWER: {
    vi: 'Hợp đồng {title}: có đề nghị chờ bạn trả lời.',
    en: 'Contract {title}: a proposal waits for your answer.',
  },
  OBLIGATION_REPORT: {
    vi: '{title}: chờ bạn báo kết quả.',
    en: '{title}: waits for your report.',
  },
  OBLIGATION_CONFIRM: {
    vi: '{title}: bên kia đã báo kết quả, chờ bạn xác nhận.',
    en: '{title}: the other side reported, waits for your word.',
  },
  SUPPLY_SHARE_ANSWER: {
    vi: '{counterparty} mời góp hàng trong nhóm cung ứng: {title}',
    en: '{counterparty} invites you to a pool: {title}',
  },
  TRIP_ANSWER: {
    vi: '{counterparty} mời đi chung chuyến xe {title}. Nhận lời hay không?',
    en: '{counterparty} invites you to share truck {title}. Do you join?',
  },
  TRIP_LOAD: {
    vi: 'Hàng của đơn {title} chờ lên chuyến xe chung.',
    en: 'Goods of order {title} wait to go on the shared truck.',
  },
  SUPPLY_POOL_AGREE: {
    vi: '{counterparty} nhận góp hàng: {title}. Chấp thuận bên giao?',
    en: '{counterparty} committed to supply: {title}. Do you agree?',
  },
  OUTSIDE_ANSWER: {
    vi: '{counterparty} ghi đã giao ngoài hệ thống: {title}. Đúng không?',
    en: '{counterparty} recorded a delivery outside the system: {title}. Is it right?',
  },
  CONTRACT_OUTSIDE_ANSWER: {
    vi: '{counterparty} ghi đã giao ngoài hệ thống: {title}. Đúng không?',
    en: '{counterparty} recorded a delivery outside the system: {title}. Is it right?',
  },
  RFQ_ANSWER: {
    vi: '{counterparty} hỏi giá: {title}.',
    en: '{counterparty} asks for a price: {title}.',
  },
  QUOTE_COUNTERED: {
    vi: 'Bên mua đề nghị khác cho báo giá {title}.',
    en: 'The buyer proposes a change to your quote for {title}.',
  },
  QUOTE_DIRECTOR: {
    vi: 'Báo giá {title} đã soạn, chờ giám đốc gửi.',
    en: 'The quote for {title} is prepared and waits for the director.',
  },
  POOL_SHARE_ANSWER: {
    vi: '{counterparty} mời góp hàng: {title}.',
    en: '{counterparty} asks you for a share: {title}.',
  },
  RFQ_DECIDE: {
    vi: 'Yêu cầu {title} đã hết hạn, chờ chọn báo giá.',
    en: 'Request {title} is closed; choose among the quotes.',
  },
  AWARD_APPROVE: {
    vi: 'Đề nghị chọn báo giá {title} chờ bạn duyệt.',
    en: 'The choice for {title} waits for your approval.',
  },
  AWARD_USE: {
    vi: 'Báo giá đã chọn của {title} chưa thành đơn hàng hay hợp đồng.',
    en: 'What was chosen for {title} is no order or contract yet.',
  },
  CALL_OFF: {
    vi: 'Hợp đồng {title} đã ký, chưa có đơn hàng nào.',
    en: 'Contract {title} is signed but has no order yet.',
  },
  ORDER_ACKNOWLEDGE: {
    vi: 'Đơn hàng {title} chờ bạn trả lời.',
    en: 'Order {title} waits for your answer.',
  },
  ORDER_APPROVE: {
    vi: '{title} xin duyệt đơn vượt hạn mức.',
    en: '{title} asks for approval of an order above a limit.',
  },
  STANDING_ORDER_FAILED: {
    vi: 'Đơn định kỳ {title} có ngày chưa đặt được.',
    en: 'A day of standing order {title} could not be placed.',
  },
  ORDER_COUNTERED: {
    vi: 'Bên bán đề nghị khác cho đơn hàng {title}.',
    en: 'The seller proposes a change to order {title}.',
  },
  ORDER_CHANGE_ANSWER: {
    vi: 'Bên kia đề nghị thay đổi đơn {title}.',
    en: 'The other side proposes a change of order {title}.',
  },
  ORDER_DISPATCH: {
    vi: 'Đơn hàng {title} đã xác nhận, chờ giao.',
    en: 'Order {title} is confirmed and waits for dispatch.',
  },
  LIFE_WAIVER_DECIDE: {
    vi: '{counterparty} xin giao lô còn ít hạn dùng: {title}.',
    en: '{counterparty} asks to send a lot with little life left: {title}.',
  },
  SHIPMENT_RECEIVE: {
    vi: 'Chuyến hàng {title} đang đến, chờ kiểm nhận.',
    en: 'Shipment {title} is on its way and must be checked in.',
  },
  RECEIPT_DISPUTED: {
    vi: '{counterparty} phản đối số kiểm nhận của phiếu {title}.',
    en: '{counterparty} disputes the count of receipt {title}.',
  },
  GOODS_SETTLE: {
    vi: 'Hàng bị từ chối hoặc trả về theo phiếu {title}: nhập lại kho hay ghi hao hụt?',
    en: 'Goods came back by receipt {title}: into stock, or written off?',
  },
  CLAIM_ANSWER: {
    vi: '{counterparty} khiếu nại ({title}), chờ bạn trả lời.',
    en: '{counterparty} opened claim {title}; it waits for your answer.',
  },
  CLAIM_DECIDE: {
    vi: '{counterparty} đã trả lời khiếu nại {title}.',
    en: '{counterparty} answered claim {title}.',
  },
  CLAIM_MEDIATE: {
    vi: 'Khiếu nại {title} chờ Liên minh hoà giải.',
    en: 'Claim {title} waits for mediation.',
  },
  PAYMENT_DUE: {
    vi: 'Đề nghị thanh toán {title} đến kỳ trả.',
    en: 'Payment request {title} falls due.',
  },
  PAYMENT_CONFIRM: {
    vi: 'Bên mua báo đã trả {title}, chờ bạn xác nhận tiền về.',
    en: 'The buyer reports {title} as paid; confirm that the money arrived.',
  },
  INVOICE_DECIDE: {
    vi: 'Hoá đơn {title} lệch so với đơn hoặc phiếu nhận, chờ bạn quyết định.',
    en: 'Invoice {title} differs from order or receipt; decide on it.',
  },
  INVOICE_REPLACE: {
    vi: 'Hoá đơn {title} bị trả lại, cần hoá đơn thay thế.',
    en: 'Invoice {title} was returned; replace it.',
  },
  NOTE_ANSWER: {
    vi: 'Bên bán đề nghị tăng số phải trả của {title}, chờ bạn trả lời.',
    en: 'The seller asks for more on {title}; answer.',
  },
  CERTIFICATE_EXPIRING: {
    vi: 'Giấy chứng nhận {title} sắp hết hạn.',
    en: 'Certificate {title} expires soon.',
  },
  CERTIFICATE_RETURNED: {
    vi: 'Giấy chứng nhận {title} được trả lại để sửa.',
    en: 'Certificate {title} was returned for correction.',
  },
  CERTIFICATE_VERIFY: {
    vi: 'Giấy chứng nhận {title} chờ xác minh.',
    en: 'Certificate {title} waits for verification.',
  },
  AGREEMENT_FOLLOW_UP: {
    vi: 'Thoả thuận {title}: gọi bên đang đến lượt để đi tiếp.',
    en: 'Agreement {title}: call the party whose move it is.',
  },
  PETITION_CLASSIFY: {
    vi: '{counterparty} gửi kiến nghị {title}, chờ phân loại.',
    en: '{counterparty} filed {title}; it waits to be classified.',
  },
  PETITION_ASSIGN: {
    vi: 'Kiến nghị {title} chờ giao cơ quan trả lời.',
    en: 'Petition {title} waits to be assigned.',
  },
  PETITION_ANSWER: {
    vi: 'Kiến nghị {title} chờ trả lời bằng văn bản.',
    en: 'Petition {title} waits for a written answer.',
  },
  PETITION_ISSUE: {
    vi: 'Dự thảo trả lời kiến nghị {title} chờ ban hành.',
    en: 'The draft answer to {title} waits to be issued.',
  },
  PETITION_JUDGE: {
    vi: '{counterparty} đã trả lời kiến nghị {title}: đồng tình không?',
    en: '{counterparty} answered {title}: does it satisfy you?',
  },
  REGISTER_APPROVE: {
    vi: '{counterparty} trình sổ của {title}, chờ người thứ hai duyệt.',
    en: '{counterparty} submitted the register of {title}; it waits for a second person.',
  },
  REGISTER_FINISH: {
    vi: 'Sổ của {title} đã kiểm tra xong, chờ bạn xem và trình.',
    en: 'The register of {title} is checked and waits for you to look and submit it.',
  },
  ALERT_ANSWER: {
    vi: 'Thoả thuận {title} đang đứng: ghi lý do và bước tiếp theo.',
    en: 'Agreement {title} stands still: say why and what next.',
  },
  CASE_NEXT_ACTION: {
    vi: 'Thoả thuận {title}: {counterparty}',
    en: 'Agreement {title}: {counterparty}',
  },
  PLAN_TASK_DUE: {
    vi: 'Nhiệm vụ {title} của thoả thuận {counterparty} đến hạn.',
    en: 'Task {title} of the agreement {counterparty} is due.',
  },
  MEETING_ANSWER: {
    vi: '{counterparty} hẹn gặp đơn vị bạn tại {title}.',
    en: '{counterparty} asks to meet you at {title}.',
  },
  SLIP_ANSWER: {
    vi: '{counterparty} để lại phiếu quan tâm: {title}.',
    en: '{counterparty} left a slip of interest: {title}.',
  },
  CREDIT_CONFIRM: {
    vi: '{counterparty}: thoả thuận tín dụng {title} chờ bạn xác nhận đã ký.',
    en: '{counterparty}: confirm that the credit agreement {title} was signed.',
  },
  CREDIT_FILE: {
    vi: 'Thoả thuận tín dụng {title} với {counterparty} chờ bạn nộp hồ sơ vay.',
    en: 'The credit agreement {title} with {counterparty} waits for your application.',
  },
  CREDIT_MOVE: {
    vi: 'Thoả thuận tín dụng {title} với {counterparty} chờ ngân hàng xử lý.',
    en: 'The credit agreement {title} with {counterparty} waits for the bank.',
  },
  CREDIT_LATE: {
    vi: 'Thoả thuận tín dụng {title} ({counterparty}) chậm hơn mức nhắc.',
    en: 'The credit agreement {title} ({counterparty}) is slower than expected.',
  },
  EVIDENCE_ANSWER: {
    vi: '{counterparty} đề nghị xem số liệu bán hàng theo thoả thuận {title}: cho xem không?',
    en: '{counterparty} asks to see your sales figures under {title}: do you agree?',
  },
  DUTY_FOLLOW_UP: {
    vi: 'Nhiệm vụ “{title}”: {counterparty}.',
    en: 'Duty “{title}”: {counterparty}.',
  },
  DUTY_CONFIRM: {
    vi: '{counterparty} báo đã làm nhiệm vụ “{title}”, chờ xác nhận.',
    en: '{counterparty} tells what it did of the duty “{title}”: confirm it.',
  },
  DUTY_TELL: {
    vi: 'Thông báo giao nhiệm vụ “{title}” cho {counterparty}: hãy báo việc đã làm.',
    en: 'A notice lays the duty “{title}” on {counterparty}: tell what was done.',
  },
  NOTICE_READ: {
    vi: '{counterparty} gửi thông báo kết luận “{title}”, chờ xác nhận đã đọc.',
    en: '{counterparty} sent the notice of “{title}”: confirm that you read it.',
  },
  REPORT_ISSUE: {
    vi: '{counterparty} lập báo cáo tiến độ đến {title}, chờ bạn xem và ban hành.',
    en: '{counterparty} drew up the progress report up to {title}; it waits for you to look and issue it.',
  },
  MANDATE_CHECK: {
    vi: '{counterparty} ghi uỷ quyền làm thay của {title}, chờ người thứ hai kiểm tra.',
    en: '{counterparty} wrote down a mandate of {title}; it waits for a second person.',
  },
  ASSISTED_ACT_ANSWER: {
    vi: 'Việc cán bộ Liên minh làm thay ({title}) chờ bạn xác nhận.',
    en: 'What officers did in your name ({title}) waits for your word.',
  },
  ASSISTED_ACT_SETTLE: {
    vi: '{title} không đồng ý với việc bạn làm thay: {counterparty}',
    en: '{title} does not agree with what you did in its name: {counterparty}',
  },
};
