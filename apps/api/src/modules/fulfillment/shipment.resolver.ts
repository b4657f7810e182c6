import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer, type Messages } from '../../platform/graphql/refusal.js';
import { Order } from '../ordering/index.js';
import { DispatchService } from './dispatch.service.js';
import { ProofService } from './proof/proof.service.js';
import { DisputeService } from './receipt/dispute.service.js';
import { GoodsFateService } from './receipt/goods-fate.service.js';
import { ReceiptVoidService } from './receipt/receipt-void.service.js';
import { ReceiptService } from './receipt/receipt.service.js';
import {
  DeliveryProofInput,
  GoodsSettleInput,
  ReceiptActionInput,
  ReceiptPostInput,
  Shipment,
  ShipmentDispatchInput,
  ShipmentResult,
} from './shipment.graphql.js';
import { shipmentMessages, type ShipmentRefusal } from './shipment.messages.js';
import { tripMessages, type TripRefusal } from './trip/trip.messages.js';
import { ShipmentQueries } from './shipment.queries.js';

const messages: Messages<ShipmentRefusal | TripRefusal> = { ...shipmentMessages, ...tripMessages };

@Resolver(() => Shipment)
export class ShipmentResolver {
  constructor(
    private readonly dispatching: DispatchService,
    private readonly receiving: ReceiptService,
    private readonly voiding: ReceiptVoidService,
    private readonly disputing: DisputeService,
    private readonly fates: GoodsFateService,
    private readonly proofs: ProofService,
    private readonly queries: ShipmentQueries,
  ) {}

  @Query(() => Shipment, { nullable: true })
  @Authority('SIGNED_IN')
  shipment(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Shipment> {
    return this.queries.byId(actor, id);
  }

  @Query(() => [Shipment], {
    description: 'On the road or handed over, of the reader’s own side; what is due first, 100 at most.',
  })
  @Authority('SIGNED_IN')
  deliveries(@CurrentActor() actor: Actor): Promise<Shipment[]> {
    return this.queries.underway(actor);
  }

  @Mutation(() => ShipmentResult)
  @Authority('shipment.dispatch')
  async shipmentDispatch(
    @Args('input') input: ShipmentDispatchInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ShipmentResult> {
    return this.answer(await this.dispatching.dispatch(actor, input), actor);
  }

  @Mutation(() => ShipmentResult)
  @Authority('receipt.post')
  async receiptPost(@Args('input') input: ReceiptPostInput, @CurrentActor() actor: Actor): Promise<typeof ShipmentResult> {
    return this.answer(await this.receiving.post(actor, input), actor);
  }

  @Mutation(() => ShipmentResult, { description: 'Before anything is invoiced: the goods wait to be counted again.' })
  @Authority('receipt.void')
  async receiptVoid(@Args('input') input: ReceiptActionInput, @CurrentActor() actor: Actor): Promise<typeof ShipmentResult> {
    return this.answer(await this.voiding.void(actor, input), actor);
  }

  @Mutation(() => ShipmentResult, { description: 'The seller disputes the count, in its window.' })
  @Authority('receipt.dispute')
  async receiptDispute(@Args('input') input: ReceiptActionInput, @CurrentActor() actor: Actor): Promise<typeof ShipmentResult> {
    return this.answer(await this.disputing.open(actor, input), actor);
  }

  @Mutation(() => ShipmentResult, { description: 'The buyer stands by the count.' })
  @Authority('receipt.defend')
  async receiptDisputeAnswer(
    @Args('input') input: ReceiptActionInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ShipmentResult> {
    return this.answer(await this.disputing.answer(actor, input), actor);
  }

  @Mutation(() => ShipmentResult)
  @Authority('receipt.dispute')
  async receiptDisputeWithdraw(
    @Args('input') input: ReceiptActionInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ShipmentResult> {
    return this.answer(await this.disputing.withdraw(actor, input), actor);
  }

  @Mutation(() => ShipmentResult, { description: 'What becomes of rejected and returned goods.' })
  @Authority('goods.settle')
  async goodsSettle(@Args('input') input: GoodsSettleInput, @CurrentActor() actor: Actor): Promise<typeof ShipmentResult> {
    return this.answer(await this.fates.settle(actor, input), actor);
  }

  @Mutation(() => ShipmentResult, { description: 'The hand-over at the ramp.' })
  @Authority('proof.record')
  async deliveryProof(@Args('input') input: DeliveryProofInput, @CurrentActor() actor: Actor): Promise<typeof ShipmentResult> {
    return this.answer(await this.proofs.record(actor, input), actor);
  }

  private answer(result: Result<string, Refusal>, actor: Actor): Promise<typeof ShipmentResult> {
    return answer(result, 'Shipment', (id) => this.queries.byId(actor, id), messages, actor.locale) as Promise<
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
