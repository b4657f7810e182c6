import type { ClaimOutcome, ClaimState } from '@lienket/domain';
import type { OfferedAction } from '../../ordering/index.js';
import type { OrganizationRef } from '../../registry/index.js';
import type { PhotoView } from '../receipt/photo-book.js';

export interface ClaimLineCommand {
  readonly receiptLineId: string;
  readonly qty: string;
  readonly reason: string;
  readonly wanted: ClaimOutcome;
  readonly note?: string | null;
  readonly photoIds: readonly string[];
}

export interface ClaimOpenCommand {
  readonly clientKey: string;
  readonly receiptId: string;
  readonly note?: string | null;
  readonly lines: readonly ClaimLineCommand[];
}

export interface ClaimOfferLineCommand {
  readonly claimLineId: string;
  readonly outcome: ClaimOutcome;
  readonly qty: string;
  readonly cutBp?: number | null;
}

export interface ClaimOfferCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly note?: string | null;
  readonly lines: readonly ClaimOfferLineCommand[];
}

export interface ClaimActionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly offerId?: string | null;
  readonly note?: string | null;
}

export interface ClaimOfferLineView {
  readonly claimLineId: string;
  readonly outcome: ClaimOutcome;
  readonly qty: string;
  readonly cutBp: number | null;
  /** What it lets off before VAT; null for whoever may not see prices. */
  readonly netAmount: bigint | null;
}

export interface ClaimOfferView {
  readonly id: string;
  readonly n: number;
  readonly side: 'SELLER' | 'ALLIANCE';
  readonly note: string | null;
  readonly at: Date;
  readonly byName: string | null;
  readonly heldBySeller: boolean;
  readonly heldByBuyer: boolean;
  readonly lines: ClaimOfferLineView[];
}

export interface ClaimLineView {
  readonly id: string;
  readonly receiptLineId: string;
  readonly lineNo: number;
  readonly description: string;
  readonly lotCode: string | null;
  readonly baseUnit: string;
  readonly acceptedQty: string;
  readonly claimedQty: string;
  readonly reason: string;
  readonly wanted: ClaimOutcome;
  readonly note: string | null;
  readonly photos: PhotoView[];
}

export interface ClaimEventView {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly byName: string | null;
  readonly orgName: string | null;
  readonly note: string | null;
}

export interface ClaimSummaryView {
  readonly id: string;
  readonly number: string;
  readonly status: ClaimState;
  readonly answerOverdue: boolean;
  readonly mover: 'SELLER' | 'BUYER' | 'ALLIANCE' | null;
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly shipmentId: string;
  readonly receiptNumber: string;
  readonly openedAt: Date;
  readonly answerDueAt: Date;
  readonly escalateAt: Date;
  readonly closedAt: Date | null;
  readonly lineCount: number;
}

export interface ClaimView extends ClaimSummaryView {
  readonly receiptId: string;
  readonly receiptAuto: boolean;
  readonly note: string | null;
  readonly openedByName: string | null;
  readonly lines: ClaimLineView[];
  readonly offers: ClaimOfferView[];
  readonly events: ClaimEventView[];
  readonly version: number;
  readonly availableActions: OfferedAction[];
}
