import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { EventRef } from '../events/index.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { ProductRef } from '../catalog/index.js';
import { MouObligationInput } from './obligations/obligation.graphql.js';
import { SigningOrder } from './signing/signing.graphql.js';
import {
  DiaryEntry,
  LineNumbers,
  LinePricePrinciple,
  MouParty,
  MouStatus,
  NextMove,
  PartyRole,
  PricePrinciple,
  Realisation,
  Rung,
  RungMark,
} from './agreement.graphql.js';
import { Contract, MouRef } from './contract.graphql.js';

@ObjectType()
@Authority('PARTIES')
export class MouLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => String) description: string;
  @Field(() => ProductRef, { nullable: true }) product: ProductRef | null;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar, { nullable: true }) targetQty: string | null;
  @Field(() => [Int]) seasonMonths: number[];
  @Field(() => VND, { nullable: true, description: 'Only for the parties.' }) referencePrice: bigint | null;
  @Field(() => LinePricePrinciple, { nullable: true, description: 'Null: as the memorandum says for all lines.' })
  pricePrinciple: keyof typeof LinePricePrinciple | null;
  @Field(() => String, { nullable: true, description: 'What an indexed price follows.' }) priceSource: string | null;
  @Field(() => String, { nullable: true }) qualityTerms: string | null;
  @Field(() => LineNumbers) numbers: LineNumbers;
}

@ObjectType({
  description: 'Planned against accepted, cumulative share of the target in basis points, by month; only quantified lines.',
})
@Authority('PARTIES')
export class PacePoint {
  @Field(() => String) month: string;
  @Field(() => Int) plannedBp: number;
  @Field(() => Int) acceptedBp: number;
}

@ObjectType({ description: 'The whole story of one agreement.' })
@Authority('PARTIES')
export class Mou {
  @Field(() => ID) id: string;
  @Field(() => String) registerNo: string;
  @Field(() => String) title: string;
  @Field(() => MouStatus) status: keyof typeof MouStatus;
  @Field(() => String, { nullable: true }) outcome: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => EventRef, { nullable: true }) event: EventRef | null;
  @Field(() => LocalDate, { nullable: true }) signedOn: string | null;
  @Field(() => LocalDate, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => PricePrinciple) pricePrinciple: keyof typeof PricePrinciple;
  @Field(() => String, { nullable: true }) qualityTerms: string | null;
  @Field(() => String, { nullable: true }) documentUrl: string | null;
  @Field(() => String, { nullable: true }) documentName: string | null;
  @Field(() => String, { nullable: true }) documentSha256: string | null;
  @Field(() => Instant) recordedAt: Date;
  @Field(() => String, { nullable: true }) recordedBy: string | null;
  @Field(() => MouRef, { nullable: true, description: 'The memorandum that this one carries on.' }) renewedFrom: MouRef | null;
  @Field(() => [MouParty]) parties: MouParty[];
  @Field(() => [MouLine]) lines: MouLine[];
  @Field(() => [Contract]) contracts: Contract[];
  @Field(() => Rung) rung: keyof typeof Rung;
  @Field(() => [RungMark]) rungs: RungMark[];
  @Field(() => String, { nullable: true }) exit: string | null;
  @Field(() => Realisation) realisation: Realisation;
  @Field(() => NextMove) nextMove: NextMove;
  @Field(() => [PacePoint]) pace: PacePoint[];
  @Field(() => [DiaryEntry]) diary: DiaryEntry[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

@InputType()
export class MouPartyInput {
  @Field(() => ID) orgId: string;
  @Field(() => PartyRole) role: keyof typeof PartyRole;
  @Field(() => Boolean) mustSign: boolean;
  @Field(() => String, { nullable: true }) representative?: string | null;
}

@InputType()
export class MouLineInput {
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar, { nullable: true }) targetQty?: string | null;
  @Field(() => [Int]) seasonMonths: number[];
  @Field(() => VND, { nullable: true }) referencePrice?: bigint | null;
  @Field(() => LinePricePrinciple, { nullable: true }) pricePrinciple?: keyof typeof LinePricePrinciple | null;
  @Field(() => String, { nullable: true }) priceSource?: string | null;
  @Field(() => String, { nullable: true }) qualityTerms?: string | null;
}

@InputType()
export class MouCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => String, { nullable: true }) registerNo?: string | null;
  @Field(() => String) title: string;
  @Field(() => LocalDate, { nullable: true }) validFrom?: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo?: string | null;
  @Field(() => PricePrinciple) pricePrinciple: keyof typeof PricePrinciple;
  @Field(() => String, { nullable: true }) qualityTerms?: string | null;
  @Field(() => [MouPartyInput]) parties: MouPartyInput[];
  @Field(() => [MouLineInput]) lines: MouLineInput[];
  @Field(() => [MouObligationInput], { nullable: true }) obligations?: MouObligationInput[] | null;
  @Field(() => ID, { nullable: true }) documentFileId?: string | null;
}

@InputType()
export class MouUpdateInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => LocalDate, { nullable: true }) validFrom?: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo?: string | null;
  @Field(() => PricePrinciple, { nullable: true }) pricePrinciple?: keyof typeof PricePrinciple | null;
  @Field(() => String, { nullable: true }) qualityTerms?: string | null;
  @Field(() => [MouPartyInput], { nullable: true }) parties?: MouPartyInput[] | null;
  @Field(() => [MouLineInput], { nullable: true }) lines?: MouLineInput[] | null;
  @Field(() => [MouObligationInput], { nullable: true }) obligations?: MouObligationInput[] | null;
  @Field(() => ID, { nullable: true }) documentFileId?: string | null;
}

@InputType()
export class MouActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => String, { nullable: true, description: 'One-time code, for signing.' }) code?: string | null;
  @Field(() => SigningOrder, { nullable: true, description: 'For circulating.' }) signingOrder?: keyof typeof SigningOrder | null;
  @Field(() => Boolean, { nullable: true, description: 'For circulating: a signature in the app needs a one-time code.' })
  requireCode?: boolean | null;
  @Field(() => LocalDate, { nullable: true, description: 'For circulating: last day of the round.' }) expiresOn?: string | null;
}

@InputType({ description: 'An officer attests that this party signed the paper on that day; the scan must be attached.' })
export class MouAttestInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) orgId: string;
  @Field(() => LocalDate) signedOn: string;
}

export const MouResult = resultUnion('MouResult', () => [Mou, Refused, VersionConflict, RowsRefused] as const);
