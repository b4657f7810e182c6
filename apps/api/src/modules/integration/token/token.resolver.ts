import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { answer, resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';
import { integrationMessages } from '../integration.messages.js';
import { TokenService } from './token.service.js';

@ObjectType({ description: "A partner program's key." })
@Authority('PARTIES')
export class ApiToken {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'The first signs of the key.' }) prefix: string;
  @Field(() => [String]) scopes: string[];
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => Instant) createdAt: Date;
  @Field(() => String) createdByName: string;
  @Field(() => Instant, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => Instant, { nullable: true }) revokedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'The key itself; only in the answer that made it.' }) key?: string | null;
}
export const ApiTokenResult = resultUnion('ApiTokenResult', () => [ApiToken, Refused] as const);

@InputType()
export class ApiTokenCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) name: string;
  @Field(() => [String]) scopes: string[];
  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it works.' }) expiresOn?: string | null;
}

@InputType()
export class ApiTokenRevokeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

@Resolver(() => ApiToken)
export class TokenResolver {
  constructor(private readonly service: TokenService) {}

  @Query(() => [ApiToken])
  @Authority('integration.manage')
  apiTokens(@CurrentActor() actor: Actor): Promise<ApiToken[]> {
    return this.service.list(actor);
  }

  @Mutation(() => ApiTokenResult)
  @Authority('integration.manage')
  async apiTokenCreate(@Args('input') input: ApiTokenCreateInput, @CurrentActor() actor: Actor): Promise<typeof ApiTokenResult> {
    const { result, key } = await this.service.create(actor, input);
    const load = async (id: string) => ({ ...(await this.service.byId(actor, id)), key });
    return answer(result, 'ApiToken', load, integrationMessages, actor.locale) as Promise<typeof ApiTokenResult>;
  }

  @Mutation(() => ApiTokenResult)
  @Authority('integration.manage')
  async apiTokenRevoke(@Args('input') input: ApiTokenRevokeInput, @CurrentActor() actor: Actor): Promise<typeof ApiTokenResult> {
    const result = await this.service.revoke(actor, input);
    return answer(result, 'ApiToken', (id) => this.service.byId(actor, id), integrationMessages, actor.locale) as Promise<
      typeof ApiTokenResult
    >;
  }
}
