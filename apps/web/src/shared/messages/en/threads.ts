import type { threads as vi } from '../vi/threads';

export const threads = {
  'thread.title': 'Messages',
  'thread.readers': 'Only {names} can read this.',
  'thread.start': 'Write a message',
  'thread.earlier': 'Show earlier messages',
  'thread.write': 'Message',
  'thread.files': 'Attachments',
  'thread.filesHint': 'PDF or pictures, {max} files at most',
  'thread.choose': 'Choose files',
  'thread.remove': 'Remove {name}',
  'thread.send': 'Send',
  'thread.read': 'Read',
  'thread.readBy': 'Read by {names}',
} satisfies Record<keyof typeof vi, string>;
