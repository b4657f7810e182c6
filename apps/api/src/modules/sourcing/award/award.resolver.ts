import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Rfq, RfqResult } from '../rfq/rfq.graphql.js';
import { RfqQueries } from '../rfq/rfq.queries.js';
import {
  Award,
  AwardActionInput,
  AwardLine,
  RfqAwardInput,
  SourcingRule,
  SourcingRuleInput,
  SourcingRuleResult,
} from './award.graphql.js';
import { awardMessages } from './award.messages.js';
import { AwardQueries } from './award.queries.js';
import { AwardService } from './award.service.js';
import { RuleService } from './rule.service.js';

@Resolver(() => Rfq)
export class AwardResolver {
  constructor(
    private readonly service: AwardService,
    private readonly queries: AwardQueries,
    private readonly rules: RuleService,
    private readonly rfqs: RfqQueries,
  ) {}

  @ResolveField(() => Award, { name: 'award', nullable: true, description: 'Only for the buyer.' })
  award(@Parent() rfq: Rfq, @CurrentActor() actor: Actor): Promise<Award | null> {
    return this.queries.ofRfq(actor, rfq.id);
  }

  @ResolveField(() => [AwardLine], { name: 'awardLines', description: "What was agreed: the reader's own lines." })
  awardLines(@Parent() rfq: Rfq, @CurrentActor() actor: Actor): Promise<AwardLine[]> {
    return this.queries.lines(actor, rfq.id);
  }

  @Query(() => [AwardLine], { description: "The reader's agreed lines of all requests, the newest first." })
  @Authority('SIGNED_IN')
  myAwardLines(
    @Args('unused', { type: () => Boolean, nullable: true, defaultValue: false }) unused: boolean | null,
    @CurrentActor() actor: Actor,
  ): Promise<AwardLine[]> {
    return this.queries.mine(actor, unused ?? false);
  }

  @Query(() => SourcingRule)
  @Authority('SIGNED_IN')
  sourcingRule(@CurrentActor() actor: Actor): Promise<SourcingRule> {
    return this.rules.of(actor);
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.manage')
  async rfqAward(@Args('input') input: RfqAwardInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.award(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.approve')
  async awardApprove(@Args('input') input: AwardActionInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.approve(actor, input));
  }

  @Mutation(() => RfqResult)
  @Authority('rfq.approve')
  async awardReturn(@Args('input') input: AwardActionInput, @CurrentActor() actor: Actor): Promise<typeof RfqResult> {
    return this.answer(actor, await this.service.sendBack(actor, input));
  }

  @Mutation(() => SourcingRuleResult)
  @Authority('sourcing.rule')
  async sourcingRuleSet(
    @Args('input') input: SourcingRuleInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SourcingRuleResult> {
    const result = await this.rules.set(actor, input);
    return answer(result, 'SourcingRule', () => this.rules.of(actor), awardMessages, actor.locale) as Promise<
      typeof SourcingRuleResult
    >;
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof RfqResult> {
    return answer(result, 'Rfq', (id) => this.rfqs.byId(actor, id), awardMessages, actor.locale) as Promise<typeof RfqResult>;
  }
}
