import type {
  GradeMeasure,
  GradeSpec,
  Judgement,
  MeasureResult,
  LossReason,
  ReceiptSource,
  ReceiptState,
  RejectReason,
  ShipmentState,
} from '@lienket/domain';
import type { OfferedAction } from '../ordering/index.js';
import type { OrganizationRef } from '../registry/index.js';
import type { ShipmentTripView } from './trip/trip.queries.js';
import type { PhotoView } from './receipt/photo-book.js';

export const SHIPMENT_STATUSES = ['DISPATCHED', 'ARRIVED', 'RECEIVED', 'RETURNED'] as const satisfies ShipmentState[];
export type ShipmentStatusName = (typeof SHIPMENT_STATUSES)[number];

export interface ShipmentLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly orderLineId: string;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSize: string;
  readonly qty: string;
  readonly lotCode: string | null;
  /** As they stood when the goods left. */
  readonly expiresOn: string | null;
  readonly minLifeDays: number | null;
  readonly lifeWaiver: LifeWaiverMark | null;
  readonly gradeName: string | null;
  /** What the grade promised on the day of the order. */
  readonly gradeSpec: GradeSpec[];
  readonly outOfGradeBp: number;
  /** How far the count may be from what was sent, for goods that are weighed. */
  readonly toleranceBp: number;
  readonly catchWeight: boolean;
  readonly tareWeight: string;
}

export interface ReceiptInspectionView extends Omit<Judgement, 'measures'> {
  readonly measures: MeasureResult[];
  readonly proposedRejected: string;
  readonly followed: boolean;
}

/** Under which goods with too little life left and were taken. */
export interface LifeWaiverMark {
  readonly id: string;
  readonly reason: string;
  readonly validUntil: string;
  readonly decidedByName: string;
}

export interface GoodsReceiptLineView {
  readonly id: string;
  readonly shipmentLineId: string;
  readonly orderLineId: string;
  /** accepted + rejected: what stood at the ramp. */
  readonly deliveredQty: string;
  readonly acceptedQty: string;
  readonly rejectedQty: string;
  readonly missingQty: string;
  readonly rejectReason: RejectReason | null;
  readonly note: string | null;
  readonly inspection: ReceiptInspectionView | null;
  readonly photos: PhotoView[];
  readonly claimUntil: Date;
  /** Accepted and not held by a claim. */
  readonly claimableQty: string;
}

export interface ReceiptDisputeView {
  readonly status: 'OPEN' | 'ANSWERED' | 'WITHDRAWN' | 'VOIDED';
  readonly reason: string;
  readonly openedAt: Date;
  readonly openedByName: string | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export interface VoidedReceiptView {
  readonly id: string;
  readonly number: string;
  readonly source: ReceiptSource;
  readonly receivedAt: Date;
  readonly voidedAt: Date;
  readonly voidedByName: string | null;
  readonly voidReason: string;
}

export interface DeliveryProofView {
  readonly receiverName: string;
  readonly signatureUrl: string;
  readonly photos: PhotoView[];
  readonly note: string | null;
  readonly signedAt: Date | null;
  readonly recordedAt: Date;
  readonly recordedByName: string | null;
}

/** Goods that went back to the seller. */
export interface BackGoodsView {
  readonly sourceId: string;
  readonly sourceType: 'REJECTED' | 'RETURNED';
  readonly description: string;
  readonly lotCode: string | null;
  readonly baseUnit: string;
  readonly qty: string;
  /** Not decided yet. */
  readonly openQty: string;
}

export interface GoodsReceiptView {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly receivedByName: string | null;
  readonly source: ReceiptSource;
  readonly state: ReceiptState;
  readonly disputeUntil: Date;
  readonly countedAt: Date | null;
  readonly dispute: ReceiptDisputeView | null;
  readonly note: string | null;
  readonly lines: GoodsReceiptLineView[];
}

export interface ShipmentView {
  readonly id: string;
  readonly number: string;
  readonly status: ShipmentStatusName;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
  readonly dispatchedAt: Date;
  readonly expectedOn: string;
  readonly vehicle: string | null;
  readonly driverName: string | null;
  readonly driverPhone: string | null;
  readonly note: string | null;
  readonly lines: ShipmentLineView[];
  readonly receipt: GoodsReceiptView | null;
  readonly voidedReceipts: VoidedReceiptView[];
  readonly arrivedAt: Date | null;
  readonly autoReceiptAt: Date | null;
  readonly proof: DeliveryProofView | null;
  readonly backGoods: BackGoodsView[];
  /** The shared truck it rides on. */
  readonly trip: ShipmentTripView | null;
  readonly labelsUrl: string;
  readonly deliveryNoteUrl: string;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface ShipmentLineCommand {
  readonly orderLineId: string;
  readonly qty: string;
  readonly lotCode?: string | null;
  readonly lots?: readonly { readonly lotCode: string; readonly qty: string }[] | null;
}

export interface ShipmentDispatchCommand {
  readonly clientKey: string;
  readonly orderId: string;
  readonly orderVersion: number;
  readonly expectedOn: string;
  readonly vehicle?: string | null;
  readonly driverName?: string | null;
  readonly driverPhone?: string | null;
  readonly note?: string | null;
  /** A shared truck with room held for these goods: gives vehicle and driver. */
  readonly tripId?: string | null;
  readonly lines: ShipmentLineCommand[];
}

export interface ReceiptLineCommand {
  readonly shipmentLineId: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly missing: string;
  readonly rejectReason?: RejectReason | null;
  readonly note?: string | null;
  readonly photoIds?: readonly string[] | null;
  readonly samples?: readonly { readonly values: readonly { readonly measure: GradeMeasure; readonly value: string }[] }[] | null;
}

export interface ReceiptActionCommand {
  readonly clientKey: string;
  readonly receiptId: string;
  readonly reason?: string | null;
}

export interface GoodsSettleCommand {
  readonly clientKey: string;
  readonly receiptId: string;
  readonly goods: readonly {
    readonly sourceId: string;
    readonly restock: string;
    readonly writeOff: string;
    readonly lossReason?: LossReason | null;
    readonly note?: string | null;
  }[];
}

export interface ProofCommand {
  readonly clientKey: string;
  readonly shipmentId: string;
  readonly receiverName: string;
  readonly signatureId: string;
  readonly photoIds: readonly string[];
  readonly note?: string | null;
  readonly signedAt?: Date | null;
}

export interface ReceiptPostCommand {
  readonly clientKey: string;
  readonly shipmentId: string;
  readonly shipmentVersion: number;
  /** When a phone counted it off line. */
  readonly countedAt?: Date | null;
  readonly note?: string | null;
  readonly lines: ReceiptLineCommand[];
}
