import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SCORE_CODES, type ScoreCode, SCORECARD_SIDES, type ScorecardSide } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';

export const ScoreCodeName = enumOf(SCORE_CODES);
registerEnumType(ScoreCodeName, { name: 'ScoreCode' });
export const ScorecardSideName = enumOf(SCORECARD_SIDES);
registerEnumType(ScorecardSideName, { name: 'ScorecardSide' });

@ObjectType({ description: 'One figure of a scorecard with what stands behind it; derived from orders, receipts and payments.' })
@Authority('SIGNED_IN')
export class ScoreFigure {
  @Field(() => ScoreCodeName) code: ScoreCode;
  @Field(() => String, { nullable: true, description: 'Base unit where quantities are summed; null where things are counted.' })
  unit: string | null;
  @Field(() => String) numerator: string;
  @Field(() => String) denominator: string;
  @Field(() => Int) cases: number;
  @Field(() => Int, { nullable: true, description: 'Basis points; null: too few cases to say.' }) rateBp: number | null;
  @Field(() => Int, { nullable: true, description: 'Hours to an answer or days to pay, the middle one.' }) median: number | null;
  @Field(() => Int, { nullable: true, description: 'What was promised where the median is what came.' }) promisedMedian:
    number | null;
}

@ObjectType({ description: 'One order, contract line or bill that counts in a figure.' })
@Authority('SIGNED_IN')
export class ScoreRow {
  @Field(() => ID) ref: string;
  @Field(() => ID, { nullable: true }) orderId: string | null;
  @Field(() => ID, { nullable: true }) contractId: string | null;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) goods: string | null;
  @Field(() => OrganizationRef, { nullable: true }) partner: OrganizationRef | null;
  @Field(() => LocalDate, { nullable: true }) dueOn: string | null;
  @Field(() => String) numerator: string;
  @Field(() => String) denominator: string;
}

@ObjectType()
@Authority('SIGNED_IN')
export class ScoreRowPage {
  @Field(() => [ScoreRow]) rows: ScoreRow[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'How an organization keeps its word as a seller or as a buyer, over whole days that are past.' })
@Authority('SIGNED_IN')
export class Scorecard {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => ScorecardSideName) side: ScorecardSide;
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @Field(() => Int, { description: 'Fewer cases give no rate.' }) minCases: number;
  @Field(() => Int, { description: 'Share of the promise that counts as in full, basis points.' }) fullBp: number;
  @Field(() => Boolean, { description: 'Only the trade between the two, as a partner sees it.' }) isSharedTrade: boolean;
  @Field(() => [ScoreFigure]) figures: ScoreFigure[];
}

@ObjectType()
@Authority('board.view')
export class ScorecardPage {
  @Field(() => [Scorecard]) cards: Scorecard[];
  @Field(() => Int) total: number;
}
