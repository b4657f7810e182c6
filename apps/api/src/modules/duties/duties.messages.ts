import type {
  DistributionRefusal,
  DutyRefusal,
  DutyState,
  DutyWordRefusal,
  IndicatorRefusal,
  TrainingRefusal,
} from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type DutiesRefusal =
  | DutyRefusal
  | DutyWordRefusal
  | DistributionRefusal
  | IndicatorRefusal
  | TrainingRefusal
  | { readonly code: 'DUTY_ORG_UNKNOWN' }
  | { readonly code: 'INDICATOR_CHANGED' };

const STATE: Record<DutyState, { vi: string; en: string }> = {
  UNKNOWN: { vi: 'chưa có thông tin', en: 'has no information yet' },
  IN_PROGRESS: { vi: 'đang thực hiện', en: 'is under way' },
  DONE: { vi: 'đã hoàn thành', en: 'is done' },
  NOT_DONE: { vi: 'được ghi là chưa thực hiện', en: 'is recorded as not done' },
};
const DAY_AHEAD = { vi: () => 'Ngày không thể sau hôm nay.', en: () => 'The day cannot be after today.' };

export const dutiesMessages: Messages<DutiesRefusal> = {
  TRANSITION_NOT_ALLOWED: {
    vi: ({ from }) => `Nhiệm vụ này ${STATE[from].vi}, nên không làm được việc này. Hãy tải lại trang.`,
    en: ({ from }) => `This duty ${STATE[from].en}, so this cannot be done. Reload the page.`,
  },
  DUTY_CONTINUING: {
    field: 'step',
    vi: () => 'Đây là việc thường xuyên, không có điểm kết thúc. Hãy ghi tiến độ.',
    en: () => 'This duty goes on for good. Record progress instead.',
  },
  DUTY_TEXT_MISSING: { field: 'text', vi: () => 'Hãy ghi việc đã biết.', en: () => 'Write what is known.' },
  DUTY_TEXT_TOO_LONG: {
    field: 'text',
    vi: ({ max }) => `Có mục dài quá ${max} chữ cái. Hãy viết gọn lại.`,
    en: ({ max }) => `One of the texts is longer than ${max} characters. Shorten it.`,
  },
  DUTY_DAY_AHEAD: { field: 'happenedOn', ...DAY_AHEAD },
  DUTY_EVIDENCE_MISSING: {
    field: 'fileId',
    vi: () => 'Hoàn thành thì cần chứng cứ: tải tệp lên, hoặc ghi số và ngày văn bản.',
    en: () => 'Done needs evidence: upload a file, or give the number and date of a document.',
  },
  DUTY_DOC_INCOMPLETE: {
    field: 'docNo',
    vi: () => 'Hãy ghi cả số và ngày văn bản, hoặc để trống cả hai.',
    en: () => 'Give both number and date of the document, or neither.',
  },
  DUTY_NEXT_DAY_MISSING: {
    field: 'nextOn',
    vi: () => 'Hãy ghi cả bước tiếp theo và ngày xem lại, hoặc để trống cả hai.',
    en: () => 'Give both the next step and its day, or neither.',
  },
  DUTY_NEXT_IN_PAST: {
    field: 'nextOn',
    vi: () => 'Ngày xem lại phải từ hôm nay trở đi.',
    en: () => 'Choose today or a later day.',
  },
  DUTY_WORD_WAITING: {
    vi: () => 'Điều đơn vị đã báo về nhiệm vụ này đang chờ Liên minh xác nhận. Hãy đợi trả lời rồi báo tiếp.',
    en: () => 'What your body told of this duty waits for the Alliance. Tell more once it has answered.',
  },
  DUTY_WORD_DECIDED: {
    vi: () => 'Điều đã báo này đã được xác nhận hoặc trả lại. Hãy tải lại trang.',
    en: () => 'This word was confirmed or returned already. Reload the page.',
  },
  DUTY_RETURN_REASON_MISSING: {
    field: 'reason',
    vi: () => 'Hãy ghi còn thiếu gì để đơn vị bổ sung, không quá 500 chữ cái.',
    en: () => 'Say what is missing, in 500 characters at most.',
  },
  DUTY_ORG_UNKNOWN: {
    field: 'orgId',
    vi: () => 'Hãy chọn một đơn vị có trong hệ thống.',
    en: () => 'Choose an organization that is registered here.',
  },
  SENT_IN_FUTURE: { field: 'sentOn', ...DAY_AHEAD },
  RECIPIENTS_MISSING: { field: 'orgIds', vi: () => 'Hãy chọn ít nhất một đơn vị nhận.', en: () => 'Choose a recipient.' },
  RECIPIENT_UNKNOWN: {
    field: 'orgIds',
    vi: () => 'Có đơn vị không thuộc dòng nơi nhận này, hoặc không có trong hệ thống. Hãy chọn lại.',
    en: () => 'One of them does not belong to this row of recipients, or is not registered here. Choose again.',
  },
  NOT_THE_SENDER: {
    vi: () => 'Thông báo giao đơn vị khác sao gửi dòng này.',
    en: () => 'The notice asks another body to send it to this row.',
  },
  ALREADY_READ: {
    vi: () => 'Đã có xác nhận là đã đọc. Hãy tải lại trang.',
    en: () => 'The reading was confirmed already. Reload the page.',
  },
  READ_BEFORE_SENT: {
    field: 'readOn',
    vi: () => 'Ngày đọc không thể trước ngày gửi.',
    en: () => 'It cannot be read before it was sent.',
  },
  READ_IN_FUTURE: { field: 'readOn', ...DAY_AHEAD },
  READ_NOTE_MISSING: {
    field: 'note',
    vi: () => 'Hãy ghi căn cứ: ai xác nhận, bằng cách nào.',
    en: () => 'Say how it is known: who confirmed it, and how.',
  },
  INDICATOR_PERIOD_UNKNOWN: {
    field: 'period',
    vi: () => 'Ghi kỳ là năm (2025), quý (2025-Q1) hoặc một ngày (2025-04-20).',
    en: () => 'Give a year (2025), a quarter (2025-Q1) or a day (2025-04-20).',
  },
  INDICATOR_PERIOD_NOT_OVER: {
    field: 'period',
    vi: () => 'Kỳ này chưa hết, nên chưa có số liệu.',
    en: () => 'This period is not over yet.',
  },
  INDICATOR_VALUE_INVALID: {
    field: 'value',
    vi: () => 'Ghi một số không âm, tối đa 3 chữ số thập phân.',
    en: () => 'Give a number of zero or more with at most three decimals.',
  },
  INDICATOR_PLAN_INVALID: { field: 'plan', vi: () => 'Kế hoạch là một số dương.', en: () => 'The plan is a number above zero.' },
  INDICATOR_SOURCE_MISSING: {
    field: 'source',
    vi: () => 'Hãy ghi nguồn: văn bản nào, số và ngày.',
    en: () => 'Give the source: which document, its number and date.',
  },
  INDICATOR_REASON_MISSING: {
    field: 'reason',
    vi: () => 'Kỳ này đã có số liệu. Hãy ghi vì sao sửa.',
    en: () => 'This period has a number already. Say why it changes.',
  },
  INDICATOR_CHANGED: {
    vi: () => 'Số liệu kỳ này vừa được người khác ghi. Hãy tải lại trang rồi xem.',
    en: () => 'Somebody has just entered this period. Reload the page.',
  },
  TRAINING_TOPIC_MISSING: { field: 'topic', vi: () => 'Hãy ghi chủ đề.', en: () => 'Give the topic.' },
  TRAINING_IN_FUTURE: { field: 'heldOn', ...DAY_AHEAD },
  TRAINING_NOBODY: { field: 'attendeeOrgIds', vi: () => 'Hãy chọn đơn vị tham dự.', en: () => 'Choose who attended.' },
  TRAINING_PEOPLE_INVALID: {
    field: 'people',
    vi: () => 'Số người phải ít nhất bằng số đơn vị tham dự.',
    en: () => 'There are at least as many people as organizations.',
  },
};
