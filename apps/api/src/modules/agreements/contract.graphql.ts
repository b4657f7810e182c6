import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate, QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { ProductRef, VatClass } from '../catalog/index.js';
import { OrganizationRef } from '../registry/index.js';
import { AwardProductInput } from '../sourcing/index.js';
import { LineNumbers, Signature } from './agreement.graphql.js';

export const ContractStatus = enumOf(['DRAFT', 'NEGOTIATING', 'SIGNED', 'ACTIVE', 'SUSPENDED', 'TERMINATED', 'COMPLETED']);
registerEnumType(ContractStatus, { name: 'ContractStatus' });
export const PaymentBase = enumOf(['RECEIPT', 'INVOICE', 'MONTH_END']);
registerEnumType(PaymentBase, { name: 'PaymentBase', description: 'From when the payment term counts.' });
export const PriceClause = enumOf(['FIXED', 'LIST', 'INDEXED', 'AT_CALL_OFF']);
registerEnumType(PriceClause, { name: 'PriceClause' });

@ObjectType()
@Authority('PARTIES')
export class MouRef {
  @Field(() => ID) id: string;
  @Field(() => String) registerNo: string;
  @Field(() => String) title: string;
}

@ObjectType()
@Authority('PARTIES')
export class ContractRef {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
}

@ObjectType()
@Authority('PARTIES')
export class PartySignature {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => Signature, { nullable: true }) signature: Signature | null;
}

@ObjectType({ description: 'Where the buyer takes the goods, as it was when the contract was proposed.' })
@Authority('PARTIES')
export class ContractPlace {
  @Field(() => ID) locationId: string;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
}

@ObjectType()
@Authority('PARTIES')
export class SchedulePeriod {
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @Field(() => QuantityScalar) qty: string;
}

@ObjectType()
@Authority('PARTIES')
export class ContractLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => ID, { nullable: true }) mouLineId: string | null;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => String) packName: string;
  @Field(() => QuantityScalar) packSize: string;
  @Field(() => QuantityScalar) minQty: string;
  @Field(() => QuantityScalar) targetQty: string;
  @Field(() => QuantityScalar) maxQty: string;
  @Field(() => VND, { nullable: true, description: 'Only for the parties.' }) unitPrice: bigint | null;
  @Field(() => VatClass) vatClass: keyof typeof VatClass;
  @Field(() => LineNumbers) numbers: LineNumbers;
  @Field(() => QuantityScalar, { description: 'What may still be called off, tolerance included.' }) remaining: string;
  @Field(() => [SchedulePeriod]) schedule: SchedulePeriod[];
}

@ObjectType()
@Authority('PARTIES')
export class Contract {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => ContractStatus) status: keyof typeof ContractStatus;
  @Field(() => MouRef, { nullable: true }) mou: MouRef | null;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => PriceClause) priceClause: keyof typeof PriceClause;
  @Field(() => String, { nullable: true }) priceClauseNote: string | null;
  @Field(() => Int) toleranceBp: number;
  @Field(() => Int) paymentTermDays: number;
  @Field(() => PaymentBase) paymentBase: keyof typeof PaymentBase;
  @Field(() => String, { nullable: true }) returnPolicy: string | null;
  @Field(() => Int, { nullable: true, description: 'Percent of the shelf life left on arrival.' }) minRemainingLifePct:
    number | null;
  @Field(() => Int, { description: 'Days of notice before one side ends it alone.' }) noticeDays: number;
  @Field(() => [ContractPlace]) places: ContractPlace[];
  @Field(() => [ContractLine]) lines: ContractLine[];
  @Field(() => [PartySignature]) signatures: PartySignature[];
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const ContractConnection = connectionOf('Contract', Contract, 'SIGNED_IN');

@InputType()
export class SchedulePeriodInput {
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @Field(() => QuantityScalar) qty: string;
}

@InputType()
export class ContractLineInput {
  @Field(() => ID, { nullable: true }) mouLineId?: string | null;
  @Field(() => ID) productId: string;
  @Field(() => ID) packId: string;
  @Field(() => QuantityScalar) minQty: string;
  @Field(() => QuantityScalar) targetQty: string;
  @Field(() => QuantityScalar) maxQty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => [SchedulePeriodInput]) schedule: SchedulePeriodInput[];
}

@InputType()
export class ContractProposeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true }) mouId?: string | null;
  @Field(() => ID) sellerOrgId: string;
  @Field(() => ID) buyerOrgId: string;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => PriceClause) priceClause: keyof typeof PriceClause;
  @Field(() => String, { nullable: true }) priceClauseNote?: string | null;
  @Field(() => Int) toleranceBp: number;
  @Field(() => Int) paymentTermDays: number;
  @Field(() => PaymentBase, { nullable: true }) paymentBase?: keyof typeof PaymentBase | null;
  @Field(() => String, { nullable: true }) returnPolicy?: string | null;
  @Field(() => Int, { nullable: true }) minRemainingLifePct?: number | null;
  @Field(() => Int, { nullable: true }) noticeDays?: number | null;
  @Field(() => [ID], { nullable: true, description: 'Places of the buyer.' }) placeIds?: string[] | null;
  @Field(() => [ContractLineInput]) lines: ContractLineInput[];
}

@InputType()
export class ContractActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

export const ContractResult = resultUnion('ContractResult', () => [Contract, Refused, VersionConflict, RowsRefused] as const);

@ObjectType({ description: 'What a contract says where the sides agree nothing else: dated parameters, as they stand today.' })
@Authority('SIGNED_IN')
export class ContractUsual {
  @Field(() => Int) toleranceBp: number;
  @Field(() => Int) paymentTermDays: number;
  @Field(() => Int, { description: 'Notice of ending it.' }) noticeDays: number;
  @Field(() => Int, { description: 'How long a contract from a quote without a period runs.' }) days: number;
}

@InputType({ description: 'Agreed lines of one seller, as they stand; both sides still sign.' })
export class ContractFromAwardInput {
  @Field(() => String) clientKey: string;
  @Field(() => [ID]) awardLineIds: string[];
  @Field(() => [AwardProductInput], { description: 'For lines agreed in words only.' }) products: AwardProductInput[];
  @Field(() => LocalDate) validFrom: string;
  @Field(() => LocalDate) validTo: string;
  @Field(() => Int, { nullable: true, description: 'Not given: what is usual.' }) toleranceBp?: number | null;
  @Field(() => Int, { nullable: true, description: 'Not given: what is usual.' }) paymentTermDays?: number | null;
}
