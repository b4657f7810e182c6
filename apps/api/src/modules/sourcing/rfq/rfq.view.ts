import { QUOTE_STATES, type QuoteState, RFQ_STATES, type RfqState } from '@lienket/domain';
import type { ProductRef } from '../../catalog/index.js';
import type { OrganizationRef } from '../../registry/index.js';

export { QUOTE_STATES, RFQ_STATES, type QuoteState, type RfqState };
export const BASES = ['EXW', 'DC', 'STORE'] as const;
export type BasisName = (typeof BASES)[number];
export const RHYTHMS = ['TOTAL', 'DELIVERY', 'WEEK'] as const;
export type RhythmName = (typeof RHYTHMS)[number];
/** How the reader stands to the request. */
export const RFQ_SIDES = ['BUYER', 'SELLER', 'ALLIANCE'] as const;
export type RfqSideName = (typeof RFQ_SIDES)[number];

export interface OfferedAction {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export interface RfqLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly product: ProductRef | null;
  readonly description: string;
  readonly productGroup: string | null;
  readonly spec: string | null;
  readonly baseUnit: string;
  readonly per: RhythmName;
  readonly perQty: string;
  readonly times: number;
  readonly askedQty: string;
  readonly awardedQty: string;
  readonly note: string | null;
}

export interface RfqFileView {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
}

export interface RfqInvitationView {
  readonly id: string;
  readonly seller: OrganizationRef;
  readonly invitedAt: Date | null;
  readonly seenAt: Date | null;
  readonly declinedAt: Date | null;
  readonly declineReason: string | null;
  readonly quoteId: string | null;
  readonly quoteStatus: QuoteState | null;
  readonly revision: number;
  readonly validUntil: string | null;
  readonly unread: number;
}

export interface RfqSummaryView {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: RfqState;
  readonly side: RfqSideName;
  readonly buyer: OrganizationRef;
  readonly deadlineAt: Date | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
  readonly lineCount: number;
  readonly firstLine: string | null;
  /** Only for the buyer and the Alliance: a cooperative never learns how many were asked. */
  readonly invitedCount: number | null;
  readonly quotedCount: number | null;
  readonly declinedCount: number | null;
  /** The reader's own quote, for a cooperative. */
  readonly ownQuoteStatus: QuoteState | null;
  readonly ownDeclined: boolean;
  readonly unread: number;
  readonly isDemo: boolean;
}

export interface RfqView extends RfqSummaryView {
  readonly basis: BasisName;
  readonly deliveryLocationId: string | null;
  readonly deliveryPlace: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly closedAt: Date | null;
  readonly awardedAt: Date | null;
  readonly lines: RfqLineView[];
  readonly files: RfqFileView[];
  readonly invitations: RfqInvitationView[];
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface AskableProductView {
  readonly product: ProductRef;
  readonly seller: OrganizationRef;
}

export interface RfqLineCommand {
  readonly productId?: string | null;
  readonly description?: string | null;
  readonly productGroup?: string | null;
  readonly spec?: string | null;
  readonly baseUnit?: string | null;
  readonly per: RhythmName;
  readonly perQty: string;
  readonly times: number;
  readonly note?: string | null;
}

export interface RfqSaveCommand {
  readonly clientKey: string;
  readonly id?: string | null;
  readonly version?: number | null;
  readonly title: string;
  readonly basis: BasisName;
  readonly deliveryLocationId?: string | null;
  readonly periodFrom?: string | null;
  readonly periodTo?: string | null;
  readonly deadlineAt?: Date | null;
  readonly note?: string | null;
  readonly lines: readonly RfqLineCommand[];
  readonly inviteeIds: readonly string[];
  readonly fileIds: readonly string[];
}

export interface RfqActionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
  readonly deadlineAt?: Date | null;
}

export interface RfqQuestion {
  readonly side?: RfqSideName | null;
  readonly status?: RfqState[] | null;
  readonly search?: string | null;
}
