import type { AcknowledgementKind, OrderState, PackLevel, TermBase } from '@lienket/domain';
import type { ContractRef, MouRef } from '../agreements/index.js';
import type { GradeSpec as GradeSpecView, ProductRef } from '../catalog/index.js';
import type { OrganizationRef } from '../registry/index.js';
import type { OfferedAction } from './order-actions.js';

export const ORDER_STATUSES = [
  'PLACED',
  'COUNTERED',
  'CONFIRMED',
  'REFUSED',
  'CANCELLED',
  'IN_DELIVERY',
  'RECEIVED_PART',
  'RECEIVED',
  'CLOSED',
] as const satisfies OrderState[];
export type OrderStatusName = (typeof ORDER_STATUSES)[number];
export const LINE_ANSWERS = ['NONE', 'ALL', 'LESS', 'OTHER_DATE', 'REFUSED'] as const;
export type LineAnswerName = (typeof LINE_ANSWERS)[number];
export const SIDES = ['SELLER', 'BUYER'] as const;
export type SideName = (typeof SIDES)[number];
export const ACKNOWLEDGEMENT_KINDS = ['ALL', 'LESS', 'OTHER_DATE', 'REFUSE'] as const satisfies AcknowledgementKind[];
export type AcknowledgementKindName = (typeof ACKNOWLEDGEMENT_KINDS)[number];

export interface OrderSummaryView {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatusName;
  readonly buyer: OrganizationRef;
  readonly seller: OrganizationRef;
  readonly contractNumber: string | null;
  readonly buyerPoNo: string | null;
  readonly requestedOn: string;
  readonly deliveryPlace: string;
  readonly lineCount: number;
  readonly orderedTotal: bigint | null;
  readonly acceptedTotal: bigint | null;
  readonly placedAt: Date;
  readonly ackDueAt: Date;
  readonly ackOverdue: boolean;
  readonly isDemo: boolean;
}

export interface OrderLineView {
  readonly id: string;
  readonly lineNo: number;
  readonly product: ProductRef;
  readonly contractLineId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly gradeId: string | null;
  readonly gradeCode: string | null;
  readonly gradeName: string | null;
  readonly gradeSpec: GradeSpecView[];
  readonly packId: string | null;
  readonly packName: string;
  readonly packLevel: PackLevel;
  readonly packGtin: string | null;
  readonly packSize: string;
  readonly packs: string;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
  readonly tareWeight: string | null;
  readonly locationId: string;
  readonly placeCode: string | null;
  readonly placeName: string;
  readonly requestedOn: string;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly costCenter: string | null;
  readonly orderedQty: string;
  readonly unitPrice: bigint | null;
  readonly amount: bigint | null;
  readonly vatCode: string;
  readonly answer: LineAnswerName;
  readonly answerReason: string | null;
  readonly confirmedQty: string;
  readonly promisedOn: string | null;
  readonly arrivedOn: string | null;
  readonly dispatchedQty: string;
  readonly acceptedQty: string;
  readonly rejectedQty: string;
  readonly missingQty: string;
}

export interface OrderView {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatusName;
  readonly buyer: OrganizationRef;
  readonly seller: OrganizationRef;
  readonly contract: ContractRef | null;
  readonly mou: MouRef | null;
  /** For the buyer only: the seller's read of the group finds nothing. */
  readonly group: { readonly id: string; readonly number: string } | null;
  readonly buyerPoNo: string | null;
  readonly requestedOn: string;
  readonly deliveryPlace: string;
  readonly note: string | null;
  readonly paymentTermDays: number;
  readonly paymentBase: TermBase | null;
  readonly orderedTotal: bigint | null;
  readonly confirmedTotal: bigint | null;
  readonly acceptedTotal: bigint | null;
  readonly placedAt: Date;
  readonly placedByName: string | null;
  readonly ackDueAt: Date;
  readonly ackOverdue: boolean;
  readonly cutoffAt: Date | null;
  readonly revision: number;
  readonly acknowledgedAt: Date | null;
  readonly closeReason: string | null;
  /** Read with the page; after a mutation only when the client asks for them. */
  readonly lines: OrderLineView[] | null;
  readonly isDemo: boolean;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface OrderQuestion {
  readonly side?: SideName | null;
  readonly status?: OrderStatusName[] | null;
  readonly search?: string | null;
  readonly contractId?: string | null;
}

export interface OrderLineCommand {
  readonly productId: string;
  readonly contractLineId?: string | null;
  readonly gradeId?: string | null;
  readonly packId?: string | null;
  readonly qty: string;
  readonly deliveryLocationId?: string | null;
  readonly requestedOn?: string | null;
  readonly windowFrom?: string | null;
  readonly windowTo?: string | null;
  readonly costCenter?: string | null;
}

export interface OrderPlaceCommand {
  readonly clientKey: string;
  readonly sellerOrgId: string;
  readonly contractId?: string | null;
  /** The memorandum a spot order counts for from the start. */
  readonly linkMouId?: string | null;
  readonly buyerPoNo?: string | null;
  readonly requestedOn: string;
  readonly deliveryLocationId: string;
  readonly note?: string | null;
  readonly lines: OrderLineCommand[];
}

export interface LineAcknowledgementCommand {
  readonly lineId: string;
  readonly kind: AcknowledgementKindName;
  readonly qty?: string | null;
  readonly promisedOn?: string | null;
  readonly reason?: string | null;
}

export interface OrderAcknowledgeCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly lines: LineAcknowledgementCommand[];
}

export interface OrderActionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}
