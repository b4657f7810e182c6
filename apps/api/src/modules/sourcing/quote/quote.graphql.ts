import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { PriceBasis, ProductRef, VatClass } from '../../catalog/index.js';
import { OrganizationRef } from '../../registry/index.js';
import { QuoteStatus } from '../rfq/rfq.graphql.js';
import type { BasisName, QuoteState } from '../rfq/rfq.view.js';
import * as view from './quote.view.js';

export const PricedPer = enumOf(view.PRICED_PER);
registerEnumType(PricedPer, { name: 'PricedPer', description: 'Whether a price is for one base unit or for one pack.' });
export const QuoteChangeKind = enumOf(view.CHANGE_KINDS);
registerEnumType(QuoteChangeKind, { name: 'QuoteChangeKind' });
export const PoolShareStatus = enumOf(view.SHARE_STATES);
registerEnumType(PoolShareStatus, { name: 'PoolShareStatus' });

@ObjectType()
@Authority('PARTIES')
export class QuoteLineShare {
  @Field(() => OrganizationRef) member: OrganizationRef;
  @Field(() => QuantityScalar) qty: string;
}

@ObjectType()
@Authority('PARTIES')
export class QuoteLine {
  @Field(() => ID) id: string;
  @Field(() => ID) rfqLineId: string;
  @Field(() => Int) lineNo: number;
  @Field(() => ProductRef, { nullable: true }) product: ProductRef | null;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => String) packName: string;
  @Field(() => QuantityScalar) packSize: string;
  @Field(() => VatClass, { nullable: true }) vatClass: string | null;
  @Field(() => Boolean) alternative: boolean;
  @Field(() => VND, { description: 'Per base unit, without VAT.' }) unitPrice: bigint;
  @Field(() => VND, { nullable: true }) freightPerUnit: bigint | null;
  @Field(() => QuantityScalar) offeredQty: string;
  @Field(() => QuantityScalar, { nullable: true }) moqQty: string | null;
  @Field(() => Int) leadDays: number;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [QuoteLineShare], { description: 'Empty unless several cooperatives answer together.' }) shares: QuoteLineShare[];
}

@ObjectType()
@Authority('PARTIES')
export class QuoteChange {
  @Field(() => QuoteChangeKind) kind: view.ChangeKindName;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => String, { nullable: true }) before: string | null;
  @Field(() => String, { nullable: true }) after: string | null;
}

@ObjectType({ description: 'What was offered, never changed.' })
@Authority('PARTIES')
export class QuoteRevision {
  @Field(() => ID) id: string;
  @Field(() => Int) n: number;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => LocalDate) validUntil: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant) sentAt: Date;
  @Field(() => String, { nullable: true }) sentByName: string | null;
  @Field(() => [QuoteLine]) lines: QuoteLine[];
  @Field(() => [QuoteChange], { description: 'Against the revision before.' }) changes: QuoteChange[];
}

@ObjectType()
@Authority('PARTIES')
export class QuoteCounterLine {
  @Field(() => ID) id: string;
  @Field(() => ID) quoteLineId: string;
  @Field(() => VND, { nullable: true }) unitPrice: bigint | null;
  @Field(() => QuantityScalar, { nullable: true }) qty: string | null;
  @Field(() => LocalDate, { nullable: true }) wantedOn: string | null;
  @Field(() => String, { nullable: true }) comment: string | null;
}

@ObjectType()
@Authority('PARTIES')
export class QuoteCounter {
  @Field(() => ID) id: string;
  @Field(() => Int) n: number;
  @Field(() => String, { nullable: true }) comment: string | null;
  @Field(() => Instant) at: Date;
  @Field(() => String, { nullable: true }) byName: string | null;
  @Field(() => [QuoteCounterLine]) lines: QuoteCounterLine[];
}

@ObjectType({ description: 'A part of a line that one cooperative asks another for; the floor price is known to the two alone.' })
@Authority('PARTIES')
export class PoolShare {
  @Field(() => ID) id: string;
  @Field(() => ID) rfqLineId: string;
  @Field(() => OrganizationRef) lead: OrganizationRef;
  @Field(() => OrganizationRef) member: OrganizationRef;
  @Field(() => String) buyerName: string;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => PoolShareStatus) status: view.ShareStateName;
  @Field(() => QuantityScalar) askedQty: string;
  @Field(() => QuantityScalar, { nullable: true }) qty: string | null;
  @Field(() => VND, { nullable: true }) floorPrice: bigint | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant, { nullable: true }) answerBy: Date | null;
  @Field(() => Instant) askedAt: Date;
  @Field(() => Int) version: number;
}

