import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { STALL_LEVELS, STALL_TRANSITIONS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';
import { MouRef, NextActor } from '../../agreements/index.js';

export const StallLevel = enumOf(STALL_LEVELS);
registerEnumType(StallLevel, { name: 'StallLevel' });
export const StallTransition = enumOf(STALL_TRANSITIONS);
registerEnumType(StallTransition, { name: 'StallTransition' });
export const AlertStatus = enumOf(['RAISED', 'ACKNOWLEDGED', 'CLEARED']);
registerEnumType(AlertStatus, { name: 'AlertStatus' });
export const AlertAnswerKind = enumOf(['ACKNOWLEDGE', 'SNOOZE']);
registerEnumType(AlertAnswerKind, { name: 'AlertAnswerKind' });

@ObjectType({ description: 'Why, what next, and when to look again; only the Alliance reads it.' })
@Authority('PARTIES')
export class AlertAnswer {
  @Field(() => ID) id: string;
  @Field(() => AlertAnswerKind) kind: keyof typeof AlertAnswerKind;
  @Field(() => String) reasonCode: string;
  @Field(() => String) nextStep: string;
  @Field(() => LocalDate) followUpOn: string;
  @Field(() => String) answeredBy: string;
  @Field(() => Instant) at: Date;
}

@ObjectType({
  description:
    'That an agreement stands still: the fact, the clock, the party to move and what would help. Only a fact clears it.',
})
@Authority('PARTIES')
export class AgreementAlert {
  @Field(() => ID) id: string;
  @Field(() => MouRef) mou: MouRef;
  @Field(() => StallTransition) transition: keyof typeof StallTransition;
  @Field(() => StallLevel) level: keyof typeof StallLevel;
  @Field(() => AlertStatus) status: keyof typeof AlertStatus;
  @Field(() => String) fact: string;
  @Field(() => LocalDate) factOn: string;
  @Field(() => String, { nullable: true, description: 'Number of the order it is about.' }) factRef: string | null;
  @Field(() => Int, { nullable: true, description: 'Days on the clock; for an expiry the days left.' }) days: number | null;
  @Field(() => Int, { nullable: true }) limitDays: number | null;
  @Field(() => Int, { nullable: true, description: 'The share that is too low, in basis points.' }) shareBp: number | null;
  @Field(() => Int, { nullable: true }) limitBp: number | null;
  @Field(() => NextActor) actor: keyof typeof NextActor;
  @Field(() => [String], { description: 'Short names of the organizations whose move it is.' }) movers: string[];
  @Field(() => String) step: string;
  @Field(() => Instant) raisedAt: Date;
  @Field(() => Instant) levelAt: Date;
  @Field(() => Instant, { nullable: true }) clearedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Of the last answer; only the Alliance reads it.' }) reasonCode:
    string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Of the last answer; only the Alliance reads it.' }) followUpOn:
    string | null;
  @Field(() => [AlertAnswer]) answers: AlertAnswer[];
  @Field(() => Boolean) mayAnswer: boolean;
  @Field(() => Int) version: number;
}

export const AgreementAlertConnection = connectionOf('AgreementAlert', AgreementAlert, 'board.view');

@InputType()
export class AlertFilter {
  @Field(() => StallLevel, { nullable: true }) level?: keyof typeof StallLevel | null;
  @Field(() => StallTransition, { nullable: true }) transition?: keyof typeof StallTransition | null;
  @Field(() => NextActor, { nullable: true }) actor?: keyof typeof NextActor | null;
  @Field(() => AlertStatus, { nullable: true, description: 'Open ones unless it says CLEARED.' }) status?:
    keyof typeof AlertStatus | null;
  @Field(() => String, { nullable: true }) reasonCode?: string | null;
  @Field(() => String, { nullable: true }) eventCode?: string | null;
}

@ObjectType()
@Authority('board.view')
export class StallCount {
  @Field(() => String) code: string;
  @Field(() => Int) count: number;
}

@ObjectType({ description: 'Open alerts counted; an agreement with two alerts counts once in the rate.' })
@Authority('board.view')
export class StallSummary {
  @Field(() => Int, { description: 'Agreements signed or in force: the denominator.' }) agreements: number;
  @Field(() => Int, { description: 'Agreements with an open alert at STALLED.' }) stalled: number;
  @Field(() => Int, { description: 'Open alerts that nobody has answered, or whose day has passed.' }) unanswered: number;
  @Field(() => [StallCount]) byLevel: StallCount[];
  @Field(() => [StallCount]) byTransition: StallCount[];
  @Field(() => [StallCount]) byActor: StallCount[];
  @Field(() => [StallCount], { description: 'By the reason of the last answer.' }) byReason: StallCount[];
}

@ObjectType({ description: 'A reason that officers may give.' })
@Authority('SIGNED_IN')
export class StallReason {
  @Field(() => String) code: string;
  @Field(() => String) nameVi: string;
  @Field(() => String) nameEn: string;
}

@InputType()
export class AlertAcknowledgeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reasonCode: string;
  @Field(() => String) nextStep: string;
  @Field(() => LocalDate) followUpOn: string;
}

@InputType()
export class AlertSnoozeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'Why it may wait.' }) nextStep: string;
  @Field(() => LocalDate) followUpOn: string;
}

@InputType({ description: 'A petition raised from the alert; its petitioner is a party of the agreement.' })
export class AlertPetitionInput {
  @Field(() => ID) petitionerOrgId: string;
  @Field(() => String) content: string;
  @Field(() => String, { nullable: true }) wantedOutcome?: string | null;
  @Field(() => [String]) fieldCodes: string[];
}

@InputType({ description: '"Vướng vì…": a new petition or one that is open, with the answer to the alert in the same act.' })
export class AlertBlockInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID, { nullable: true, description: 'An open petition; left out where a new one is raised.' })
  petitionId?: string | null;
  @Field(() => AlertPetitionInput, { nullable: true }) petition?: AlertPetitionInput | null;
  @Field(() => String, { nullable: true, description: 'What the agreement waits for, as the parties read it.' }) note?:
    string | null;
  @Field(() => String) nextStep: string;
  @Field(() => LocalDate) followUpOn: string;
}

export const AlertResult = resultUnion('AlertResult', () => [AgreementAlert, Refused, VersionConflict] as const);
