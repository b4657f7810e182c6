import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { OcopAssessInput, OcopAssessResult, OcopSelfAssessment } from './ocop.graphql.js';
import { ocopMessages, OcopService } from './ocop.service.js';

@Resolver()
export class OcopResolver {
  constructor(private readonly service: OcopService) {}

  @Query(() => OcopSelfAssessment, { description: 'Of a product of the acting cooperative; empty rows until it is saved.' })
  @Authority('ocop.assess')
  ocopSelfAssessment(
    @Args('productId', { type: () => ID }) productId: string,
    @CurrentActor() actor: Actor,
  ): Promise<OcopSelfAssessment> {
    return this.service.of(actor, productId);
  }

  @Mutation(() => OcopAssessResult)
  @Authority('ocop.assess')
  async ocopAssess(@Args('input') input: OcopAssessInput, @CurrentActor() actor: Actor): Promise<typeof OcopAssessResult> {
    const result = await this.service.save(actor, input);
    return answer(result, 'OcopSelfAssessment', (id) => this.service.of(actor, id), ocopMessages, actor.locale) as Promise<
      typeof OcopAssessResult
    >;
  }
}
