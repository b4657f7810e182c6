import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';

@ObjectType({ description: 'Points are hundredths throughout.' })
@Authority('PARTIES')
export class OcopCriterion {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => Int) points: number;
  @Field(() => Int) given: number;
}

@ObjectType()
@Authority('PARTIES')
export class OcopPart {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => Int) points: number;
  @Field(() => Int) got: number;
  @Field(() => [OcopCriterion]) items: OcopCriterion[];
}

@ObjectType({ description: 'From so many hundredths of a point a product reaches these stars.' })
@Authority('PARTIES')
export class OcopBand {
  @Field(() => Int) stars: number;
  @Field(() => Int) from: number;
}

@ObjectType({ description: "A cooperative's own guess at its product's points; no council has seen it." })
@Authority('PARTIES')
export class OcopSelfAssessment {
  @Field(() => ID) productId: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'What the table was made from, and what it is not.' }) source: string;
  @Field(() => [OcopPart]) parts: OcopPart[];
  @Field(() => [OcopBand]) bands: OcopBand[];
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'The band it would reach; 0 = below three stars.' }) stars: number;
  @Field(() => Int, { nullable: true }) nextStars: number | null;
  @Field(() => Int, { nullable: true }) lacking: number | null;
  @Field(() => [String], { description: 'Rows with points left, the most first.' }) gaps: string[];
  @Field(() => Int) version: number;
}

@InputType()
export class OcopPointInput {
  @Field(() => String) code: string;
  @Field(() => Int, { description: 'Hundredths of a point.' }) points: number;
}

@InputType()
export class OcopAssessInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => Int, { description: '0 for the first time.' }) version: number;
  @Field(() => [OcopPointInput]) points: OcopPointInput[];
}

export const OcopAssessResult = resultUnion('OcopAssessResult', () => [OcopSelfAssessment, Refused, VersionConflict] as const);
