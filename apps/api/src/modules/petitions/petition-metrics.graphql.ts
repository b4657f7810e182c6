import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { LocalDate, VND } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Counts with their denominators; an answer round runs from assignment to the written answer.' })
@Authority('petition.manage')
export class PetitionMetricsRow {
  @Field(() => String, { nullable: true, description: 'Code of the field or id of the body; null: none yet, or the total.' })
  code: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => Int) petitions: number;
  @Field(() => Int) open: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int) rounds: number;
  @Field(() => Int) answered: number;
  @Field(() => Int, { description: 'Rounds with a deadline that are answered or whose deadline has come.' }) due: number;
  @Field(() => Int, { description: 'Of those due, answered by a document dated strictly before the deadline.' }) onTime: number;
  @Field(() => Float, { nullable: true }) medianDays: number | null;
  @Field(() => Int) rated: number;
  @Field(() => Int) satisfied: number;
  @Field(() => Int) reopened: number;
  @Field(() => Int) waitingAgreements: number;
  @Field(() => VND, { nullable: true }) waitingValue: bigint | null;
  @Field(() => Boolean) waitingHidden: boolean;
  @Field(() => Int, { nullable: true }) oldestDays: number | null;
}

@ObjectType({ description: 'What a notice says about the petitions before its conference: counts, no texts.' })
@Authority('petition.manage')
export class PetitionCohort {
  @Field(() => String) eventCode: string;
  @Field(() => String) eventTitle: string;
  @Field(() => Int) itemCount: number;
  @Field(() => Int) petitionerCount: number;
  @Field(() => LocalDate) receivedFrom: string;
  @Field(() => LocalDate) receivedTo: string;
  @Field(() => LocalDate, { nullable: true, description: '"Trước ngày": an answer of this day is late.' }) answerBefore:
    string | null;
  @Field(() => String, { nullable: true }) answering: string | null;
  @Field(() => String, { nullable: true }) answeringToday: string | null;
  @Field(() => String) source: string;
  @Field(() => Int, { description: 'Items the register has brought in.' }) registered: number;
}

@ObjectType()
@Authority('petition.manage')
export class PetitionMetrics {
  @Field(() => PetitionMetricsRow) total: PetitionMetricsRow;
  @Field(() => [PetitionMetricsRow]) byField: PetitionMetricsRow[];
  @Field(() => [PetitionMetricsRow]) byDepartment: PetitionMetricsRow[];
  @Field(() => [PetitionCohort]) cohorts: PetitionCohort[];
}
