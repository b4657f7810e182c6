import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const AreaGrouping = enumOf(['DISTRICT', 'COMMUNE']);
registerEnumType(AreaGrouping, {
  name: 'AreaGrouping',
  description: 'Districts ended on 30/6/2025 and live on as labels; communes are the units since.',
});

@ObjectType({
  description: 'How many organizations stood in an area on a day, and what they offer; without a code the area is not known.',
})
@Authority('board.view')
export class AreaCount {
  @Field(() => ID, { nullable: true }) code: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => Int) organizations: number;
  @Field(() => Int) products: number;
}
