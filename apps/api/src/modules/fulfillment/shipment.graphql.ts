import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  type GradeMeasure as MeasureName,
  type LossReason as LossReasonName,
  RECEIPT_SOURCES,
  RECEIPT_STATES,
} from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { GradeMeasure, GradeSpec, LossReason } from '../catalog/index.js';
import { OrganizationRef } from '../registry/index.js';
import { ProofPhoto } from './proof/proof-photo.graphql.js';
import { ShipmentTrip } from './trip/trip.graphql.js';
import { SHIPMENT_STATUSES } from './shipment.view.js';

export const ShipmentStatus = enumOf(SHIPMENT_STATUSES);
registerEnumType(ShipmentStatus, { name: 'ShipmentStatus' });
export const ReceiptSource = enumOf(RECEIPT_SOURCES);
registerEnumType(ReceiptSource, { name: 'ReceiptSource', description: 'AUTO: made by silence after the hand-over, in full.' });
export const ReceiptStatus = enumOf(RECEIPT_STATES);
registerEnumType(ReceiptStatus, { name: 'ReceiptStatus' });
export const DisputeStatus = enumOf(['OPEN', 'ANSWERED', 'WITHDRAWN', 'VOIDED'] as const);
registerEnumType(DisputeStatus, { name: 'DisputeStatus' });
export const BackGoodsSource = enumOf(['REJECTED', 'RETURNED'] as const);
registerEnumType(BackGoodsSource, { name: 'BackGoodsSource' });

@ObjectType({ description: 'Under which goods with too little life left and are to be taken.' })
@Authority('PARTIES')
export class LifeWaiverMark {
  @Field(() => ID) id: string;
  @Field(() => String) reason: string;
  @Field(() => LocalDate) validUntil: string;
  @Field(() => String) decidedByName: string;
}

@ObjectType()
@Authority('PARTIES')
export class ShipmentLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => ID) orderLineId: string;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => String) packName: string;
  @Field(() => QuantityScalar) packSize: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => String, { nullable: true }) lotCode: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of the lot, as it stood when it left.' })
  expiresOn: string | null;
  @Field(() => Int, { nullable: true, description: 'Days of life that were asked for on arrival; null: not known.' })
  minLifeDays: number | null;
  @Field(() => LifeWaiverMark, { nullable: true }) lifeWaiver: LifeWaiverMark | null;
  @Field(() => String, { nullable: true }) gradeName: string | null;
  @Field(() => [GradeSpec], { description: 'What the grade promised on the day of the order; samples are judged by it.' })
  gradeSpec: GradeSpec[];
  @Field(() => Int, { description: 'Share of samples that may break the grade while it holds, in basis points.' })
  outOfGradeBp: number;
  @Field(() => Int, { description: 'How far a count may be from what was sent, in basis points; 0 for counted goods.' })
  toleranceBp: number;
  @Field(() => Boolean, { description: 'Ordered by the pack, billed by the scale.' }) catchWeight: boolean;
  @Field(() => QuantityScalar, { description: 'Of one empty pack.' }) tareWeight: string;
}

@ObjectType()
@Authority('PARTIES')
export class MeasureResult {
  @Field(() => GradeSpec) spec: GradeSpec;
  @Field(() => Int) measured: number;
  @Field(() => Int) failed: number;
}

@ObjectType({ description: 'What measured samples say of a line; the count is the person’s.' })
@Authority('PARTIES')
export class ReceiptInspection {
  @Field(() => Int) samples: number;
  @Field(() => Int) outOfGrade: number;
  @Field(() => Int) outOfGradeBp: number;
  @Field(() => Int) allowedBp: number;
  @Field(() => Boolean) keepsGrade: boolean;
  @Field(() => [MeasureResult]) measures: MeasureResult[];
  @Field(() => QuantityScalar) proposedRejected: string;
  @Field(() => Boolean, { description: 'The person turned away what was proposed.' }) followed: boolean;
}

