import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LifeWaiverAction, Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { shipmentMessages, type ShipmentRefusal } from '../shipment.messages.js';
import {
  LifeWaiver,
  LifeWaiverAskInput,
  LifeWaiverDecideInput,
  LifeWaiverOfferInput,
  LifeWaiverResult,
  LineLife,
} from './life-waiver.graphql.js';
import { lifeWaiverMessages, type LifeWaiverRefusal } from './life-waiver.messages.js';
import { LifeWaiverOfferService } from './life-waiver-offer.service.js';
import { LifeWaiverQueries } from './life-waiver.queries.js';
import { LifeWaiverService } from './life-waiver.service.js';

const messages: Messages<ShipmentRefusal | LifeWaiverRefusal> = { ...shipmentMessages, ...lifeWaiverMessages };

@Resolver(() => LifeWaiver)
export class LifeWaiverResolver {
  constructor(
    private readonly service: LifeWaiverService,
    private readonly offers: LifeWaiverOfferService,
    private readonly queries: LifeWaiverQueries,
  ) {}

  @Query(() => [LifeWaiver], { description: 'Of an order, the newest first.' })
  @Authority('SIGNED_IN')
  lifeWaivers(@Args('orderId', { type: () => ID }) orderId: string, @CurrentActor() actor: Actor): Promise<LifeWaiver[]> {
    return this.queries.ofOrder(actor, orderId);
  }

  @Query(() => [LineLife], { description: 'Of an order’s lines of goods kept by lots; of the two parties alone.' })
  @Authority('SIGNED_IN')
  orderLineLife(@Args('orderId', { type: () => ID }) orderId: string, @CurrentActor() actor: Actor): Promise<LineLife[]> {
    return this.offers.lineLife(actor, orderId);
  }

  @Mutation(() => LifeWaiverResult, {
    description: 'The buyer allows, unasked, goods with less life left than the rules ask for.',
  })
  @Authority('lifeWaiver.decide')
  async lifeWaiverOffer(@Args('input') input: LifeWaiverOfferInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.offers.offer(actor, input));
  }

  @Mutation(() => LifeWaiverResult)
  @Authority('lifeWaiver.ask')
  async lifeWaiverAsk(@Args('input') input: LifeWaiverAskInput, @CurrentActor() actor: Actor) {
    return this.answer(actor, await this.service.ask(actor, input));
  }

  @Mutation(() => LifeWaiverResult)
  @Authority('lifeWaiver.ask')
  lifeWaiverWithdraw(@Args('input') input: LifeWaiverDecideInput, @CurrentActor() actor: Actor) {
    return this.act(actor, 'withdraw', input);
  }

  @Mutation(() => LifeWaiverResult)
  @Authority('lifeWaiver.decide')
  lifeWaiverGrant(@Args('input') input: LifeWaiverDecideInput, @CurrentActor() actor: Actor) {
    return this.act(actor, 'grant', input);
  }

  @Mutation(() => LifeWaiverResult)
  @Authority('lifeWaiver.decide')
  lifeWaiverRefuse(@Args('input') input: LifeWaiverDecideInput, @CurrentActor() actor: Actor) {
    return this.act(actor, 'refuse', input);
  }

  @Mutation(() => LifeWaiverResult, { description: 'For shipments that have not left yet.' })
  @Authority('lifeWaiver.decide')
  lifeWaiverEnd(@Args('input') input: LifeWaiverDecideInput, @CurrentActor() actor: Actor) {
    return this.act(actor, 'end', input);
  }

  private async act(actor: Actor, action: LifeWaiverAction, input: LifeWaiverDecideInput) {
    return this.answer(actor, await this.service.act(actor, action, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof LifeWaiverResult> {
    return answer(result, 'LifeWaiver', (id) => this.queries.byId(actor, id), messages, actor.locale) as Promise<
      typeof LifeWaiverResult
    >;
  }
}
