import type { QuoteState } from '@lienket/domain';
import type { ProductRef } from '../../catalog/index.js';
import type { OrganizationRef } from '../../registry/index.js';
import type { BasisName, OfferedAction } from '../rfq/rfq.view.js';

export const PRICED_PER = ['UNIT', 'PACK'] as const;
export type PricedPer = (typeof PRICED_PER)[number];
export const CHANGE_KINDS = [
  'PLACE',
  'VALID_UNTIL',
  'LINE_ADDED',
  'LINE_REMOVED',
  'PRICE',
  'FREIGHT',
  'QUANTITY',
  'MOQ',
  'LEAD_TIME',
] as const;
export type ChangeKindName = (typeof CHANGE_KINDS)[number];
export const SHARE_STATES = ['OFFERED', 'COMMITTED', 'DECLINED'] as const;
export type ShareStateName = (typeof SHARE_STATES)[number];

export interface QuoteLineShareView {
  readonly member: OrganizationRef;
  readonly qty: string;
}

export interface QuoteLineView {
  readonly id: string;
  readonly rfqLineId: string;
  readonly lineNo: number;
  readonly product: ProductRef | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSize: string;
  readonly vatClass: string | null;
  readonly alternative: boolean;
  readonly unitPrice: bigint;
  readonly freightPerUnit: bigint | null;
  readonly offeredQty: string;
  readonly moqQty: string | null;
  readonly leadDays: number;
  readonly note: string | null;
  readonly shares: QuoteLineShareView[];
}

export interface RevisionChangeView {
  readonly kind: ChangeKindName;
  readonly description: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface QuoteRevisionView {
  readonly id: string;
  readonly n: number;
  readonly basis: BasisName;
  readonly validUntil: string;
  readonly note: string | null;
  readonly sentAt: Date;
  readonly sentByName: string | null;
  readonly lines: QuoteLineView[];
  /** Against the revision before; empty for the first. */
  readonly changes: RevisionChangeView[];
}

export interface QuoteCounterLineView {
  readonly id: string;
  readonly quoteLineId: string;
  readonly unitPrice: bigint | null;
  readonly qty: string | null;
  readonly wantedOn: string | null;
  readonly comment: string | null;
}

export interface QuoteCounterView {
  readonly id: string;
  readonly n: number;
  readonly comment: string | null;
  readonly at: Date;
  readonly byName: string | null;
  readonly lines: QuoteCounterLineView[];
}

export interface PoolShareView {
  readonly id: string;
  readonly quoteId: string;
  readonly rfqLineId: string;
  readonly lead: OrganizationRef;
  readonly member: OrganizationRef;
  readonly buyerName: string;
  readonly description: string;
  readonly baseUnit: string;
  readonly status: ShareStateName;
  readonly askedQty: string;
  readonly qty: string | null;
  readonly floorPrice: bigint | null;
  readonly note: string | null;
  readonly answerBy: Date | null;
  readonly askedAt: Date;
  readonly version: number;
}

export interface QuoteDraftView {
  readonly basis: BasisName;
  readonly validUntil: string | null;
  readonly note: string | null;
  readonly lines: QuoteLineCommand[];
  readonly preparedByName: string | null;
  readonly preparedAt: Date;
}

export interface QuoteView {
  readonly id: string;
  readonly rfqId: string;
  readonly seller: OrganizationRef;
  readonly status: QuoteState;
  readonly revision: number;
  readonly validUntil: string | null;
  readonly awaitsDirector: boolean;
  readonly sentAt: Date | null;
  readonly closeReason: string | null;
  /** The newest first. */
  readonly revisions: QuoteRevisionView[];
  readonly counters: QuoteCounterView[];
  readonly draft: QuoteDraftView | null;
  readonly shares: PoolShareView[];
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface QuoteLineCommand {
  readonly rfqLineId: string;
  readonly productId?: string | null;
  readonly packId?: string | null;
  readonly description?: string | null;
  readonly price: bigint;
  readonly pricedPer: PricedPer;
  readonly freightPerUnit?: bigint | null;
  readonly offeredQty: string;
  readonly moqQty?: string | null;
  readonly leadDays: number;
  readonly alternative: boolean;
  readonly note?: string | null;
}

export interface QuoteCommand {
  readonly clientKey: string;
  readonly rfqId: string;
  /** Of the quote, when it has been sent before. */
  readonly version?: number | null;
  readonly basis: BasisName;
  readonly validUntil?: string | null;
  readonly note?: string | null;
  readonly lines: readonly QuoteLineCommand[];
}

export interface QuoteActionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

export interface CounterLineCommand {
  readonly quoteLineId: string;
  readonly unitPrice?: bigint | null;
  readonly qty?: string | null;
  readonly wantedOn?: string | null;
  readonly comment?: string | null;
}

export interface QuoteCounterCommand extends Omit<QuoteActionCommand, 'reason'> {
  readonly comment?: string | null;
  readonly lines: readonly CounterLineCommand[];
}
