import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { OfficeDaySetInput, StallRuleBook, StallRuleBookResult, StallRuleSetInput } from './stall-rule.graphql.js';
import { ruleBookMessages } from './stall-rule.messages.js';
import { StallRuleQueries } from './stall-rule.queries.js';
import { StallRuleService } from './stall-rule.service.js';

type BookAnswer = Promise<typeof StallRuleBookResult>;

@Resolver(() => StallRuleBook)
export class StallRuleResolver {
  constructor(
    private readonly queries: StallRuleQueries,
    private readonly service: StallRuleService,
  ) {}

  @Query(() => StallRuleBook)
  @Authority('board.view')
  stallRuleBook(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<StallRuleBook> {
    return this.queries.ofEvent(actor, eventCode ?? null);
  }

  @Mutation(() => StallRuleBookResult)
  @Authority('stallRule.edit')
  async stallRuleSet(@Args('input') input: StallRuleSetInput, @CurrentActor() actor: Actor): BookAnswer {
    return this.answer(actor, await this.service.set(actor, input));
  }

  @Mutation(() => StallRuleBookResult)
  @Authority('stallRule.edit')
  async officeDaySet(@Args('input') input: OfficeDaySetInput, @CurrentActor() actor: Actor): BookAnswer {
    return this.answer(actor, await this.service.setHoliday(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): BookAnswer {
    return answer(result, 'StallRuleBook', (id) => this.queries.book(actor, id), ruleBookMessages, actor.locale) as BookAnswer;
  }
}
