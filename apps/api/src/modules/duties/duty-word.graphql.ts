import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DUTY_WORD_STEPS, type DutyState, type DutyWordStep as DutyWordStepCode } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { DutyStatus, DutyWord } from './duty.graphql.js';

export const DutyWordStep = enumOf(DUTY_WORD_STEPS);
registerEnumType(DutyWordStep, { name: 'DutyWordStep' });

@ObjectType({ description: 'A duty of a notice as the body reads it on which it was laid.' })
@Authority('duty.tell')
export class OwnDuty {
  @Field(() => ID) id: string;
  @Field(() => String) eventTitle: string;
  @Field(() => String) section: string;
  @Field(() => String, { description: 'As the notice names it.' }) actorName: string;
  @Field(() => Boolean, { description: 'Laid on another body, whose duties the reader’s has today.' }) isTakenOver: boolean;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Word for word.' }) quote: string;
  @Field(() => LocalDate, { nullable: true }) before: string | null;
  @Field(() => Boolean) continuing: boolean;
  @Field(() => DutyStatus) state: DutyState;
  @Field(() => Boolean) dayHasCome: boolean;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => [DutyWord], { description: 'What the reader’s body told, the newest first.' }) words: DutyWord[];
  @Field(() => [DutyWordStep], { description: 'What may be told now.' }) steps: DutyWordStepCode[];
}

@InputType()
export class DutyTellInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) dutyId: string;
  @Field(() => DutyWordStep) step: DutyWordStepCode;
  @Field(() => String) text: string;
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => String, { nullable: true }) docNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

@InputType()
export class DutyWordConfirmInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) nextMove?: string | null;
  @Field(() => LocalDate, { nullable: true }) nextOn?: string | null;
}

@InputType()
export class DutyWordReturnInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
}

export const OwnDutyResult = resultUnion('OwnDutyResult', () => [OwnDuty, Refused, VersionConflict] as const);
