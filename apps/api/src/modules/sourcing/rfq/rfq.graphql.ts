import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { PriceBasis, ProductRef } from '../../catalog/index.js';
import { OrganizationRef } from '../../registry/index.js';
import * as view from './rfq.view.js';

export const RfqStatus = enumOf(view.RFQ_STATES);
registerEnumType(RfqStatus, { name: 'RfqStatus' });
export const QuoteStatus = enumOf(view.QUOTE_STATES);
registerEnumType(QuoteStatus, { name: 'QuoteStatus' });
export const RfqRhythm = enumOf(view.RHYTHMS);
registerEnumType(RfqRhythm, { name: 'RfqRhythm', description: 'Once in all, per delivery, or per week of the period.' });
export const RfqSide = enumOf(view.RFQ_SIDES);
registerEnumType(RfqSide, { name: 'RfqSide' });

@ObjectType()
@Authority('PARTIES')
export class RfqLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => ProductRef, { nullable: true }) product: ProductRef | null;
  @Field(() => String) description: string;
  @Field(() => String, { nullable: true }) productGroup: string | null;
  @Field(() => String, { nullable: true }) spec: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => RfqRhythm) per: view.RhythmName;
  @Field(() => QuantityScalar) perQty: string;
  @Field(() => Int, { description: 'Deliveries or weeks.' }) times: number;
  @Field(() => QuantityScalar) askedQty: string;
  @Field(() => QuantityScalar) awardedQty: string;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType()
@Authority('PARTIES')
export class RfqFile {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) mime: string;
}

@ObjectType({ description: 'One cooperative of a request. The buyer reads all, a cooperative only its own.' })
@Authority('PARTIES')
export class RfqInvitation {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => Instant, { nullable: true }) invitedAt: Date | null;
  @Field(() => Instant, { nullable: true }) seenAt: Date | null;
  @Field(() => Instant, { nullable: true }) declinedAt: Date | null;
  @Field(() => String, { nullable: true }) declineReason: string | null;
  @Field(() => ID, { nullable: true }) quoteId: string | null;
  @Field(() => QuoteStatus, { nullable: true }) quoteStatus: view.QuoteState | null;
  @Field(() => Int) revision: number;
  @Field(() => LocalDate, { nullable: true }) validUntil: string | null;
  @Field(() => Int) unread: number;
}

@ObjectType()
@Authority('PARTIES')
export class RfqSummary {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Empty while it is a draft.' }) number: string;
  @Field(() => String) title: string;
  @Field(() => RfqStatus) status: view.RfqState;
  @Field(() => RfqSide) side: view.RfqSideName;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => Instant, { nullable: true }) deadlineAt: Date | null;
  @Field(() => Instant, { nullable: true }) sentAt: Date | null;
  @Field(() => Instant) createdAt: Date;
  @Field(() => Int) lineCount: number;
  @Field(() => String, { nullable: true }) firstLine: string | null;
  @Field(() => Int, { nullable: true, description: 'Null for a cooperative: it never learns how many were asked.' })
  invitedCount: number | null;
  @Field(() => Int, { nullable: true }) quotedCount: number | null;
  @Field(() => Int, { nullable: true }) declinedCount: number | null;
  @Field(() => QuoteStatus, { nullable: true, description: "The reader's own quote." }) ownQuoteStatus: view.QuoteState | null;
  @Field(() => Boolean) ownDeclined: boolean;
  @Field(() => Int) unread: number;
  @Field(() => Boolean) isDemo: boolean;
}

@ObjectType({ description: 'A listed product that can be asked for, and who sells it.' })
@Authority('PUBLIC')
export class AskableProduct {
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => OrganizationRef) seller: OrganizationRef;
}

export const RfqConnection = connectionOf('Rfq', RfqSummary, 'SIGNED_IN');

@ObjectType()
@Authority('PARTIES')
export class Rfq extends RfqSummary {
  @Field(() => PriceBasis) basis: view.BasisName;
  @Field(() => ID, { nullable: true }) deliveryLocationId: string | null;
  @Field(() => String, { nullable: true }) deliveryPlace: string | null;
  @Field(() => LocalDate, { nullable: true }) periodFrom: string | null;
  @Field(() => LocalDate, { nullable: true }) periodTo: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) cancelReason: string | null;
  @Field(() => Instant, { nullable: true }) closedAt: Date | null;
  @Field(() => Instant, { nullable: true }) awardedAt: Date | null;
  @Field(() => [RfqLine]) lines: RfqLine[];
  @Field(() => [RfqFile]) files: RfqFile[];
  @Field(() => [RfqInvitation]) invitations: RfqInvitation[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const RfqResult = resultUnion('RfqResult', () => [Rfq, Refused, VersionConflict, RowsRefused] as const);

@InputType()
export class RfqLineInput {
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String, { nullable: true, description: "The product's name when left out." }) description?: string | null;
  @Field(() => String, { nullable: true }) productGroup?: string | null;
  @Field(() => String, { nullable: true }) spec?: string | null;
  @Field(() => String, { nullable: true }) baseUnit?: string | null;
  @Field(() => RfqRhythm) per: view.RhythmName;
  @Field(() => QuantityScalar) perQty: string;
  @Field(() => Int) times: number;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class RfqSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'A new draft when left out.' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String) title: string;
  @Field(() => PriceBasis) basis: view.BasisName;
  @Field(() => ID, { nullable: true }) deliveryLocationId?: string | null;
  @Field(() => LocalDate, { nullable: true }) periodFrom?: string | null;
  @Field(() => LocalDate, { nullable: true }) periodTo?: string | null;
  @Field(() => Instant, { nullable: true }) deadlineAt?: Date | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [RfqLineInput]) lines: RfqLineInput[];
  @Field(() => [ID]) inviteeIds: string[];
  @Field(() => [ID]) fileIds: string[];
}

@InputType()
export class RfqActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true, description: 'Needed to cancel.' }) reason?: string | null;
  @Field(() => Instant, { nullable: true, description: 'Needed to extend.' }) deadlineAt?: Date | null;
}

@InputType()
export class RfqFilter {
  @Field(() => RfqSide, { nullable: true }) side?: view.RfqSideName | null;
  @Field(() => [RfqStatus], { nullable: true }) status?: view.RfqState[] | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}
