import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { INDICATOR_QUALIFIERS, type IndicatorQualifier } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../platform/graphql/scalars.js';

export const IndicatorQualifierName = enumOf(INDICATOR_QUALIFIERS);
registerEnumType(IndicatorQualifierName, { name: 'IndicatorQualifier' });

@ObjectType()
@Authority('PUBLIC')
export class IndicatorValue {
  @Field(() => ID) id: string;
  @Field(() => String, { description: '"2024", "2024-Q1" or a day.' }) period: string;
  @Field(() => LocalDate) periodEnd: string;
  @Field(() => String, { description: 'Decimal text in the unit of the series.' }) value: string;
  @Field(() => IndicatorQualifierName, { description: '"Trên", "khoảng" or exactly.' }) qualifier: IndicatorQualifier;
  @Field(() => String, { nullable: true }) plan: string | null;
  @Field(() => Int, { nullable: true, description: 'Basis points of the plan.' }) planShareBp: number | null;
  @Field(() => String) source: string;
  @Field(() => Int) revision: number;
  @Field(() => String, { nullable: true, description: 'Why it was corrected.' }) reason: string | null;
  @Field(() => Instant) at: string;
}

@ObjectType({ description: 'A figure of the cooperative sector, told period by period.' })
@Authority('PUBLIC')
export class SectorIndicator {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'COUNT, PEOPLE, BILLION_VND or MILLION_VND.' }) unit: string;
  @Field(() => [IndicatorValue], { description: 'The last revision of each period, in the order of time.' })
  values: IndicatorValue[];
  @Field(() => [IndicatorValue], { description: 'What a later revision replaced.' }) replaced: IndicatorValue[];
}

@InputType()
export class IndicatorEnterInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) code: string;
  @Field(() => String) period: string;
  @Field(() => Int, { description: 'The revision that is shown; 0 for a new period.' }) revision: number;
  @Field(() => String) value: string;
  @Field(() => IndicatorQualifierName) qualifier: IndicatorQualifier;
  @Field(() => String, { nullable: true }) plan?: string | null;
  @Field(() => String) source: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const IndicatorResult = resultUnion('IndicatorResult', () => [SectorIndicator, Refused, VersionConflict] as const);
