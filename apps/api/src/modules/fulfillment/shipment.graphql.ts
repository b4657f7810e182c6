import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REJECT_REASONS, type RejectReason as RejectReasonName } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../registry/index.js';
import { SHIPMENT_STATUSES } from './shipment.view.js';

export const ShipmentStatus = enumOf(SHIPMENT_STATUSES);
registerEnumType(ShipmentStatus, { name: 'ShipmentStatus' });
export const RejectReason = enumOf(REJECT_REASONS);
registerEnumType(RejectReason, { name: 'RejectReason' });

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
}

@ObjectType()
@Authority('PARTIES')
export class GoodsReceiptLine {
  @Field(() => ID) id: string;
  @Field(() => ID) shipmentLineId: string;
  @Field(() => ID) orderLineId: string;
  @Field(() => QuantityScalar) acceptedQty: string;
  @Field(() => QuantityScalar) rejectedQty: string;
  @Field(() => QuantityScalar) missingQty: string;
  @Field(() => RejectReason, { nullable: true }) rejectReason: RejectReasonName | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType()
@Authority('PARTIES')
export class GoodsReceipt {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => Instant) receivedAt: Date;
  @Field(() => String, { nullable: true }) receivedByName: string | null;
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
  @Field(() => [ShipmentLineInput]) lines: ShipmentLineInput[];
}

@InputType()
export class ReceiptLineInput {
  @Field(() => ID) shipmentLineId: string;
  @Field(() => QuantityScalar) accepted: string;
  @Field(() => QuantityScalar) rejected: string;
  @Field(() => QuantityScalar) missing: string;
  @Field(() => RejectReason, { nullable: true }) rejectReason?: RejectReasonName | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ReceiptPostInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) shipmentId: string;
  @Field(() => Int) shipmentVersion: number;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ReceiptLineInput]) lines: ReceiptLineInput[];
}
