import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import { Order } from '../ordering/index.js';
import { CardCheckoutService } from './card/card-checkout.service.js';
import {
  CardPaymentCancelInput,
  CardPaymentStartInput,
  CardRefundInput,
  PaymentAnswerInput,
  PaymentDeclareInput,
  PaymentRequest,
  PaymentRequestConnection,
  PaymentRequestFilter,
  PaymentRequestResult,
} from './payment-request.graphql.js';
import { paymentMessages } from './payment.messages.js';
import { PaymentRequestQueries } from './payment-request.queries.js';
import { PaymentService } from './payment.service.js';

@Resolver(() => PaymentRequest)
export class PaymentRequestResolver {
  constructor(
    private readonly payments: PaymentService,
    private readonly cards: CardCheckoutService,
    private readonly queries: PaymentRequestQueries,
  ) {}

  @Query(() => PaymentRequestConnection)
  @Authority('SIGNED_IN')
  paymentRequests(
    @Args('filter', { type: () => PaymentRequestFilter, nullable: true }) filter: PaymentRequestFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<PaymentRequest>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => PaymentRequest, { nullable: true })
  @Authority('SIGNED_IN')
  paymentRequest(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<PaymentRequest> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => PaymentRequestResult)
  @Authority('payment.declare')
  async paymentDeclare(
    @Args('input') input: PaymentDeclareInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentRequestResult> {
    return this.answer(actor, await this.payments.declare(actor, input));
  }

  @Mutation(() => PaymentRequestResult)
  @Authority('payment.confirm')
  async paymentConfirm(
    @Args('input') input: PaymentAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentRequestResult> {
    return this.answer(actor, await this.payments.confirm(actor, input));
  }

  @Mutation(() => PaymentRequestResult)
  @Authority('payment.declare')
  async cardPaymentStart(
    @Args('input') input: CardPaymentStartInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentRequestResult> {
    return this.answer(actor, await this.cards.start(actor, input));
  }

  @Mutation(() => PaymentRequestResult)
  @Authority('payment.declare')
  async cardPaymentCancel(
    @Args('input') input: CardPaymentCancelInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentRequestResult> {
    return this.answer(actor, await this.cards.cancel(actor, input));
  }

  @Mutation(() => PaymentRequestResult)
  @Authority('payment.confirm')
  async cardRefund(@Args('input') input: CardRefundInput, @CurrentActor() actor: Actor): Promise<typeof PaymentRequestResult> {
    return this.answer(actor, await this.cards.refund(actor, input));
  }

  @Mutation(() => PaymentRequestResult)
  @Authority('payment.confirm')
  async paymentDeny(
    @Args('input') input: PaymentAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentRequestResult> {
    return this.answer(actor, await this.payments.deny(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof PaymentRequestResult> {
    return answer(result, 'PaymentRequest', (id) => this.queries.byId(actor, id), paymentMessages, actor.locale) as Promise<
      typeof PaymentRequestResult
    >;
  }
}

/** The payment requests on the page of an order; none for those who may not see prices. */
@Resolver(() => Order)
export class OrderPaymentRequestsResolver {
  constructor(private readonly queries: PaymentRequestQueries) {}

  @ResolveField(() => [PaymentRequest], { name: 'paymentRequests' })
  paymentRequests(@Parent() order: Order, @CurrentActor() actor: Actor): Promise<PaymentRequest[]> {
    return this.queries.ofOrder(actor, order.id);
  }
}
