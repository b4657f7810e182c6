import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { SupplierNeedInput, SupplierSuggestion } from './suggestion.graphql.js';
import { SupplierSuggestions } from './supplier-suggestions.js';

@Resolver(() => SupplierSuggestion)
export class SuggestionResolver {
  constructor(private readonly suggestions: SupplierSuggestions) {}

  @Query(() => [SupplierSuggestion], { description: 'For a line of a request: the best twenty, explained.' })
  @Authority('rfq.manage')
  supplierSuggestions(
    @Args('need', { type: () => SupplierNeedInput }) need: SupplierNeedInput,
    @CurrentActor() actor: Actor,
  ): Promise<SupplierSuggestion[]> {
    return this.suggestions.of(actor, need);
  }

  @Query(() => [SupplierSuggestion], { description: "For a demand post of the reader's own." })
  @Authority('demand.manage')
  demandSuggestions(
    @Args('demandId', { type: () => ID }) demandId: string,
    @CurrentActor() actor: Actor,
  ): Promise<SupplierSuggestion[]> {
    return this.suggestions.ofDemand(actor, demandId);
  }
}
