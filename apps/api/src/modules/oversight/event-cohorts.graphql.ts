import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { Rung } from '../agreements/index.js';
import { CreditTotals } from '../credit/index.js';

@ObjectType({ description: 'A part of a whole, with both numbers; no percentage of fewer than five.' })
@Authority('board.view')
export class CohortShare {
  @Field(() => Int) count: number;
  @Field(() => Int) of: number;
  @Field(() => Int, { nullable: true, description: 'Basis points.' }) bp: number | null;
}

@ObjectType()
@Authority('board.view')
export class CohortRung {
  @Field(() => Rung) rung: keyof typeof Rung;
  @Field(() => CohortShare) share: CohortShare;
  @Field(() => Int, { description: 'Of the count, those that records in the system alone prove (grade A).' }) provenByA: number;
}

@ObjectType({ description: 'What became of the agreements of one conference.' })
@Authority('board.view')
export class EventCohort {
  @Field(() => String) code: string;
  @Field(() => String) title: string;
  @Field(() => LocalDate) heldOn: string;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) agreements: number;
  @Field(() => Int) parties: number;
  @Field(() => Int) delegates: number;
  @Field(() => [CohortRung], { description: 'Of the signed agreements; SIGNED itself is of all.' }) rungs: CohortRung[];
  @Field(() => CohortShare) quantified: CohortShare;
  @Field(() => Int, { nullable: true, description: 'Mean in basis points over quantified agreements; null below five of them.' })
  realisationBp: number | null;
  @Field(() => Int, { nullable: true, description: 'The same from grade A alone.' }) realisationBpA: number | null;
  @Field(() => Int, { nullable: true, description: 'The same from A and B.' }) realisationBpAB: number | null;
  @Field(() => CreditTotals, { nullable: true, description: 'Credit agreements signed there; null where there are none.' })
  credits: CreditTotals | null;
}
