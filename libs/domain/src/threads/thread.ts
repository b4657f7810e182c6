import { accept, refuse, type Result } from '../shared/result.js';

/** Papers that carry a thread; RFQ is the invitation of one cooperative, so that each has a thread of its own with the buyer. */
export const THREAD_DOCUMENTS = [
  'RFQ',
  'ORDER',
  'SHIPMENT',
  'CLAIM',
  'PAYMENT_REQUEST',
  'INVOICE',
  'MOU',
  'CONTRACT',
  'PETITION',
] as const;
export type ThreadDocument = (typeof THREAD_DOCUMENTS)[number];

/** Characters of a message, and files that go with one. */
export const MESSAGE_MAX = 2000;
export const MESSAGE_FILES_MAX = 5;

export type MessageRefusal =
  | { readonly code: 'MESSAGE_EMPTY' }
  | { readonly code: 'MESSAGE_TOO_LONG'; readonly max: number }
  | { readonly code: 'MESSAGE_FILES_TOO_MANY'; readonly max: number }
  | { readonly code: 'MESSAGE_FILE_TWICE' };

/** A message says something, in words or by a file. `body` is trimmed. */
export function checkMessage(body: string, fileIds: readonly string[]): Result<null, MessageRefusal> {
  if (!body && fileIds.length === 0) return refuse({ code: 'MESSAGE_EMPTY' });
  if (body.length > MESSAGE_MAX) return refuse({ code: 'MESSAGE_TOO_LONG', max: MESSAGE_MAX });
  if (fileIds.length > MESSAGE_FILES_MAX) return refuse({ code: 'MESSAGE_FILES_TOO_MANY', max: MESSAGE_FILES_MAX });
  return new Set(fileIds).size < fileIds.length ? refuse({ code: 'MESSAGE_FILE_TWICE' }) : accept(null);
}
