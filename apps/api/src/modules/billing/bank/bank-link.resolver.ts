import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { answer, resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { BankLinkService, linkMessages } from './bank-link.service.js';

@ObjectType({ description: "A bank that reports arrivals on the seller's account." })
@Authority('PARTIES')
export class BankLink {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) address: string;
  @Field(() => String, { nullable: true, description: 'Signs the messages; told once, by the mutation that makes the link.' })
  secret: string | null;
  @Field(() => Instant) createdAt: Date;
  @Field(() => Instant, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => Instant, { nullable: true }) revokedAt: Date | null;
}
export const BankLinkResult = resultUnion('BankLinkResult', () => [BankLink, Refused] as const);

@InputType()
export class BankLinkCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) name: string;
}

@InputType()
export class BankLinkRevokeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

@Resolver(() => BankLink)
export class BankLinkResolver {
  constructor(private readonly service: BankLinkService) {}

  @Query(() => [BankLink])
  @Authority('payment.confirm')
  bankLinks(@CurrentActor() actor: Actor): Promise<BankLink[]> {
    return this.service.list(actor);
  }

  @Mutation(() => BankLinkResult)
  @Authority('bank.link')
  async bankLinkCreate(@Args('input') input: BankLinkCreateInput, @CurrentActor() actor: Actor): Promise<typeof BankLinkResult> {
    const result = await this.service.create(actor, input);
    return answer(result, 'BankLink', (id) => this.service.byId(actor, id, true), linkMessages, actor.locale) as Promise<
      typeof BankLinkResult
    >;
  }

  @Mutation(() => BankLinkResult)
  @Authority('bank.link')
  async bankLinkRevoke(@Args('input') input: BankLinkRevokeInput, @CurrentActor() actor: Actor): Promise<typeof BankLinkResult> {
    const result = await this.service.revoke(actor, input);
    return answer(result, 'BankLink', (id) => this.service.byId(actor, id, false), linkMessages, actor.locale) as Promise<
      typeof BankLinkResult
    >;
  }
}
