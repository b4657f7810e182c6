import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { OrderResult } from '../order.graphql.js';
import { orderMessages } from '../order.messages.js';
import { OrderQueries } from '../order.queries.js';
import { AgreementOffer, OrderLinkInput, PadOffer, PadOfferLineInput } from './agreement-link.graphql.js';
import { AgreementLinkQueries } from './agreement-link.queries.js';
import { AgreementLinkService } from './agreement-link.service.js';

@Resolver(() => AgreementOffer)
export class AgreementLinkResolver {
  constructor(
    private readonly service: AgreementLinkService,
    private readonly queries: AgreementLinkQueries,
    private readonly orders: OrderQueries,
  ) {}

  @Query(() => [AgreementOffer], { description: 'For the buyer, while nothing of the order has left; contracts first.' })
  @Authority('SIGNED_IN')
  agreementOffers(@Args('orderId', { type: () => ID }) orderId: string, @CurrentActor() actor: Actor): Promise<AgreementOffer[]> {
    return this.queries.offers(actor, orderId);
  }

  @Query(() => [PadOffer], { description: 'Agreements with this seller that rows of a sheet could count for; contracts first.' })
  @Authority('order.place')
  padOffers(
    @Args('sellerOrgId', { type: () => ID }) sellerOrgId: string,
    @Args('lines', { type: () => [PadOfferLineInput] }) lines: PadOfferLineInput[],
    @CurrentActor() actor: Actor,
  ): Promise<PadOffer[]> {
    return this.queries.forSheet(actor, sellerOrgId, lines);
  }

  @Mutation(() => OrderResult, { description: 'For good: price and terms stay those of the order.' })
  @Authority('order.place')
  async orderLink(@Args('input') input: OrderLinkInput, @CurrentActor() actor: Actor): Promise<typeof OrderResult> {
    const linked = await this.service.link(actor, input);
    const load = (id: string) => this.orders.head(actor, id);
    return answer(linked, 'Order', load, orderMessages, actor.locale) as Promise<typeof OrderResult>;
  }
}
