import type { InvoiceState, MatchDifference } from '@lienket/domain';
import type { OfferedAction, SideName } from '../../ordering/index.js';
import type { OrganizationRef } from '../../registry/index.js';
import type { NoteView } from '../note/note.view.js';

export interface InvoiceLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly qty: string;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: string;
}

export interface InvoiceView {
  readonly id: string;
  readonly paymentRequestId: string;
  readonly requestNumber: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly receiptNumber: string;
  readonly receivedOn: string;
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
  readonly state: InvoiceState;
  readonly symbol: string;
  readonly number: string;
  readonly lookupCode: string | null;
  readonly authorityCode: string | null;
  readonly issuedOn: string;
  readonly netAmount: bigint;
  readonly vatAmount: bigint;
  readonly total: bigint;
  readonly requestOwed: bigint;
  readonly requestPaid: bigint;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly differences: MatchDifference[];
  readonly lines: InvoiceLineView[];
  readonly notes: NoteView[];
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly xmlUrl: string | null;
  readonly recordedAt: Date;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface InvoiceQuestion {
  readonly side?: SideName | null;
  readonly state?: InvoiceState[] | null;
}

export interface InvoiceRecordCommand {
  readonly clientKey: string;
  readonly paymentRequestId: string;
  readonly version: number;
  readonly symbol: string;
  readonly number: string;
  readonly lookupCode?: string | null;
  readonly issuedOn: string;
  readonly lines: readonly {
    readonly requestLineId: string;
    readonly qty: string;
    readonly unitPrice: bigint;
    readonly amount: bigint;
    readonly vatCode: string;
  }[];
  readonly vatAmount: bigint;
  readonly total: bigint;
  readonly fileId?: string | null;
  readonly replacesId?: string | null;
}

export interface InvoiceDecideCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}
