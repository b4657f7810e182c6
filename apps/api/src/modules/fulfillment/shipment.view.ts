import type { RejectReason, ShipmentState } from '@lienket/domain';
import type { OfferedAction } from '../ordering/index.js';
import type { OrganizationRef } from '../registry/index.js';

export const SHIPMENT_STATUSES = ['DISPATCHED', 'RECEIVED', 'RETURNED'] as const satisfies ShipmentState[];
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
}

export interface GoodsReceiptLineView {
  readonly id: string;
  readonly shipmentLineId: string;
  readonly orderLineId: string;
  readonly acceptedQty: string;
  readonly rejectedQty: string;
  readonly missingQty: string;
  readonly rejectReason: RejectReason | null;
  readonly note: string | null;
}

export interface GoodsReceiptView {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly receivedByName: string | null;
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
  readonly lines: ShipmentLineCommand[];
}

export interface ReceiptLineCommand {
  readonly shipmentLineId: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly missing: string;
  readonly rejectReason?: RejectReason | null;
  readonly note?: string | null;
}

export interface ReceiptPostCommand {
  readonly clientKey: string;
  readonly shipmentId: string;
  readonly shipmentVersion: number;
  readonly note?: string | null;
  readonly lines: ReceiptLineCommand[];
}
