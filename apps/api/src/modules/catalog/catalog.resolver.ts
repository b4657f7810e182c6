import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Locale } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { BadInputError } from '../../platform/errors.js';
import { ReaderLocale } from '../../platform/graphql/context.js';
import { OrganizationPage } from '../registry/index.js';
import {
  CatalogConnection,
  CatalogFacets,
  CatalogFilter,
  CatalogItem,
  CatalogPlace,
  CatalogSort,
  CatalogSuggestions,
} from './catalog.graphql.js';
import { CatalogQueries } from './catalog.queries.js';
import type { CatalogSort as Sort } from './catalog.view.js';

@Resolver(() => OrganizationPage)
export class CatalogResolver {
  constructor(private readonly queries: CatalogQueries) {}

  @Query(() => CatalogConnection)
  @Authority('PUBLIC')
  catalog(
    @Args('filter', { type: () => CatalogFilter, nullable: true }) filter: CatalogFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('sort', { type: () => CatalogSort, nullable: true }) sort: Sort | null,
  ): Promise<InstanceType<typeof CatalogConnection>> {
    return this.queries.page(filter ?? {}, first, after, sort);
  }

  @Query(() => CatalogFacets)
  @Authority('PUBLIC')
  catalogFacets(
    @Args('filter', { type: () => CatalogFilter, nullable: true }) filter: CatalogFilter | null,
    @ReaderLocale() locale: Locale,
  ): Promise<CatalogFacets> {
    return this.queries.facets(filter ?? {}, locale);
  }

  /** In the order asked; what is not on sale is left out. */
  @Query(() => [CatalogItem])
  @Authority('PUBLIC')
  catalogItems(@Args('ids', { type: () => [ID] }) ids: string[]): Promise<CatalogItem[]> {
    if (ids.length > 200) throw new BadInputError('Mỗi lần xem tối đa 200 sản phẩm.', 'ids');
    return this.queries.byIds(ids);
  }

  @Query(() => [CatalogPlace])
  @Authority('PUBLIC')
  catalogPlaces(): Promise<CatalogPlace[]> {
    return this.queries.places();
  }

  @Query(() => CatalogSuggestions)
  @Authority('PUBLIC')
  catalogSuggestions(
    @Args('text', { type: () => String }) text: string,
    @ReaderLocale() locale: Locale,
  ): Promise<CatalogSuggestions> {
    return this.queries.suggestions(text, locale);
  }

  @ResolveField(() => [CatalogItem], { name: 'products' })
  products(@Parent() organization: OrganizationPage): Promise<CatalogItem[]> {
    return this.queries.ofOrganization(organization.id);
  }
}
