import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { OrganizationPage } from '../../registry/index.js';
import { Product } from '../product.graphql.js';
import { ClosureBook } from './closure-book.js';
import { HolidayClosure, HolidayClosureCancelInput, HolidayClosureCreateInput, HolidayClosureResult } from './closure.graphql.js';
import { closureMessages } from './closure.messages.js';
import { ClosureService } from './closure.service.js';

@Resolver(() => HolidayClosure)
export class ClosureResolver {
  constructor(
    private readonly service: ClosureService,
    private readonly book: ClosureBook,
  ) {}

  @Query(() => [HolidayClosure], { description: 'Of the acting organization: running and coming ones.' })
  @Authority('product.edit')
  holidayClosures(@CurrentActor() actor: Actor): Promise<HolidayClosure[]> {
    return this.book.ahead(actor.orgId);
  }

  @Mutation(() => HolidayClosureResult)
  @Authority('product.edit')
  async holidayClosureCreate(@Args('input') input: HolidayClosureCreateInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.service.create(actor, input));
  }

  @Mutation(() => HolidayClosureResult)
  @Authority('product.edit')
  async holidayClosureCancel(@Args('input') input: HolidayClosureCancelInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.service.cancel(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>) {
    return answer(result, 'HolidayClosure', (id) => this.book.byId(actor.orgId, id), closureMessages, actor.locale);
  }
}

@Resolver(() => Product)
export class ProductClosureResolver {
  constructor(private readonly book: ClosureBook) {}

  @ResolveField(() => [HolidayClosure], { name: 'closures', description: 'Of its cooperative: running and coming ones.' })
  closures(@Parent() product: Product): Promise<HolidayClosure[]> {
    return this.book.ahead(product.cooperative.id);
  }
}

@Resolver(() => OrganizationPage)
export class OrganizationClosureResolver {
  constructor(private readonly book: ClosureBook) {}

  @ResolveField(() => [HolidayClosure], { name: 'closures', description: 'Running and coming ones.' })
  closures(@Parent() organization: OrganizationPage): Promise<HolidayClosure[]> {
    return this.book.ahead(organization.id);
  }
}
