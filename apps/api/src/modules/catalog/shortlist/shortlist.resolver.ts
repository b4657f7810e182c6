import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { SavedSearchQueries } from './saved-search.queries.js';
import { SavedSearchService } from './saved-search.service.js';
import {
  RemovedResult,
  SavedSearch,
  SavedSearchCreateInput,
  SavedSearchResult,
  SavedSearchUpdateInput,
  Shortlist,
  ShortlistAddInput,
  ShortlistCreateInput,
  ShortlistItemInput,
  ShortlistRemoveInput,
  ShortlistRenameInput,
  ShortlistResult,
} from './shortlist.graphql.js';
import { shortlistMessages } from './shortlist.messages.js';
import { ShortlistQueries } from './shortlist.queries.js';
import { ShortlistService } from './shortlist.service.js';

type ListAnswer = Promise<typeof ShortlistResult>;
type SearchAnswer = Promise<typeof SavedSearchResult>;
type RemovedAnswer = Promise<typeof RemovedResult>;

/** Lists and searches that an organization keeps for its own people. */
@Resolver(() => Shortlist)
export class ShortlistResolver {
  constructor(
    private readonly lists: ShortlistQueries,
    private readonly service: ShortlistService,
    private readonly searches: SavedSearchQueries,
    private readonly searchService: SavedSearchService,
  ) {}

  @Query(() => [Shortlist])
  @Authority('SIGNED_IN')
  shortlists(@CurrentActor() actor: Actor): Promise<Shortlist[]> {
    return this.lists.all(actor);
  }

  @Query(() => Shortlist)
  @Authority('SIGNED_IN')
  shortlist(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Shortlist> {
    return this.lists.byId(actor, id);
  }

  @Query(() => [SavedSearch])
  @Authority('SIGNED_IN')
  savedSearches(@CurrentActor() actor: Actor): Promise<SavedSearch[]> {
    return this.searches.all(actor);
  }

  @Mutation(() => ShortlistResult)
  @Authority('SIGNED_IN')
  async shortlistCreate(@Args('input') input: ShortlistCreateInput, @CurrentActor() actor: Actor): ListAnswer {
    return this.list(actor, await this.service.create(actor, input));
  }

  @Mutation(() => ShortlistResult)
  @Authority('SIGNED_IN')
  async shortlistRename(@Args('input') input: ShortlistRenameInput, @CurrentActor() actor: Actor): ListAnswer {
    return this.list(actor, await this.service.rename(actor, input));
  }

  @Mutation(() => RemovedResult)
  @Authority('SIGNED_IN')
  async shortlistRemove(@Args('input') input: ShortlistRemoveInput, @CurrentActor() actor: Actor): RemovedAnswer {
    return answer(
      await this.service.remove(actor, input),
      'Removed',
      async (id) => ({ id }),
      shortlistMessages,
      actor.locale,
    ) as RemovedAnswer;
  }

  @Mutation(() => ShortlistResult)
  @Authority('SIGNED_IN')
  async shortlistAdd(@Args('input') input: ShortlistAddInput, @CurrentActor() actor: Actor): ListAnswer {
    return this.list(actor, await this.service.add(actor, input));
  }

  @Mutation(() => ShortlistResult)
  @Authority('SIGNED_IN')
  async shortlistTakeOut(@Args('input') input: ShortlistItemInput, @CurrentActor() actor: Actor): ListAnswer {
    return this.list(actor, await this.service.takeOut(actor, input));
  }

  @Mutation(() => ShortlistResult)
  @Authority('SIGNED_IN')
  async shortlistNote(@Args('input') input: ShortlistItemInput, @CurrentActor() actor: Actor): ListAnswer {
    return this.list(actor, await this.service.note(actor, input));
  }

  @Mutation(() => SavedSearchResult)
  @Authority('SIGNED_IN')
  async savedSearchCreate(@Args('input') input: SavedSearchCreateInput, @CurrentActor() actor: Actor): SearchAnswer {
    return this.search(actor, await this.searchService.create(actor, input));
  }

  @Mutation(() => SavedSearchResult)
  @Authority('SIGNED_IN')
  async savedSearchUpdate(@Args('input') input: SavedSearchUpdateInput, @CurrentActor() actor: Actor): SearchAnswer {
    return this.search(actor, await this.searchService.update(actor, input));
  }

  @Mutation(() => RemovedResult)
  @Authority('SIGNED_IN')
  async savedSearchRemove(@Args('input') input: ShortlistRemoveInput, @CurrentActor() actor: Actor): RemovedAnswer {
    return answer(
      await this.searchService.remove(actor, input),
      'Removed',
      async (id) => ({ id }),
      shortlistMessages,
      actor.locale,
    ) as RemovedAnswer;
  }

  private list(actor: Actor, result: Result<string, Refusal>): ListAnswer {
    return answer(result, 'Shortlist', (id) => this.lists.byId(actor, id), shortlistMessages, actor.locale) as ListAnswer;
  }

  private search(actor: Actor, result: Result<string, Refusal>): SearchAnswer {
    return answer(result, 'SavedSearch', (id) => this.searches.byId(actor, id), shortlistMessages, actor.locale) as SearchAnswer;
  }
}
