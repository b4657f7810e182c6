export {
  declaredNotices,
  declareNotice,
  type Facts,
  type Notice,
  noticeOf,
  type NoticeWords,
  type ReadableNotice,
  readNotice,
} from './notice.js';
export { DELIVER_NOTICE, type NoticeJob, sendNotice, type ToldNotice } from './send-notice.js';
