import type { Result } from '@lienket/domain';
import type { PaymentRefusal } from './payment.messages.js';

export type PaymentMethod = 'BANK_TRANSFER' | 'CARD';

/** What a way of paying needs to know of a request. Amounts are whole đồng. */
export interface PayableRequest {
  readonly id: string;
  readonly reference: string;
  /** Still owed: the total less what the seller confirmed. */
  readonly open: bigint;
  readonly bankBin: string | null;
  readonly bankAccountNo: string | null;
}

/** How the buyer pays by this method: a payload to show as a QR code, or null where nothing can be shown. */
export interface PaymentInstruction {
  readonly method: PaymentMethod;
  readonly qrPayload: string | null;
}

/** A way of paying. The money goes from party to party: no provider keeps any of it. */
export interface PaymentProvider {
  readonly method: PaymentMethod;
  /** Instructions for what is still open, or why this way cannot be taken. */
  describe(request: PayableRequest): Result<PaymentInstruction, PaymentRefusal>;
}
