import type { ThreadDocument } from '@lienket/domain';

export interface ThreadMessageView {
  readonly id: string;
  readonly mine: boolean;
  readonly authorName: string | null;
  readonly orgName: string;
  readonly body: string;
  readonly files: { readonly id: string; readonly name: string; readonly mime: string }[];
  readonly at: Date;
  /** Short names of the other organizations that have opened the thread since. */
  readonly readBy: string[];
}

export interface ThreadView {
  /** Of the document: a thread exists as soon as its document does. */
  readonly id: string;
  readonly documentType: ThreadDocument;
  readonly documentId: string;
  readonly title: string;
  /** Everybody who reads along, the reader first. */
  readonly parties: string[];
  /** The newest first. */
  readonly messages: ThreadMessageView[];
  readonly hasEarlier: boolean;
  readonly unread: number;
}

export interface ThreadPlace {
  readonly documentType: ThreadDocument;
  readonly documentId: string;
}

export interface MessageCommand extends ThreadPlace {
  readonly clientKey: string;
  readonly body: string;
  readonly fileIds: readonly string[];
}