@ObjectType()
@Authority('PARTIES')
export class GoodsReceiptLine {
  @Field(() => ID) id: string;
  @Field(() => ID) shipmentLineId: string;
  @Field(() => ID) orderLineId: string;
  @Field(() => QuantityScalar, { description: 'accepted + rejected' }) deliveredQty: string;
  @Field(() => QuantityScalar) acceptedQty: string;
  @Field(() => QuantityScalar) rejectedQty: string;
  @Field(() => QuantityScalar) missingQty: string;
  @Field(() => String, { nullable: true, description: 'A code of defectReasons.' }) rejectReason: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ReceiptInspection, { nullable: true }) inspection: ReceiptInspection | null;
  @Field(() => [ProofPhoto]) photos: ProofPhoto[];
  @Field(() => Instant) claimUntil: Date;
  @Field(() => QuantityScalar, { description: 'Accepted and not held by a claim.' }) claimableQty: string;
}

@ObjectType()
@Authority('PARTIES')
export class ReceiptDispute {
  @Field(() => DisputeStatus) status: keyof typeof DisputeStatus;
  @Field(() => String) reason: string;
  @Field(() => Instant) openedAt: Date;
  @Field(() => String, { nullable: true }) openedByName: string | null;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => Instant, { nullable: true }) answeredAt: Date | null;
}

@ObjectType()
@Authority('PARTIES')
export class VoidedReceipt {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => ReceiptSource) source: keyof typeof ReceiptSource;
  @Field(() => Instant) receivedAt: Date;
  @Field(() => Instant) voidedAt: Date;
  @Field(() => String, { nullable: true }) voidedByName: string | null;
  @Field(() => String) voidReason: string;
}

@ObjectType()
@Authority('PARTIES')
export class DeliveryProof {
  @Field(() => String) receiverName: string;
  @Field(() => String) signatureUrl: string;
  @Field(() => [ProofPhoto]) photos: ProofPhoto[];
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant, { nullable: true, description: 'By the phone, where it was sent later.' }) signedAt: Date | null;
  @Field(() => Instant) recordedAt: Date;
  @Field(() => String, { nullable: true }) recordedByName: string | null;
}

@ObjectType({ description: 'Goods that were turned away or sent back: the seller decides what becomes of them.' })
@Authority('PARTIES')
export class BackGoods {
  @Field(() => ID) sourceId: string;
  @Field(() => BackGoodsSource) sourceType: keyof typeof BackGoodsSource;
  @Field(() => String) description: string;
  @Field(() => String, { nullable: true }) lotCode: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => QuantityScalar, { description: 'Not decided yet.' }) openQty: string;
}

@ObjectType()
@Authority('PARTIES')
export class GoodsReceipt {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => Instant) receivedAt: Date;
  @Field(() => String, { nullable: true, description: 'Nobody, when silence made it.' }) receivedByName: string | null;
  @Field(() => ReceiptSource) source: keyof typeof ReceiptSource;
  @Field(() => ReceiptStatus) state: keyof typeof ReceiptStatus;
  @Field(() => Instant) disputeUntil: Date;
  @Field(() => Instant, { nullable: true, description: 'By the phone, where it was sent later.' }) countedAt: Date | null;
  @Field(() => ReceiptDispute, { nullable: true }) dispute: ReceiptDispute | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [GoodsReceiptLine]) lines: GoodsReceiptLine[];
}

