import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { RfqComparison } from './comparison.graphql.js';
import { ComparisonQueries } from './comparison.queries.js';

@Resolver(() => RfqComparison)
export class ComparisonResolver {
  constructor(private readonly queries: ComparisonQueries) {}

  @Query(() => RfqComparison)
  @Authority('rfq.manage')
  rfqComparison(@Args('rfqId', { type: () => ID }) rfqId: string, @CurrentActor() actor: Actor): Promise<RfqComparison> {
    return this.queries.of(actor, rfqId);
  }
}