@ObjectType()
@Authority('PARTIES')
export class QuoteDraftLine {
  @Field(() => ID) rfqLineId: string;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => ID, { nullable: true }) packId?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => VND) price: bigint;
  @Field(() => PricedPer) pricedPer: view.PricedPer;
  @Field(() => VND, { nullable: true }) freightPerUnit?: bigint | null;
  @Field(() => QuantityScalar) offeredQty: string;
  @Field(() => QuantityScalar, { nullable: true }) moqQty?: string | null;
  @Field(() => Int) leadDays: number;
  @Field(() => Boolean) alternative: boolean;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@ObjectType({ description: 'What the cooperative is still writing; nobody else reads it.' })
@Authority('PARTIES')
export class QuoteDraft {
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => LocalDate, { nullable: true }) validUntil: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [QuoteDraftLine]) lines: QuoteDraftLine[];
  @Field(() => String, { nullable: true }) preparedByName: string | null;
  @Field(() => Instant) preparedAt: Date;
}

@ObjectType()
@Authority('PARTIES')
export class Quote {
  @Field(() => ID) id: string;
  @Field(() => ID) rfqId: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => QuoteStatus) status: QuoteState;
  @Field(() => Int) revision: number;
  @Field(() => LocalDate, { nullable: true }) validUntil: string | null;
  @Field(() => Boolean) awaitsDirector: boolean;
  @Field(() => Instant, { nullable: true }) sentAt: Date | null;
  @Field(() => String, { nullable: true }) closeReason: string | null;
  @Field(() => [QuoteRevision], { description: 'The newest first.' }) revisions: QuoteRevision[];
  @Field(() => [QuoteCounter], { description: 'The newest first.' }) counters: QuoteCounter[];
  @Field(() => QuoteDraft, { nullable: true }) draft: QuoteDraft | null;
  @Field(() => [PoolShare], { description: 'Only for the cooperative that leads.' }) shares: PoolShare[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const QuoteResult = resultUnion('QuoteResult', () => [Quote, Refused, VersionConflict, RowsRefused] as const);
export const PoolShareResult = resultUnion('PoolShareResult', () => [PoolShare, Refused, VersionConflict] as const);

@InputType()
export class QuoteLineInput {
  @Field(() => ID) rfqLineId: string;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => ID, { nullable: true, description: "The product's first pack when left out." }) packId?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => VND, { description: 'Without VAT.' }) price: bigint;
  @Field(() => PricedPer) pricedPer: view.PricedPer;
  @Field(() => VND, { nullable: true, description: 'Per base unit, to the place asked for.' }) freightPerUnit?: bigint | null;
  @Field(() => QuantityScalar) offeredQty: string;
  @Field(() => QuantityScalar, { nullable: true }) moqQty?: string | null;
  @Field(() => Int) leadDays: number;
  @Field(() => Boolean) alternative: boolean;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class QuoteInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) rfqId: string;
  @Field(() => Int, { nullable: true, description: 'Of the quote, once it was sent.' }) version?: number | null;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => LocalDate, { nullable: true }) validUntil?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [QuoteLineInput]) lines: QuoteLineInput[];
}

@InputType()
export class QuoteActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true, description: 'Needed to withdraw and to reject.' }) reason?: string | null;
}

@InputType()
export class QuoteCounterLineInput {
  @Field(() => ID) quoteLineId: string;
  @Field(() => VND, { nullable: true }) unitPrice?: bigint | null;
  @Field(() => QuantityScalar, { nullable: true }) qty?: string | null;
  @Field(() => LocalDate, { nullable: true }) wantedOn?: string | null;
  @Field(() => String, { nullable: true }) comment?: string | null;
}

@InputType()
export class QuoteCounterInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => [QuoteCounterLineInput]) lines: QuoteCounterLineInput[];
}

@InputType()
export class RfqDeclineInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) rfqId: string;
  @Field(() => String) reason: string;
}

@InputType()
export class PoolShareAskInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) rfqId: string;
  @Field(() => ID) rfqLineId: string;
  @Field(() => ID) memberOrgId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class PoolShareAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => Boolean) accept: boolean;
  @Field(() => QuantityScalar, { nullable: true }) qty?: string | null;
  @Field(() => VND, { nullable: true }) floorPrice?: bigint | null;
  @Field(() => ID, { nullable: true }) productId?: string | null;
}
