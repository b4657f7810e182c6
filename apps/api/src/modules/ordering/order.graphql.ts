import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { ContractRef, MouRef, PaymentBase } from '../agreements/index.js';
import { GradeSpec, PackLevel, ProductRef } from '../catalog/index.js';
import { OrganizationRef } from '../registry/index.js';
import { AwardProductInput } from '../sourcing/index.js';
import { ACKNOWLEDGEMENT_KINDS, LINE_ANSWERS, ORDER_STATUSES, type OrderStatusName, SIDES } from './order.view.js';

export const OrderStatus = enumOf(ORDER_STATUSES);
registerEnumType(OrderStatus, { name: 'OrderStatus' });
export const LineAnswer = enumOf(LINE_ANSWERS);
registerEnumType(LineAnswer, { name: 'LineAnswer' });
export const Side = enumOf(SIDES);
registerEnumType(Side, { name: 'Side' });
export const AcknowledgementKind = enumOf(ACKNOWLEDGEMENT_KINDS);
registerEnumType(AcknowledgementKind, { name: 'AcknowledgementKind' });

@ObjectType()
@Authority('PARTIES')
export class OrderSummary {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => OrderStatus) status: OrderStatusName;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => String, { nullable: true }) contractNumber: string | null;
  @Field(() => String, { nullable: true }) buyerPoNo: string | null;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => String) deliveryPlace: string;
  @Field(() => Int) lineCount: number;
  @Field(() => VND, { nullable: true, description: 'Only for the parties.' }) orderedTotal: bigint | null;
  @Field(() => VND, { nullable: true }) acceptedTotal: bigint | null;
  @Field(() => Instant) placedAt: Date;
  @Field(() => Instant) ackDueAt: Date;
  @Field(() => Boolean) ackOverdue: boolean;
  @Field(() => Boolean) isDemo: boolean;
}

export const OrderConnection = connectionOf('Order', OrderSummary, 'SIGNED_IN');

@ObjectType()
@Authority('PARTIES')
export class OrderLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => ID, { nullable: true }) contractLineId: string | null;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => ID, { nullable: true }) gradeId: string | null;
  @Field(() => String, { nullable: true }) gradeCode: string | null;
  @Field(() => String, { nullable: true }) gradeName: string | null;
  @Field(() => [GradeSpec], { description: 'What the grade promised when the order was placed; receipts judge the goods by it.' })
  gradeSpec: GradeSpec[];
  @Field(() => ID, { nullable: true }) packId: string | null;
  @Field(() => String) packName: string;
  @Field(() => PackLevel) packLevel: keyof typeof PackLevel;
  @Field(() => String, { nullable: true, description: 'For labels and the scanner at the ramp.' }) packGtin: string | null;
  @Field(() => QuantityScalar, {
    description: 'Of one pack in the base unit. With catchWeight the nominal weight: shipments count packs by it and weigh them.',
  })
  packSize: string;
  @Field(() => QuantityScalar, { description: 'orderedQty ÷ packSize.' }) packs: string;
  @Field(() => Boolean, {
    description:
      'Ordered by the pack, billed by the scale. Shipments then report actual kilograms per pack as qty, receipts accept actual kilograms, and the invoice is acceptedQty × unitPrice.',
  })
  catchWeight: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'With catchWeight: how far the actual weight may be from the nominal one, either way; 200 = 2 %.',
  })
  weightToleranceBp: number | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Kilograms of one empty pack: gross weight less this is the net.' })
  tareWeight: string | null;
  @Field(() => ID, { description: 'Store or distribution center of this line; shipments go to one place each.' })
  locationId: string;
  @Field(() => String, { nullable: true, description: "The buyer's own code of the place." }) placeCode: string | null;
  @Field(() => String) placeName: string;
  @Field(() => LocalDate, {
    description: 'Day the buyer asked for. promisedOn is what the seller said, arrivedOn what happened.',
  })
  requestedOn: string;
  @Field(() => String, { nullable: true, description: 'Hours in which the place receives, as 06:00.' }) windowFrom: string | null;
  @Field(() => String, { nullable: true }) windowTo: string | null;
  @Field(() => String, { nullable: true }) costCenter: string | null;
  @Field(() => QuantityScalar) orderedQty: string;
  @Field(() => VND, { nullable: true }) unitPrice: bigint | null;
  @Field(() => VND, { nullable: true }) amount: bigint | null;
  @Field(() => String) vatCode: string;
  @Field(() => LineAnswer) answer: keyof typeof LineAnswer;
  @Field(() => String, { nullable: true }) answerReason: string | null;
  @Field(() => QuantityScalar) confirmedQty: string;
  @Field(() => LocalDate, { nullable: true }) promisedOn: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Day of the last receipt.' }) arrivedOn: string | null;
  @Field(() => QuantityScalar) dispatchedQty: string;
  @Field(() => QuantityScalar) acceptedQty: string;
  @Field(() => QuantityScalar) rejectedQty: string;
  @Field(() => QuantityScalar) missingQty: string;
}

