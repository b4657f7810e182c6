import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { MouParty, MouStatus, NextActor, NextMove, Realisation, RealisationKind, Rung, RungMark } from '../agreements/index.js';

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
}

export const AgreementConnection = connectionOf('Agreement', Agreement, 'SIGNED_IN');

@InputType()
export class AgreementFilter {
  @Field(() => String, { nullable: true }) eventCode?: string | null;
  @Field(() => Rung, { nullable: true }) rung?: keyof typeof Rung | null;
  @Field(() => Rung, { nullable: true, description: 'This rung or a higher one.' }) rungAtLeast?: keyof typeof Rung | null;
  @Field(() => NextActor, { nullable: true }) actor?: keyof typeof NextActor | null;
  @Field(() => RealisationKind, { nullable: true }) realisation?: keyof typeof RealisationKind | null;
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