@ObjectType()
@Authority('PARTIES')
export class Shipment {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => ShipmentStatus) status: keyof typeof ShipmentStatus;
  @Field(() => ID) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => Instant) dispatchedAt: Date;
  @Field(() => LocalDate) expectedOn: string;
  @Field(() => String, { nullable: true }) vehicle: string | null;
  @Field(() => String, { nullable: true }) driverName: string | null;
  @Field(() => String, { nullable: true }) driverPhone: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [ShipmentLine]) lines: ShipmentLine[];
  @Field(() => GoodsReceipt, { nullable: true }) receipt: GoodsReceipt | null;
  @Field(() => [VoidedReceipt]) voidedReceipts: VoidedReceipt[];
  @Field(() => Instant, { nullable: true }) arrivedAt: Date | null;
  @Field(() => Instant, { nullable: true, description: 'When silence counts as received in full.' }) autoReceiptAt: Date | null;
  @Field(() => DeliveryProof, { nullable: true }) proof: DeliveryProof | null;
  @Field(() => [BackGoods]) backGoods: BackGoods[];
  @Field(() => ShipmentTrip, { nullable: true, description: 'The shared truck it rides on.' }) trip: ShipmentTrip | null;
  @Field(() => String, { description: 'PDF, one A6 label for each pack.' }) labelsUrl: string;
  @Field(() => String, { description: 'PDF' }) deliveryNoteUrl: string;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const ShipmentResult = resultUnion('ShipmentResult', () => [Shipment, Refused, VersionConflict, RowsRefused] as const);

@InputType()
export class ShipmentLotInput {
  @Field(() => String) lotCode: string;
  @Field(() => QuantityScalar) qty: string;
}

@InputType()
export class ShipmentLineInput {
  @Field(() => ID) orderLineId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => String, { nullable: true, description: 'For goods that are not kept by lots here.' }) lotCode?: string | null;
  @Field(() => [ShipmentLotInput], {
    nullable: true,
    description: 'For goods kept by lots; when empty, what expires first leaves.',
  })
  lots?: ShipmentLotInput[] | null;
}

@InputType()
export class ShipmentDispatchInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) orderId: string;
  @Field(() => Int) orderVersion: number;
  @Field(() => LocalDate) expectedOn: string;
  @Field(() => String, { nullable: true }) vehicle?: string | null;
  @Field(() => String, { nullable: true }) driverName?: string | null;
  @Field(() => String, { nullable: true }) driverPhone?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'A shared truck with room held for these goods; gives vehicle and driver.' })
  tripId?: string | null;
  @Field(() => [ShipmentLineInput]) lines: ShipmentLineInput[];
}

@InputType()
export class SampleValueInput {
  @Field(() => GradeMeasure) measure: MeasureName;
  @Field(() => QuantityScalar, { description: 'In the unit of the promise.' }) value: string;
}

@InputType()
export class SampleInput {
  @Field(() => [SampleValueInput]) values: SampleValueInput[];
}

@InputType()
export class ReceiptLineInput {
  @Field(() => ID) shipmentLineId: string;
  @Field(() => QuantityScalar) accepted: string;
  @Field(() => QuantityScalar) rejected: string;
  @Field(() => QuantityScalar) missing: string;
  @Field(() => String, { nullable: true, description: 'A code of defectReasons.' }) rejectReason?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Uploaded files that show what was rejected.' }) photoIds?: string[] | null;
  @Field(() => [SampleInput], { nullable: true, description: 'What was measured of single fruits or packs.' })
  samples?: SampleInput[] | null;
}

@InputType()
export class ReceiptActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) receiptId: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class BackGoodsInput {
  @Field(() => ID) sourceId: string;
  @Field(() => QuantityScalar) restock: string;
  @Field(() => QuantityScalar) writeOff: string;
  @Field(() => LossReason, { nullable: true }) lossReason?: LossReasonName | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class GoodsSettleInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) receiptId: string;
  @Field(() => [BackGoodsInput]) goods: BackGoodsInput[];
}

@InputType()
export class DeliveryProofInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) shipmentId: string;
  @Field(() => String) receiverName: string;
  @Field(() => ID, { description: 'An uploaded picture of the signature.' }) signatureId: string;
  @Field(() => [ID]) photoIds: string[];
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Instant, { nullable: true, description: 'By the phone, when it was off line.' }) signedAt?: Date | null;
}

@InputType()
export class ReceiptPostInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) shipmentId: string;
  @Field(() => Int) shipmentVersion: number;
  @Field(() => Instant, { nullable: true, description: 'By the phone, when it was off line.' }) countedAt?: Date | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ReceiptLineInput]) lines: ReceiptLineInput[];
}