@ObjectType()
@Authority('PARTIES')
export class OrderGroupRef {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
}

@ObjectType()
@Authority('PARTIES')
export class Order {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => OrderStatus) status: OrderStatusName;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => ContractRef, { nullable: true }) contract: ContractRef | null;
  @Field(() => MouRef, { nullable: true }) mou: MouRef | null;
  @Field(() => OrderGroupRef, {
    nullable: true,
    description: 'Of orders placed with several sellers at once; for the buyer only.',
  })
  group: OrderGroupRef | null;
  @Field(() => String, { nullable: true }) buyerPoNo: string | null;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => String) deliveryPlace: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Int) paymentTermDays: number;
  @Field(() => PaymentBase, {
    nullable: true,
    description: 'By the contract it was placed on; null: what the two agreed for all their trade.',
  })
  paymentBase: keyof typeof PaymentBase | null;
  @Field(() => VND, { nullable: true }) orderedTotal: bigint | null;
  @Field(() => VND, { nullable: true }) confirmedTotal: bigint | null;
  @Field(() => VND, { nullable: true }) acceptedTotal: bigint | null;
  @Field(() => Instant) placedAt: Date;
  @Field(() => String, { nullable: true }) placedByName: string | null;
  @Field(() => Instant) ackDueAt: Date;
  @Field(() => Boolean) ackOverdue: boolean;
  @Field(() => Instant, {
    nullable: true,
    description: 'Until then the buyer cancels alone, after it with the consent of the seller.',
  })
  cutoffAt: Date | null;
  @Field(() => Int, { description: '1 as confirmed; each agreed change adds one.' }) revision: number;
  @Field(() => Instant, { nullable: true }) acknowledgedAt: Date | null;
  @Field(() => String, { nullable: true }) closeReason: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const OrderResult = resultUnion('OrderResult', () => [Order, Refused, VersionConflict, RowsRefused] as const);

@InputType()
export class OrderFilter {
  @Field(() => Side, { nullable: true }) side?: keyof typeof Side | null;
  @Field(() => [OrderStatus], { nullable: true }) status?: OrderStatusName[] | null;
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => ID, { nullable: true }) contractId?: string | null;
}

@InputType()
export class OrderLineInput {
  @Field(() => ID) productId: string;
  @Field(() => ID, { nullable: true }) contractLineId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Without one the first grade of the pack.' }) gradeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Without one the pack that prices are quoted in, or the contract names.' })
  packId?: string | null;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => ID, { nullable: true, description: "Without one the order's." }) deliveryLocationId?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Without one the order's." }) requestedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'As 06:00; both hours or none.' }) windowFrom?: string | null;
  @Field(() => String, { nullable: true }) windowTo?: string | null;
  @Field(() => String, { nullable: true }) costCenter?: string | null;
}

@InputType()
export class OrderPlaceInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) sellerOrgId: string;
  @Field(() => ID, { nullable: true }) contractId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A spot order counts for this memorandum from the start, for good; price and terms stay.',
  })
  linkMouId?: string | null;
  @Field(() => String, { nullable: true }) buyerPoNo?: string | null;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => ID) deliveryLocationId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [OrderLineInput]) lines: OrderLineInput[];
}

@InputType()
export class LineAcknowledgementInput {
  @Field(() => ID) lineId: string;
  @Field(() => AcknowledgementKind) kind: keyof typeof AcknowledgementKind;
  @Field(() => QuantityScalar, { nullable: true }) qty?: string | null;
  @Field(() => LocalDate, { nullable: true }) promisedOn?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class OrderAcknowledgeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => [LineAcknowledgementInput]) lines: LineAcknowledgementInput[];
}

@InputType()
export class OrderActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType({ description: 'Agreed lines of one seller, as they stand.' })
export class OrderFromAwardInput {
  @Field(() => String) clientKey: string;
  @Field(() => [ID]) awardLineIds: string[];
  @Field(() => [AwardProductInput], { description: 'For lines agreed in words only.' }) products: AwardProductInput[];
  @Field(() => String, { nullable: true }) buyerPoNo?: string | null;
  @Field(() => LocalDate) requestedOn: string;
  @Field(() => ID) deliveryLocationId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}
