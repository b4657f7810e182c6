import type { NoteKind, NoteSource, NoteState } from '@lienket/domain';
import type { OfferedAction } from '../../ordering/index.js';
import type { OrganizationRef } from '../../registry/index.js';

export interface NoteLineView {
  readonly description: string;
  readonly netAmount: bigint;
  readonly vatCode: string;
}

export interface NoteView {
  readonly id: string;
  readonly number: string;
  readonly kind: NoteKind;
  readonly state: NoteState;
  readonly source: NoteSource;
  readonly paymentRequestId: string;
  readonly requestNumber: string;
  readonly netAmount: bigint;
  readonly vatAmount: bigint;
  readonly total: bigint;
  readonly reason: string;
  readonly symbol: string | null;
  readonly invoiceNumber: string | null;
  readonly invoicedOn: string | null;
  readonly declineReason: string | null;
  readonly writtenAt: Date;
  readonly decidedAt: Date | null;
  readonly lines: NoteLineView[];
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

/** A note among others, with the two it is between. */
export interface ListedNote extends NoteView {
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
}

export interface NoteIssueCommand {
  readonly clientKey: string;
  readonly paymentRequestId: string;
  readonly version: number;
  readonly kind: NoteKind;
  readonly invoiceId?: string | null;
  readonly reason: string;
  readonly lines: readonly { readonly requestLineId: string; readonly netAmount: bigint }[];
  readonly symbol?: string | null;
  readonly invoiceNumber?: string | null;
  readonly invoicedOn?: string | null;
}

export interface NoteAnswerCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}
