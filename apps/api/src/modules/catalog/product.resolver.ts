import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Locale, Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, MaybeActor, ReaderLocale } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import type { ProductStatus as Status } from './catalog.view.js';
import {
  Product,
  ProductActionInput,
  ProductConnection,
  ProductCreateInput,
  ProductGradesSetInput,
  ProductPacksSetInput,
  ProductPhotosSetInput,
  ProductResult,
  ProductStatus,
  ProductUpdateInput,
} from './product.graphql.js';
import { productMessages } from './product.messages.js';
import { ProductQueries } from './product.queries.js';
import { ProductPartsService } from './product-parts.service.js';
import { ProductService } from './product.service.js';

type Page = InstanceType<typeof ProductConnection>;
type Answer = Promise<typeof ProductResult>;

@Resolver(() => Product)
export class ProductResolver {
  constructor(
    private readonly queries: ProductQueries,
    private readonly service: ProductService,
    private readonly parts: ProductPartsService,
  ) {}

  @Query(() => Product, { nullable: true })
  @Authority('PUBLIC')
  product(
    @Args('slug', { type: () => String }) slug: string,
    @MaybeActor() actor: Actor | null,
    @ReaderLocale() locale: Locale,
  ): Promise<Product | null> {
    return this.queries.bySlug(actor, slug, locale);
  }

  @Query(() => Product, { nullable: true })
  @Authority('PUBLIC')
  productById(
    @Args('id', { type: () => ID }) id: string,
    @MaybeActor() actor: Actor | null,
    @ReaderLocale() locale: Locale,
  ): Promise<Product | null> {
    return this.queries.byId(actor, id, locale);
  }

  @Query(() => ProductConnection)
  @Authority('SIGNED_IN')
  myProducts(
    @Args('status', { type: () => ProductStatus, nullable: true }) status: Status | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page> {
    return this.queries.mine(actor, status, search, first, after);
  }

  @Query(() => ProductConnection)
  @Authority('product.publish')
  productsToReview(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page> {
    return this.queries.toReview(actor, first, after);
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productCreate(@Args('input') input: ProductCreateInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.create(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productUpdate(@Args('input') input: ProductUpdateInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.update(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productGradesSet(@Args('input') input: ProductGradesSetInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.parts.setGrades(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productPacksSet(@Args('input') input: ProductPacksSetInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.parts.setPacks(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productPhotosSet(@Args('input') input: ProductPhotosSetInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.parts.setPhotos(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productSubmit(@Args('input') input: ProductActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.submit(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.publish')
  async productPublish(@Args('input') input: ProductActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.publish(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.publish')
  async productReturn(@Args('input') input: ProductActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.returnForChanges(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productPause(@Args('input') input: ProductActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.pause(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productResume(@Args('input') input: ProductActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.resume(actor, input));
  }

  @Mutation(() => ProductResult)
  @Authority('product.edit')
  async productArchive(@Args('input') input: ProductActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.archive(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(
      result,
      'Product',
      (id) => this.queries.mustById(actor, id),
      productMessages,
      actor.locale,
    ) as unknown as Answer;
  }
}
