import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import type { ClosureView } from './closure-book.js';

@ObjectType({ description: 'Days, both included, on which a whole cooperative delivers nothing.' })
@Authority('PUBLIC')
export class HolidayClosure implements ClosureView {
  @Field(() => ID) id: string;
  @Field(() => LocalDate) firstDay: string;
  @Field(() => LocalDate) lastDay: string;
  @Field(() => String) message: string;
}

@InputType()
export class HolidayClosureCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => LocalDate) firstDay: string;
  @Field(() => LocalDate) lastDay: string;
  @Field(() => String) message: string;
}

@InputType()
export class HolidayClosureCancelInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

export const HolidayClosureResult = resultUnion(
  'HolidayClosureResult',
  () => [HolidayClosure, Refused, VersionConflict] as const,
);
