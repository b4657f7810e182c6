import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor, ReaderLocale } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { OrganizationPage } from '../../registry/index.js';
import { Product } from '../product.graphql.js';
import {
  ChannelAddInput,
  ChannelCallInput,
  ChannelChangeInput,
  ChannelCheckInput,
  ChannelFollowUpFilter,
  ChannelLink,
  ChannelListing,
  ChannelListingConnection,
  ChannelListingResult,
  ChannelPlatform,
  ChannelSaleInput,
  ChannelStep,
  ChannelStepInput,
} from './channel.graphql.js';
import { channelMessages } from './channel.messages.js';
import { ChannelQueries } from './channel.queries.js';
import { ChannelService } from './channel.service.js';

@Resolver(() => ChannelListing)
export class ChannelResolver {
  constructor(
    private readonly service: ChannelService,
    private readonly queries: ChannelQueries,
  ) {}

  @Query(() => [ChannelPlatform])
  @Authority('PUBLIC')
  channelPlatforms(): Promise<ChannelPlatform[]> {
    return this.queries.platforms();
  }

  @Query(() => [ChannelStep], { description: "The Alliance's own guide for one platform." })
  @Authority('PUBLIC')
  channelGuide(
    @Args('platform', { type: () => String }) platform: string,
    @ReaderLocale() locale: 'vi' | 'en',
  ): Promise<ChannelStep[]> {
    return this.queries.steps(platform, locale);
  }

  @Query(() => [ChannelListing])
  @Authority('product.edit')
  myChannels(
    @Args('productId', { type: () => ID, nullable: true }) productId: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<ChannelListing[]> {
    return this.queries.own(actor, productId ?? null);
  }

  @Query(() => ChannelListing, { nullable: true })
  @Authority('SIGNED_IN')
  channelListing(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<ChannelListing> {
    return this.queries.byId(actor, id);
  }

  @Query(() => ChannelListingConnection, { description: 'What moved longest ago comes first.' })
  @Authority('board.view')
  channelFollowUps(
    @Args('filter', { type: () => ChannelFollowUpFilter, nullable: true }) filter: ChannelFollowUpFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<ChannelListing>> {
    return this.queries.followUps(actor, filter, first, after);
  }

  @Mutation(() => ChannelListingResult)
  @Authority('product.edit')
  async channelAdd(@Args('input') input: ChannelAddInput, @CurrentActor() actor: Actor): Promise<typeof ChannelListingResult> {
    return this.answer(actor, await this.service.add(actor, input));
  }

  @Mutation(() => ChannelListingResult)
  @Authority('product.edit')
  async channelChange(
    @Args('input') input: ChannelChangeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ChannelListingResult> {
    return this.answer(actor, await this.service.change(actor, input));
  }

  @Mutation(() => ChannelListingResult)
  @Authority('product.edit')
  async channelStepTick(
    @Args('input') input: ChannelStepInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ChannelListingResult> {
    return this.answer(actor, await this.service.tick(actor, input));
  }

  @Mutation(() => ChannelListingResult, { description: 'By the cooperative or an officer.' })
  @Authority('SIGNED_IN')
  async channelCheck(
    @Args('input') input: ChannelCheckInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ChannelListingResult> {
    return this.answer(actor, await this.service.check(actor, input));
  }

  @Mutation(() => ChannelListingResult)
  @Authority('product.edit')
  async channelSaleRecord(
    @Args('input') input: ChannelSaleInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ChannelListingResult> {
    return this.answer(actor, await this.service.recordSale(actor, input));
  }

  @Mutation(() => ChannelListingResult)
  @Authority('board.view')
  async channelCallNote(
    @Args('input') input: ChannelCallInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ChannelListingResult> {
    return this.answer(actor, await this.service.noteCall(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof ChannelListingResult> {
    return answer(result, 'ChannelListing', (id) => this.queries.byId(actor, id), channelMessages, actor.locale) as Promise<
      typeof ChannelListingResult
    >;
  }
}

/** Where consumers can buy it, on the public page of a product. */
@Resolver(() => Product)
export class ProductChannelsResolver {
  constructor(private readonly queries: ChannelQueries) {}

  @ResolveField(() => [ChannelLink], { name: 'channels' })
  async channels(@Parent() product: Product): Promise<ChannelLink[]> {
    return (await this.queries.links([product.id])).get(product.id) ?? [];
  }
}

/** The same on the public page of a cooperative. */
@Resolver(() => OrganizationPage)
export class OrganizationChannelsResolver {
  constructor(private readonly queries: ChannelQueries) {}

  @ResolveField(() => [ChannelLink], { name: 'channels' })
  channels(@Parent() organization: OrganizationPage): Promise<ChannelLink[]> {
    return this.queries.ofOrganization(organization.id);
  }
}
