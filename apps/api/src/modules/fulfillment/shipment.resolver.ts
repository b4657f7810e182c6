import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { Order } from '../ordering/index.js';
import { DispatchService } from './dispatch.service.js';
import { ReceiptService } from './receipt.service.js';
import { ReceiptPostInput, Shipment, ShipmentDispatchInput, ShipmentResult } from './shipment.graphql.js';
import { shipmentMessages } from './shipment.messages.js';
import { ShipmentQueries } from './shipment.queries.js';

@Resolver(() => Shipment)
export class ShipmentResolver {
  constructor(
    private readonly dispatching: DispatchService,
    private readonly receiving: ReceiptService,
    private readonly queries: ShipmentQueries,
  ) {}

  @Query(() => Shipment, { nullable: true })
  @Authority('SIGNED_IN')
  shipment(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Shipment> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => ShipmentResult)
  @Authority('shipment.dispatch')
  async shipmentDispatch(
    @Args('input') input: ShipmentDispatchInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ShipmentResult> {
    const result = await this.dispatching.dispatch(actor, input);
    return answer(result, 'Shipment', (id) => this.queries.byId(actor, id), shipmentMessages, actor.locale) as Promise<
      typeof ShipmentResult
    >;
  }

  @Mutation(() => ShipmentResult)
  @Authority('receipt.post')
  async receiptPost(@Args('input') input: ReceiptPostInput, @CurrentActor() actor: Actor): Promise<typeof ShipmentResult> {
    const result = await this.receiving.post(actor, input);
    return answer(result, 'Shipment', (id) => this.queries.byId(actor, id), shipmentMessages, actor.locale) as Promise<
      typeof ShipmentResult
    >;
  }
}

/** The shipments on the page of an order. */
@Resolver(() => Order)
export class OrderShipmentsResolver {
  constructor(private readonly queries: ShipmentQueries) {}

  @ResolveField(() => [Shipment], { name: 'shipments' })
  shipments(@Parent() order: Order, @CurrentActor() actor: Actor): Promise<Shipment[]> {
    return this.queries.ofOrder(actor, order.id);
  }
}
