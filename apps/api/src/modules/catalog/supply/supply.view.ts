import type { Confidence, LossReason, StockKind } from '@lienket/domain';
import type { AvailableActionView } from '../catalog.view.js';

export const SAID_CONFIDENCES = ['OBSERVED', 'FORECAST'] as const;
export type SaidConfidence = (typeof SAID_CONFIDENCES)[number];
export const LOT_ORIGINS = ['HARVEST', 'RECEIVE'] as const;
export type LotOrigin = (typeof LOT_ORIGINS)[number];
export const LOT_STATES = ['NOT_GOOD_YET', 'GOOD', 'LITTLE_LIFE', 'EXPIRED', 'EMPTY'] as const;
export type LotState = (typeof LOT_STATES)[number];
export const STAGES = ['GROWN', 'SORTED', 'PROCESSED', 'PACKED', 'STORED', 'INSPECTED'] as const;
export type Stage = (typeof STAGES)[number];
export const TRACE_STAGES = [...STAGES, 'HARVESTED', 'RECEIVED', 'SHIPPED'] as const;
export const PRECISIONS = ['EXACT', 'BANDS', 'SEASON'] as const;
export type Precision = (typeof PRECISIONS)[number];
export const SUPPLY_VISIBILITIES = ['BUYERS', 'PARTIES'] as const;
export type SupplyVisibility = (typeof SUPPLY_VISIBILITIES)[number];

interface ProductRefView {
  readonly id: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly baseUnit: string;
}

export interface BandView {
  readonly from: string;
  readonly below: string | null;
}

export interface SupplyWeekView {
  readonly week: string;
  readonly isoWeek: string;
  readonly inSeason: boolean;
  readonly firm: string | null;
  readonly plan: string | null;
  readonly uncommitted: string | null;
  readonly committed: string | null;
  readonly firmBand: BandView | null;
  readonly uncommittedBand: BandView | null;
  readonly expected: string | null;
  readonly confidence: Confidence | null;
}

export interface ProductSupplyView {
  readonly product: ProductRefView;
  readonly precision: Precision;
  readonly known: boolean;
  readonly windows: { from: string; to: string; weeklyQty: string | null }[];
  readonly weeks: SupplyWeekView[];
  readonly stockKept: boolean | null;
  readonly supplyVisibility: SupplyVisibility | null;
  readonly onHand: string | null;
  readonly reserved: string | null;
  readonly shortfall: string | null;
  readonly shelfLifeDays: number | null;
  readonly accuracy: { wapeBp: number | null; weeks: number; weeksWithout: number } | null;
}

export interface StockEntryView {
  readonly id: string;
  readonly kind: StockKind;
  readonly onHand: string;
  readonly reserved: string;
  readonly at: Date;
  readonly byName: string | null;
  readonly reason: LossReason | null;
  readonly note: string | null;
  readonly orderId: string | null;
  readonly shipmentId: string | null;
  readonly reversesId: string | null;
  readonly isReversed: boolean;
  readonly canUndo: boolean;
}

export interface StockLotView {
  readonly id: string;
  readonly code: string;
  readonly tracePath: string;
  readonly qrUrl: string;
  readonly product: ProductRefView;
  readonly gradeName: string | null;
  readonly locationName: string | null;
  readonly origin: LotOrigin;
  readonly harvestedOn: string;
  readonly goodFrom: string | null;
  readonly expiresOn: string | null;
  readonly daysLeft: number | null;
  readonly state: LotState;
  readonly initialQty: string;
  /** What came in after corrections by file, base unit. */
  readonly booked: string;
  readonly onHand: string;
  readonly reserved: string;
  readonly free: string;
  readonly note: string | null;
  readonly isDemo: boolean;
  readonly entries: StockEntryView[];
  readonly stages: { id: string; stage: Stage; place: string; on: string }[];
  readonly availableActions: AvailableActionView[];
}

export interface TraceStageView {
  readonly stage: (typeof TRACE_STAGES)[number];
  readonly place: string;
  readonly placeCode: string | null;
  readonly on: string;
}

export interface LotTraceView {
  readonly traceCode: string;
  readonly lotCode: string;
  readonly product: ProductRefView;
  readonly photoUrl: string | null;
  readonly gtin: string | null;
  readonly gradeName: string | null;
  readonly cooperativeName: string;
  readonly cooperativeSlug: string;
  readonly cooperativeAddress: string | null;
  readonly origin: string | null;
  readonly harvestedOn: string;
  readonly expiresOn: string | null;
  readonly shelfLifeDays: number | null;
  readonly storage: string;
  readonly standards: string[];
  readonly stages: TraceStageView[];
  readonly isDemo: boolean;
}
