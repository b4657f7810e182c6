import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { RfqFile } from '../rfq/rfq.graphql.js';

@ObjectType({ description: 'Between the buyer and one cooperative; nobody else reads it.' })
@Authority('PARTIES')
export class RfqMessage {
  @Field(() => ID) id: string;
  @Field(() => Boolean) mine: boolean;
  @Field(() => String, { nullable: true }) authorName: string | null;
  @Field(() => String) orgName: string;
  @Field(() => String) body: string;
  @Field(() => RfqFile, { nullable: true }) file: RfqFile | null;
  @Field(() => Instant) at: Date;
  @Field(() => Boolean, { description: 'The other side has opened the thread since.' }) read: boolean;
}

export const RfqMessageResult = resultUnion('RfqMessageResult', () => [RfqMessage, Refused] as const);

@InputType()
export class RfqMessageInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) rfqId: string;
  @Field(() => ID) sellerOrgId: string;
  @Field(() => String) body: string;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

@InputType()
export class RfqReadInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) rfqId: string;
  @Field(() => ID) sellerOrgId: string;
}
