import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  DeliveryRoute,
  DeliveryRouteResult,
  DeliveryRouteRetireInput,
  DeliveryRouteSaveInput,
  DeliveryRouteStop,
} from './route.graphql.js';
import { routeMessages } from './route.messages.js';
import { RouteQueries } from './route.queries.js';
import { RouteService } from './route.service.js';

@Resolver(() => DeliveryRoute)
export class RouteResolver {
  constructor(
    private readonly service: RouteService,
    private readonly queries: RouteQueries,
  ) {}

  @Query(() => [DeliveryRoute], { description: 'Of the acting organization, the general one first.' })
  @Authority('route.edit')
  deliveryRoutes(@CurrentActor() actor: Actor): Promise<DeliveryRoute[]> {
    return this.queries.own(actor);
  }

  @Query(() => [DeliveryRouteStop], { description: 'Places of buyers the acting organization has an order or a contract with.' })
  @Authority('route.edit')
  deliveryRoutePlaces(@CurrentActor() actor: Actor): Promise<DeliveryRouteStop[]> {
    return this.queries.places(actor);
  }

  @Mutation(() => DeliveryRouteResult)
  @Authority('route.edit')
  async deliveryRouteSave(
    @Args('input') input: DeliveryRouteSaveInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof DeliveryRouteResult> {
    return this.answer(actor, await this.service.save(actor, input));
  }

  @Mutation(() => DeliveryRouteResult)
  @Authority('route.edit')
  async deliveryRouteRetire(
    @Args('input') input: DeliveryRouteRetireInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof DeliveryRouteResult> {
    return this.answer(actor, await this.service.retire(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof DeliveryRouteResult> {
    return answer(result, 'DeliveryRoute', (id) => this.queries.byId(actor, id), routeMessages, actor.locale) as Promise<
      typeof DeliveryRouteResult
    >;
  }
}
