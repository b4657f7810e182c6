import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { OrganizationKind as Kind } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, MaybeActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { OrganizationKind, OrganizationRef } from '../identity/index.js';
import {
  AdministrativeUnit,
  MyOrganization,
  OrganizationPage,
  OrganizationResult,
  OrganizationUpdateInput,
} from './organization.graphql.js';
import { OrganizationQueries } from './organization.queries.js';
import { OrganizationService } from './organization.service.js';
import { organizationMessages } from './registry.messages.js';

@Resolver(() => OrganizationPage)
export class OrganizationResolver {
  constructor(
    private readonly queries: OrganizationQueries,
    private readonly service: OrganizationService,
  ) {}

  @Query(() => OrganizationPage, { nullable: true })
  @Authority('PUBLIC')
  organizationPage(
    @Args('slug', { type: () => String }) slug: string,
    @MaybeActor() actor: Actor | null,
  ): Promise<Omit<OrganizationPage, 'products'> | null> {
    return this.queries.page(actor, slug);
  }

  @Query(() => [AdministrativeUnit])
  @Authority('PUBLIC')
  administrativeUnits(@Args('level', { type: () => String }) level: string): Promise<AdministrativeUnit[]> {
    return this.queries.units(level);
  }

  @Query(() => MyOrganization)
  @Authority('SIGNED_IN')
  myOrganization(@CurrentActor() actor: Actor): Promise<MyOrganization> {
    return this.queries.mine(actor);
  }

  @Query(() => [OrganizationRef])
  @Authority('SIGNED_IN')
  organizations(
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('kinds', { type: () => [OrganizationKind], nullable: true }) kinds: Kind[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
  ): Promise<OrganizationRef[]> {
    return this.queries.search(search, kinds, first);
  }

  @Mutation(() => OrganizationResult)
  @Authority('organization.edit')
  async organizationUpdate(
    @Args('input') input: OrganizationUpdateInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrganizationResult> {
    const result = await this.service.update(actor, input);
    return answer(result, 'MyOrganization', () => this.queries.mine(actor), organizationMessages, actor.locale) as Promise<
      typeof OrganizationResult
    >;
  }
}
