import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DUTY_ACTORS,
  DUTY_STATES,
  DUTY_STEPS,
  DUTY_WORD_STATES,
  type DutyActor,
  type DutyMover,
  type DutyState,
  type DutyStep,
  type DutyWordState,
} from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../platform/graphql/scalars.js';

export const DutyActorKind = enumOf(DUTY_ACTORS);
registerEnumType(DutyActorKind, { name: 'DutyActor' });
export const DutyStatus = enumOf(DUTY_STATES);
registerEnumType(DutyStatus, { name: 'DutyState' });
export const DutyStepName = enumOf(DUTY_STEPS);
registerEnumType(DutyStepName, { name: 'DutyStep' });
export const DutyMoverName = enumOf(['ALLIANCE', 'ACTOR', 'NONE']);
registerEnumType(DutyMoverName, { name: 'DutyMover' });

export const DutyWordStatus = enumOf(DUTY_WORD_STATES);
registerEnumType(DutyWordStatus, { name: 'DutyWordStatus' });

@ObjectType()
@Authority('SIGNED_IN')
export class DutyEvidence {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType()
@Authority('duty.record')
export class DutyRecord {
  @Field(() => ID) id: string;
  @Field(() => DutyStepName) step: DutyStep;
  @Field(() => String, { nullable: true, description: 'Who did it, where the duty lies on many.' }) organization: string | null;
  @Field(() => String) text: string;
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => String, { nullable: true }) docNo: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate: string | null;
  @Field(() => DutyEvidence, { nullable: true }) file: DutyEvidence | null;
  @Field(() => String) by: string;
  @Field(() => Instant) at: string;
}

@ObjectType({ description: 'What a body says that it did of its duty; it counts when the Alliance has confirmed it.' })
@Authority('SIGNED_IN')
export class DutyWord {
  @Field(() => ID) id: string;
  @Field(() => String) organization: string;
  @Field(() => DutyStepName) step: DutyStep;
  @Field(() => String) text: string;
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => String, { nullable: true }) docNo: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate: string | null;
  @Field(() => DutyEvidence, { nullable: true }) file: DutyEvidence | null;
  @Field(() => String) by: string;
  @Field(() => Instant) at: string;
  @Field(() => DutyWordStatus) status: DutyWordState;
  @Field(() => String, { nullable: true, description: 'Why it was returned.' }) reason: string | null;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'A duty that a notice lays on somebody, and what is known of it.' })
@Authority('duty.record')
export class Duty {
  @Field(() => ID) id: string;
  @Field(() => String) eventCode: string;
  @Field(() => String) eventTitle: string;
  @Field(() => String) section: string;
  @Field(() => DutyActorKind) actorKind: DutyActor;
  @Field(() => String, { description: 'As the notice names it.' }) actorName: string;
  @Field(() => String, { nullable: true, description: 'Who has its duties today, where that is another.' }) actorToday:
    string | null;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Word for word.' }) quote: string;
  @Field(() => LocalDate, { nullable: true, description: '"Trước ngày": on this day it is too late.' }) before: string | null;
  @Field(() => Boolean) continuing: boolean;
  @Field(() => DutyStatus) state: DutyState;
  @Field(() => Boolean, { description: 'Its day has come and nothing says that it is done.' }) dayHasCome: boolean;
  @Field(() => DutyMoverName) mover: DutyMover;
  @Field(() => String, { nullable: true }) nextMove: string | null;
  @Field(() => LocalDate, { nullable: true }) nextOn: string | null;
  @Field(() => Int) recordCount: number;
  @Field(() => LocalDate, { nullable: true }) lastOn: string | null;
  @Field(() => [DutyRecord]) records: DutyRecord[];
  @Field(() => [DutyWord], { description: 'Words of the bodies it is laid on that wait to be confirmed.' }) words: DutyWord[];
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int, { description: '0 while nothing was recorded.' }) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

@InputType()
export class DutyRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => DutyStepName) step: DutyStep;
  @Field(() => String) text: string;
  @Field(() => LocalDate) happenedOn: string;
  @Field(() => ID, { nullable: true }) orgId?: string | null;
  @Field(() => String, { nullable: true }) docNo?: string | null;
  @Field(() => LocalDate, { nullable: true }) docDate?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
  @Field(() => String, { nullable: true }) nextMove?: string | null;
  @Field(() => LocalDate, { nullable: true }) nextOn?: string | null;
}

export const DutyResult = resultUnion('DutyResult', () => [Duty, Refused, VersionConflict] as const);
