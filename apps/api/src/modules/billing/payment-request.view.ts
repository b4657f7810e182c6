import type { CardState, PaymentState, TermBase } from '@lienket/domain';
import type { OfferedAction, SideName } from '../ordering/index.js';
import type { OrganizationRef } from '../registry/index.js';

export const PAYMENT_REQUEST_STATUSES = ['DUE', 'DECLARED', 'PART_PAID', 'PAID'] as const satisfies PaymentState[];

export interface PaymentRequestLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly acceptedQty: string;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: string;
  /** In the invoices that stand. */
  readonly invoicedQty: string;
  /** Debit notes less credit notes, before VAT. */
  readonly notedAmount: bigint;
  readonly vatAmount: bigint;
}

export interface PaymentView {
  readonly id: string;
  readonly method: string;
  readonly status: string;
  readonly amount: bigint;
  readonly paidOn: string;
  readonly bankReference: string | null;
  readonly declaredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly denyReason: string | null;
  readonly refunded: bigint;
  /** Became credit of the buyer. */
  readonly released: bigint;
}

/** The newest attempt to pay by card. */
export interface CardPaymentView {
  readonly state: CardState;
  /** Where the payer enters the card; only while it waits, and only for the buyer. */
  readonly url: string | null;
  readonly amount: bigint;
  readonly refunded: bigint;
  readonly disputed: boolean;
  readonly startedAt: Date;
}

export interface PaymentRequestView {
  readonly id: string;
  readonly number: string;
  readonly reference: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
  readonly status: PaymentState;
  readonly netAmount: bigint;
  readonly vatAmount: bigint;
  readonly total: bigint;
  /** Debit notes less credit notes. */
  readonly notedAmount: bigint;
  /** total + notedAmount. */
  readonly owed: bigint;
  readonly termsBase: TermBase;
  readonly termDays: number;
  readonly baseDate: string;
  readonly paidAmount: bigint;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly issuedAt: Date;
  readonly totalInWords: string;
  readonly lines: PaymentRequestLineView[];
  readonly bankName: string | null;
  readonly bankAccountNo: string | null;
  readonly bankAccountName: string | null;
  readonly vietQr: string | null;
  readonly vietQrSvgUrl: string | null;
  readonly documentUrl: string;
  readonly payments: PaymentView[];
  readonly cardPayment: CardPaymentView | null;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface PaymentRequestQuestion {
  readonly side?: SideName | null;
  readonly status?: PaymentState[] | null;
  readonly overdue?: boolean | null;
}

export interface PaymentDeclareCommand {
  readonly clientKey: string;
  readonly paymentRequestId: string;
  readonly version: number;
  readonly amount: bigint;
  readonly paidOn: string;
  readonly bankReference?: string | null;
  readonly inCash?: boolean | null;
}

export interface PaymentAnswerCommand {
  readonly clientKey: string;
  readonly paymentId: string;
  readonly version: number;
  readonly reason?: string | null;
}
