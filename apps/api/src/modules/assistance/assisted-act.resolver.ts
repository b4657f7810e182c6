import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, MaybeActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import { Product } from '../catalog/index.js';
import { Shipment } from '../fulfillment/index.js';
import { Order } from '../ordering/index.js';
import * as types from './assistance.graphql.js';
import { AssistedActQueries } from './assisted-act.queries.js';
import { AssistedActService } from './assisted-act.service.js';
import { assistanceMessages } from './mandate.messages.js';

type ActAnswer = Promise<typeof types.AssistedActResult>;

@Resolver(() => types.AssistedAct)
export class AssistedActResolver {
  constructor(
    private readonly service: AssistedActService,
    private readonly queries: AssistedActQueries,
  ) {}

  @Query(() => types.AssistedActConnection, {
    description: "What was done in the organization's name; all of it for the Alliance.",
  })
  @Authority('SIGNED_IN')
  assistedActs(
    @Args('filter', { type: () => types.AssistedActFilter, nullable: true }) filter: types.AssistedActFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<types.AssistedAct>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Mutation(() => types.AssistedActResult, { description: 'Answers with the first of them.' })
  @Authority('assisted.answer')
  async assistedActsConfirm(@Args('input') input: types.AssistedActsConfirmInput, @CurrentActor() actor: Actor): ActAnswer {
    return this.answer(actor, await this.service.confirm(actor, input));
  }

  @Mutation(() => types.AssistedActResult, { description: 'The act stands; the officer puts it right.' })
  @Authority('assisted.answer')
  async assistedActDeny(@Args('input') input: types.AssistedActWordsInput, @CurrentActor() actor: Actor): ActAnswer {
    return this.answer(actor, await this.service.deny(actor, input));
  }

  @Mutation(() => types.AssistedActResult)
  @Authority('assisted.settle')
  async assistedActSettle(@Args('input') input: types.AssistedActWordsInput, @CurrentActor() actor: Actor): ActAnswer {
    return this.answer(actor, await this.service.settle(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): ActAnswer {
    return answer(result, 'AssistedAct', (id) => this.queries.byId(actor, id), assistanceMessages, actor.locale) as ActAnswer;
  }
}

/** "Do cán bộ Liên minh … làm thay", at the order itself, for both sides. */
@Resolver(() => Order)
export class OrderStampsResolver {
  constructor(private readonly queries: AssistedActQueries) {}

  @ResolveField('stamps', () => [types.AssistedStamp], { description: 'What an officer did on it in the seller’s name.' })
  stamps(@Parent() order: Order, @CurrentActor() actor: Actor): Promise<types.AssistedStamp[]> {
    return this.queries.stamps(actor, 'order', order.id);
  }
}

/** At the shipment, too: whoever counts the goods reads by whose hand they were told to leave. */
@Resolver(() => Shipment)
export class ShipmentStampsResolver {
  constructor(private readonly queries: AssistedActQueries) {}

  @ResolveField('stamps', () => [types.AssistedStamp], { description: 'What an officer did on it in the seller’s name.' })
  stamps(@Parent() shipment: Shipment, @CurrentActor() actor: Actor): Promise<types.AssistedStamp[]> {
    return this.queries.stampsOfResult(actor, shipment.id);
  }
}

/** For the seller and the Alliance; a visitor of the catalogue reads none. */
@Resolver(() => Product)
export class ProductStampsResolver {
  constructor(private readonly queries: AssistedActQueries) {}

  @ResolveField('stamps', () => [types.AssistedStamp], {
    description: 'For the seller and the Alliance; empty for anybody else.',
  })
  stamps(@Parent() product: Product, @MaybeActor() actor: Actor | null): Promise<types.AssistedStamp[]> {
    const isInsider = actor !== null && (actor.orgId === product.cooperative.id || actor.orgKind === 'ALLIANCE');
    return isInsider ? this.queries.stamps(actor, 'product', product.id) : Promise.resolve([]);
  }
}
