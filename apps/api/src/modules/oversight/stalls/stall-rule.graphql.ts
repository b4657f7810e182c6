import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { STALL_VARIANTS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import { StallLevel, StallTransition } from './alert.graphql.js';

export const StallVariant = enumOf(STALL_VARIANTS);
registerEnumType(StallVariant, { name: 'StallVariant' });
export const DayCount = enumOf(['WORKING', 'CALENDAR']);
registerEnumType(DayCount, { name: 'DayCount' });
export const OfficeDayKind = enumOf(['HOLIDAY', 'WORKED']);
registerEnumType(OfficeDayKind, { name: 'OfficeDayKind' });

@ObjectType({
  description: 'A threshold of the rules for standing still, in force today; numbers that do not belong to it are null.',
})
@Authority('board.view')
export class StallRule {
  @Field(() => ID) id: string;
  @Field(() => StallTransition) transition: keyof typeof StallTransition;
  @Field(() => StallVariant) variant: keyof typeof StallVariant;
  @Field(() => StallLevel) level: keyof typeof StallLevel;
  @Field(() => Int, { nullable: true }) days: number | null;
  @Field(() => DayCount) dayCount: keyof typeof DayCount;
  @Field(() => Int) horizonDays: number;
  @Field(() => Int, { nullable: true }) belowBp: number | null;
  @Field(() => Int, { nullable: true }) periods: number | null;
  @Field(() => Int, { nullable: true }) intervalPct: number | null;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => String) source: string;
  @Field(() => String, { nullable: true, description: 'Who set it; null for the rules the platform came with.' }) setBy:
    string | null;
  @Field(() => Boolean, { description: 'Set for this event alone.' }) ofEvent: boolean;
}

@ObjectType()
@Authority('SIGNED_IN')
export class OfficeDay {
  @Field(() => LocalDate) day: string;
  @Field(() => OfficeDayKind) kind: keyof typeof OfficeDayKind;
  @Field(() => String) nameVi: string;
  @Field(() => String) nameEn: string;
  @Field(() => String) source: string;
  @Field(() => Boolean, { description: 'By the rule of the law, while the announcement of that year is not recorded.' })
  isProvisional: boolean;
}

@InputType()
export class StallRuleSetInput {
  @Field(() => String) clientKey: string;
  @Field(() => String, {
    nullable: true,
    description: 'For this event alone; without it for every event without a row of its own.',
  })
  eventCode?: string | null;
  @Field(() => StallTransition) transition: keyof typeof StallTransition;
  @Field(() => StallVariant) variant: keyof typeof StallVariant;
  @Field(() => StallLevel) level: keyof typeof StallLevel;
  @Field(() => Int, { nullable: true }) days?: number | null;
  @Field(() => Int, { nullable: true }) belowBp?: number | null;
  @Field(() => Int, { nullable: true }) periods?: number | null;
  @Field(() => Int, { nullable: true }) intervalPct?: number | null;
  @Field(() => String, { description: 'Why, or by which decision.' }) source: string;
}

@InputType()
export class OfficeDaySetInput {
  @Field(() => String) clientKey: string;
  @Field(() => LocalDate) day: string;
  @Field(() => OfficeDayKind, { nullable: true, description: 'Null takes the day out.' }) kind?:
    keyof typeof OfficeDayKind | null;
  @Field(() => String) nameVi: string;
  @Field(() => String) nameEn: string;
  @Field(() => String) source: string;
}

@ObjectType({ description: 'The rules of an event (or the general ones) and the days off of two years.' })
@Authority('board.view')
export class StallRuleBook {
  @Field(() => ID, { description: 'The event, or zeros for the general rules.' }) id: string;
  @Field(() => [StallRule]) rules: StallRule[];
  @Field(() => [OfficeDay]) holidays: OfficeDay[];
}

export const StallRuleBookResult = resultUnion('StallRuleBookResult', () => [StallRuleBook, Refused] as const);
