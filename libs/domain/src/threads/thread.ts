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

export interface ThreadMark {
  readonly orgId: string;
  /** Up to when this organization has read. */
  readonly readAt: Date;
}

export interface SaidMessage {
  readonly fromOrgId: string;
  readonly at: Date;
}

/** How many messages of others this organization has not opened. Writing reads: own words are never unread. */
export function unreadOf(messages: readonly SaidMessage[], marks: readonly ThreadMark[], orgId: string): number {
  const readAt = marks.find((mark) => mark.orgId === orgId)?.readAt.getTime() ?? -Infinity;
  return messages.filter(({ fromOrgId, at }) => fromOrgId !== orgId && at.getTime() > readAt).length;
}

/** The other organizations that have opened the thread since this was said. */
export const readersOf = ({ fromOrgId, at }: SaidMessage, marks: readonly ThreadMark[]): string[] =>
  marks.filter((mark) => mark.orgId !== fromOrgId && mark.readAt.getTime() >= at.getTime()).map(({ orgId }) => orgId);
