import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CLAIM_OUTCOMES, CLAIM_STATES, type ClaimOutcome as OutcomeName } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import { ProofPhoto } from '../proof/proof-photo.graphql.js';

export const ClaimStatus = enumOf(CLAIM_STATES);
registerEnumType(ClaimStatus, { name: 'ClaimStatus', description: 'By the clock: not by whether a job has run.' });
export const ClaimOutcome = enumOf(CLAIM_OUTCOMES);
registerEnumType(ClaimOutcome, { name: 'ClaimOutcome' });
export const ClaimMover = enumOf(['SELLER', 'BUYER', 'ALLIANCE'] as const);
registerEnumType(ClaimMover, { name: 'ClaimMover' });
export const ClaimOfferSide = enumOf(['SELLER', 'ALLIANCE'] as const);
registerEnumType(ClaimOfferSide, { name: 'ClaimOfferSide' });

@ObjectType({ description: 'Why goods are turned away or claimed; the list is data.' })
@Authority('PUBLIC')
export class DefectReason {
  @Field(() => ID) code: string;
  @Field(() => String) name: string;
  @Field(() => Boolean) atReceipt: boolean;
  @Field(() => Boolean) atClaim: boolean;
  @Field(() => Boolean) needsPhoto: boolean;
}

@ObjectType()
@Authority('PARTIES')
export class ClaimLine {
  @Field(() => ID) id: string;
  @Field(() => ID) receiptLineId: string;
  @Field(() => Int) lineNo: number;
  @Field(() => String) description: string;
  @Field(() => String, { nullable: true }) lotCode: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) acceptedQty: string;
  @Field(() => QuantityScalar) claimedQty: string;
  @Field(() => String) reason: string;
  @Field(() => ClaimOutcome) wanted: OutcomeName;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [ProofPhoto]) photos: ProofPhoto[];
}

@ObjectType()
@Authority('PARTIES')
export class ClaimOfferLine {
  @Field(() => ID) claimLineId: string;
  @Field(() => ClaimOutcome) outcome: OutcomeName;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => Int, { nullable: true, description: 'Share of the price that is let off, in basis points.' }) cutBp: number | null;
  @Field(() => VND, { nullable: true, description: 'Before VAT; only for the two sides.' }) netAmount: bigint | null;
}

@ObjectType()
@Authority('PARTIES')
export class ClaimOffer {
  @Field(() => ID) id: string;
  @Field(() => Int) n: number;
  @Field(() => ClaimOfferSide) side: keyof typeof ClaimOfferSide;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant) at: Date;
  @Field(() => String, { nullable: true }) byName: string | null;
  @Field(() => Boolean) heldBySeller: boolean;
  @Field(() => Boolean) heldByBuyer: boolean;
  @Field(() => [ClaimOfferLine]) lines: ClaimOfferLine[];
}

@ObjectType()
@Authority('PARTIES')
export class ClaimEvent {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => Instant) at: Date;
  @Field(() => String, { nullable: true }) byName: string | null;
  @Field(() => String, { nullable: true }) orgName: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType()
@Authority('PARTIES')
export class ClaimSummary {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => ClaimStatus) status: keyof typeof ClaimStatus;
  @Field(() => Boolean) answerOverdue: boolean;
  @Field(() => ClaimMover, { nullable: true, description: 'Whose move it is; nobody’s when it is over.' })
  mover: keyof typeof ClaimMover | null;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => ID) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => ID) shipmentId: string;
  @Field(() => String) receiptNumber: string;
  @Field(() => Instant) openedAt: Date;
  @Field(() => Instant) answerDueAt: Date;
  @Field(() => Instant, { description: 'When it goes to the Alliance by itself.' }) escalateAt: Date;
  @Field(() => Instant, { nullable: true }) closedAt: Date | null;
  @Field(() => Int) lineCount: number;
}

@ObjectType()
@Authority('PARTIES')
export class Claim extends ClaimSummary {
  @Field(() => ID) receiptId: string;
  @Field(() => Boolean, { description: 'The receipt was made by silence, not by a count.' }) receiptAuto: boolean;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) openedByName: string | null;
  @Field(() => [ClaimLine]) lines: ClaimLine[];
  @Field(() => [ClaimOffer], { description: 'The last one first.' }) offers: ClaimOffer[];
  @Field(() => [ClaimEvent]) events: ClaimEvent[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const ClaimConnection = connectionOf('Claim', ClaimSummary, 'SIGNED_IN');
export const ClaimResult = resultUnion('ClaimResult', () => [Claim, Refused, VersionConflict, RowsRefused] as const);

@InputType()
export class ClaimLineInput {
  @Field(() => ID) receiptLineId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => String, { description: 'A code of defectReasons.' }) reason: string;
  @Field(() => ClaimOutcome) wanted: OutcomeName;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ID]) photoIds: string[];
}

@InputType()
export class ClaimOpenInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) receiptId: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ClaimLineInput]) lines: ClaimLineInput[];
}

@InputType()
export class ClaimOfferLineInput {
  @Field(() => ID) claimLineId: string;
  @Field(() => ClaimOutcome) outcome: OutcomeName;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => Int, { nullable: true }) cutBp?: number | null;
}

@InputType()
export class ClaimOfferInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ClaimOfferLineInput]) lines: ClaimOfferLineInput[];
}

@InputType()
export class ClaimActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID, { nullable: true, description: 'The offer agreed to.' }) offerId?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}
