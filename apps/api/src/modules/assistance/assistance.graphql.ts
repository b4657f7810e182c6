import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../platform/graphql/scalars.js';
import { MandateScope, Me } from '../identity/index.js';
import { OrganizationRef } from '../registry/index.js';
import * as view from './mandate.view.js';

export const MandateWay = enumOf(view.MANDATE_WAYS);
registerEnumType(MandateWay, { name: 'MandateWay' });
export const MandateRecordWay = enumOf(['PHONE', 'PAPER']);
registerEnumType(MandateRecordWay, { name: 'MandateRecordWay' });
export const MandateState = enumOf(view.MANDATE_STATES);
registerEnumType(MandateState, { name: 'MandateState', description: 'Derived from the days, the check and the revocation.' });
export const AssistedActState = enumOf(view.ASSISTED_ACT_STATES);
registerEnumType(AssistedActState, { name: 'AssistedActState' });

@ObjectType()
@Authority('PARTIES')
export class MandateEvidence {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType({ description: "An organization's word that the Alliance may act in its name." })
@Authority('PARTIES')
export class Mandate {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef, { description: 'In whose name.' }) organization: OrganizationRef;
  @Field(() => [MandateScope]) scopes: view.MandateView['scopes'];
  @Field(() => MandateWay) way: view.MandateView['way'];
  @Field(() => MandateState) state: view.MandateView['state'];
  @Field(() => String) reason: string;
  @Field(() => LocalDate) startsOn: string;
  @Field(() => LocalDate, { description: 'The last day.' }) endsOn: string;
  @Field(() => String, { nullable: true, description: 'Who gave it by telephone or on paper.' }) givenBy: string | null;
  @Field(() => MandateEvidence, { nullable: true }) evidence: MandateEvidence | null;
  @Field(() => String, { description: 'The director who gave it, or the officer who wrote it down.' }) recordedBy: string;
  @Field(() => Instant) createdAt: Date;
  @Field(() => String, { nullable: true }) checkedBy: string | null;
  @Field(() => Instant, { nullable: true }) checkedAt: Date | null;
  @Field(() => String, { nullable: true }) revokedBy: string | null;
  @Field(() => Instant, { nullable: true }) revokedAt: Date | null;
  @Field(() => String, { nullable: true }) revokeReason: string | null;
  @Field(() => Int, { description: 'How much was done by it.' }) acts: number;
  @Field(() => Int) waitingActs: number;
  @Field(() => Int) deniedActs: number;
  @Field(() => Boolean, { description: 'The reader may begin to act by it.' }) mayUse: boolean;
  @Field(() => Boolean) mayCheck: boolean;
  @Field(() => Boolean) mayRevoke: boolean;
  @Field(() => Int) version: number;
}
export const MandateConnection = connectionOf('Mandate', Mandate, 'PARTIES');

@ObjectType({ description: 'What an officer did in the name of an organization, and what it says about it.' })
@Authority('PARTIES')
export class AssistedAct {
  @Field(() => ID) id: string;
  @Field(() => ID) mandateId: string;
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => String) officer: string;
  @Field(() => String, { description: 'The mutation: "orderAcknowledge".' }) operation: string;
  @Field(() => String) entityType: string;
  @Field(() => ID) entityId: string;
  @Field(() => String, { nullable: true, description: 'The document’s name.' }) title: string | null;
  @Field(() => String, { nullable: true, description: 'Its address in the app, for the organization.' }) link: string | null;
  @Field(() => AssistedActState) state: view.AssistedActView['state'];
  @Field(() => Instant) at: Date;
  @Field(() => String, { nullable: true }) answeredBy: string | null;
  @Field(() => Instant, { nullable: true }) answeredAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was denied.' }) reason: string | null;
  @Field(() => String, { nullable: true }) settledBy: string | null;
  @Field(() => Instant, { nullable: true }) settledAt: Date | null;
  @Field(() => String, { nullable: true }) settledNote: string | null;
  @Field(() => Boolean) mayAnswer: boolean;
  @Field(() => Boolean) maySettle: boolean;
  @Field(() => Int) version: number;
}
export const AssistedActConnection = connectionOf('AssistedAct', AssistedAct, 'PARTIES');

@ObjectType({ description: 'Done by an officer of the Alliance in the name of the seller.' })
@Authority('PARTIES')
export class AssistedStamp {
  @Field(() => ID) id: string;
  @Field(() => String) officer: string;
  @Field(() => String) operation: string;
  @Field(() => Instant) at: Date;
  @Field(() => AssistedActState) state: view.StampView['state'];
}

export const MandateResult = resultUnion('MandateResult', () => [Mandate, Refused, VersionConflict] as const);
export const MandateUseResult = resultUnion('MandateUseResult', () => [Me, Refused] as const);
export const AssistedActResult = resultUnion('AssistedActResult', () => [AssistedAct, Refused, VersionConflict] as const);

@InputType()
export class MandateFilter {
  @Field(() => ID, { nullable: true }) orgId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those in force today.' }) live?: boolean | null;
}

@InputType()
export class AssistedActFilter {
  @Field(() => ID, { nullable: true }) orgId?: string | null;
  @Field(() => ID, { nullable: true }) mandateId?: string | null;
  @Field(() => [AssistedActState], { nullable: true }) state?: view.AssistedActView['state'][] | null;
}

@InputType()
export class MandateGiveInput {
  @Field(() => String) clientKey: string;
  @Field(() => [MandateScope]) scopes: view.MandateView['scopes'];
  @Field(() => String) reason: string;
  @Field(() => LocalDate) startsOn: string;
  @Field(() => LocalDate) endsOn: string;
}

@InputType()
export class MandateRecordInput extends MandateGiveInput {
  @Field(() => ID) orgId: string;
  @Field(() => MandateRecordWay) way: 'PHONE' | 'PAPER';
  @Field(() => String, { description: 'Name and office of who gave it.' }) givenBy: string;
  @Field(() => ID, { nullable: true }) evidenceFileId?: string | null;
}

@InputType()
export class MandateActInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class AssistedActsConfirmInput {
  @Field(() => String) clientKey: string;
  @Field(() => [ID]) ids: string[];
}

@InputType()
export class AssistedActWordsInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'Why not; or what was done about it.' }) words: string;
}
