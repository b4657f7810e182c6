import type { MessageRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export const threadMessages: Messages<MessageRefusal> = {
  MESSAGE_EMPTY: {
    vi: () => 'Hãy viết lời nhắn hoặc đính kèm tệp.',
    en: () => 'Write something or attach a file.',
    field: 'body',
  },
  MESSAGE_TOO_LONG: {
    vi: ({ max }) => `Lời nhắn dài tối đa ${max} ký tự. Hãy rút gọn hoặc gửi kèm tệp.`,
    en: ({ max }) => `A message has at most ${max} characters. Shorten it or attach a file.`,
    field: 'body',
  },
  MESSAGE_FILES_TOO_MANY: {
    vi: ({ max }) => `Mỗi lời nhắn kèm tối đa ${max} tệp. Hãy gửi phần còn lại ở lời nhắn sau.`,
    en: ({ max }) => `A message carries at most ${max} files. Send the others with the next message.`,
    field: 'fileIds',
  },
  MESSAGE_FILE_TWICE: {
    vi: () => 'Một tệp được đính kèm hai lần. Hãy bỏ bớt.',
    en: () => 'A file is attached twice. Remove one.',
    field: 'fileIds',
  },
};
