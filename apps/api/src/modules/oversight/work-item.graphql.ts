import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Instant, VND } from '../../platform/graphql/scalars.js';
import { WORK_ITEM_KINDS } from './work-item-sources.js';

export const WorkItemKind = enumOf(WORK_ITEM_KINDS);
registerEnumType(WorkItemKind, { name: 'WorkItemKind' });

@ObjectType({ description: 'One thing that waits for the reader; the web words the sentence from kind and fields.' })
@Authority('SIGNED_IN')
export class WorkItem {
  @Field(() => ID) id: string;
  @Field(() => WorkItemKind) kind: keyof typeof WorkItemKind;
  @Field(() => ID) entityId: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) counterparty: string | null;
  @Field(() => VND, { nullable: true }) amount: bigint | null;
  @Field(() => Int, { nullable: true }) quantity: number | null;
  @Field(() => Instant, { nullable: true }) dueAt: Date | null;
  @Field(() => Instant) since: Date;
}
