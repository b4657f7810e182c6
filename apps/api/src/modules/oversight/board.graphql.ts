import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { MouParty, MouStatus, NextActor, NextMove, Realisation, RealisationKind, Rung, RungMark } from '../agreements/index.js';
import { AreaGrouping } from './area-report.graphql.js';
import { StallLevel, StallTransition } from './stalls/alert.graphql.js';

@ObjectType()
@Authority('PARTIES')
export class BoardAlert {
  @Field(() => StallLevel) level: keyof typeof StallLevel;
  @Field(() => StallTransition) transition: keyof typeof StallTransition;
  @Field(() => Int, { nullable: true }) days: number | null;
  @Field(() => Boolean, { description: 'An officer has given a reason and a day that has not passed.' }) answered: boolean;
}

@ObjectType({ description: 'The Alliance’s own work on an agreement.' })
@Authority('PARTIES')
export class BoardCase {
  @Field(() => String, { nullable: true }) owner: string | null;
  @Field(() => String, { nullable: true }) nextAction: string | null;
  @Field(() => LocalDate, { nullable: true }) nextActionOn: string | null;
  @Field(() => Int) openTasks: number;
  @Field(() => Int) overdueTasks: number;
}

@ObjectType({ description: 'One row of the board.' })
@Authority('PARTIES')
export class Agreement {
  @Field(() => ID) id: string;
  @Field(() => String) registerNo: string;
  @Field(() => String) title: string;
  @Field(() => MouStatus) status: keyof typeof MouStatus;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => LocalDate, { nullable: true }) signedOn: string | null;
  @Field(() => LocalDate, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => String, { nullable: true }) eventCode: string | null;
  @Field(() => [MouParty]) parties: MouParty[];
  @Field(() => Rung) rung: keyof typeof Rung;
  @Field(() => [RungMark]) rungs: RungMark[];
  @Field(() => String, { nullable: true }) exit: string | null;
  @Field(() => Realisation) realisation: Realisation;
  @Field(() => NextMove) nextMove: NextMove;
  @Field(() => Int, { description: 'Open petitions it waits for, as far as the reader may know of them.' })
  waitingPetitions: number;
  @Field(() => BoardAlert, { nullable: true, description: 'The gravest open alert.' }) alert: BoardAlert | null;
  @Field(() => BoardCase, { nullable: true, description: 'For the Alliance; null where there is no case.' })
  caseWork: BoardCase | null;
}

export const AgreementConnection = connectionOf('Agreement', Agreement, 'SIGNED_IN');

@InputType()
export class AgreementFilter {
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => Rung, { nullable: true }) rung?: keyof typeof Rung | null;
  @Field(() => Rung, { nullable: true, description: 'This rung or a higher one.' }) rungAtLeast?: keyof typeof Rung | null;
  @Field(() => NextActor, { nullable: true }) actor?: keyof typeof NextActor | null;
  @Field(() => RealisationKind, { nullable: true }) realisation?: keyof typeof RealisationKind | null;
  @Field(() => StallLevel, { nullable: true, description: 'With an open alert at this level.' }) stall?:
    keyof typeof StallLevel | null;
  @Field(() => Boolean, { nullable: true, description: 'With any open alert, or with none.' }) stalled?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Reason an officer gave for an open alert; for the Alliance.' })
  reasonCode?: string | null;
  @Field(() => AreaGrouping, { nullable: true }) areaKind?: keyof typeof AreaGrouping | null;
  @Field(() => String, { nullable: true, description: 'Code of the area of a selling party.' }) areaCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Group of a product in any line.' }) productGroup?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}

@ObjectType()
@Authority('SIGNED_IN')
export class RungCount {
  @Field(() => Rung) rung: keyof typeof Rung;
  @Field(() => Int, { description: 'At this rung now.' }) here: number;
  @Field(() => Int, { description: 'At this rung or above.' }) reached: number;
}

@ObjectType()
@Authority('SIGNED_IN')
export class ActorCount {
  @Field(() => NextActor) actor: keyof typeof NextActor;
  @Field(() => Int) count: number;
}

@ObjectType()
@Authority('SIGNED_IN')
export class BoardSummary {
  @Field(() => Int) total: number;
  @Field(() => [RungCount]) byRung: RungCount[];
  @Field(() => [ActorCount]) byActor: ActorCount[];
  @Field(() => Int) notQuantified: number;
  @Field(() => String, { description: 'Quantified lines over all lines.' }) coverage: string;
}
