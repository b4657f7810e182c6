import type { NotComparable, QuoteState, RfqState } from '@lienket/domain';
import type { OrganizationRef } from '../../registry/index.js';
import type { QuoteLineView } from '../quote/quote.view.js';
import type { BasisName } from '../rfq/rfq.view.js';

export const NOT_COMPARABLE = ['UNIT_DIFFERS', 'FREIGHT_UNKNOWN'] as const satisfies NotComparable['code'][];
export type NotComparableName = (typeof NOT_COMPARABLE)[number];

/** Whether what nobody was promised yet covers the offer in the time asked for. UNKNOWN: never told, or kept to partners. */
export const SUPPLY_COVERS = ['COVERED', 'PART', 'NONE', 'UNKNOWN'] as const;
export type SupplyCoverName = (typeof SUPPLY_COVERS)[number];

export interface OfferedReadinessView {
  readonly met: number;
  readonly required: number;
  /** Of the buyer's own list, in the reader's language. */
  readonly missing: string[];
}

export interface ComparisonCellView {
  readonly quoteId: string;
  readonly line: QuoteLineView;
  readonly normalizedPrice: bigint | null;
  readonly notComparable: NotComparableName | null;
  readonly shareBp: number;
  readonly lowest: boolean;
  readonly aboveLowestBp: number | null;
  readonly rank: number | null;
  readonly vatCode: string | null;
  /** Null for goods that are no listed product, and where the buyer keeps no list. */
  readonly readiness: OfferedReadinessView | null;
  readonly supply: SupplyCoverName;
}

export interface ComparisonLineView {
  readonly rfqLineId: string;
  readonly lineNo: number;
  readonly description: string;
  readonly spec: string | null;
  readonly baseUnit: string;
  readonly askedQty: string;
  readonly lowest: bigint | null;
  readonly median: bigint | null;
  readonly cells: ComparisonCellView[];
}

export interface ComparisonColumnView {
  readonly quoteId: string;
  readonly seller: OrganizationRef;
  readonly status: QuoteState;
  readonly revision: number;
  readonly validUntil: string;
  readonly basis: BasisName;
  readonly note: string | null;
  readonly sentAt: Date;
  readonly version: number;
  /** Several cooperatives answer together. */
  readonly joint: boolean;
  readonly answeredLines: number;
  readonly total: bigint | null;
}

export interface ComparisonView {
  readonly rfqId: string;
  readonly version: number;
  readonly status: RfqState;
  readonly basis: BasisName;
  readonly columns: ComparisonColumnView[];
  readonly lines: ComparisonLineView[];
}
