import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { PaymentRequest } from '../payment-request.graphql.js';
import {
  Invoice,
  InvoiceConnection,
  InvoiceDecideInput,
  InvoiceFilter,
  InvoiceRecordInput,
  InvoiceResult,
} from './invoice.graphql.js';
import { invoiceMessages } from './invoice.messages.js';
import { InvoiceQueries } from './invoice.queries.js';
import { InvoiceService } from './invoice.service.js';

@Resolver(() => Invoice)
export class InvoiceResolver {
  constructor(
    private readonly service: InvoiceService,
    private readonly queries: InvoiceQueries,
  ) {}

  @Query(() => InvoiceConnection)
  @Authority('SIGNED_IN')
  invoices(
    @Args('filter', { type: () => InvoiceFilter, nullable: true }) filter: InvoiceFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<Invoice>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => Invoice, { nullable: true })
  @Authority('SIGNED_IN')
  invoice(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Invoice> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => InvoiceResult)
  @Authority('invoice.record')
  async invoiceRecord(@Args('input') input: InvoiceRecordInput, @CurrentActor() actor: Actor): Promise<typeof InvoiceResult> {
    return this.answer(actor, await this.service.record(actor, input));
  }

  @Mutation(() => InvoiceResult)
  @Authority('invoice.approve')
  async invoiceApprove(@Args('input') input: InvoiceDecideInput, @CurrentActor() actor: Actor): Promise<typeof InvoiceResult> {
    return this.answer(actor, await this.service.approve(actor, input));
  }

  @Mutation(() => InvoiceResult)
  @Authority('invoice.approve')
  async invoiceReturn(@Args('input') input: InvoiceDecideInput, @CurrentActor() actor: Actor): Promise<typeof InvoiceResult> {
    return this.answer(actor, await this.service.return(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof InvoiceResult> {
    return answer(result, 'Invoice', (id) => this.queries.byId(actor, id), invoiceMessages, actor.locale) as Promise<
      typeof InvoiceResult
    >;
  }
}

/** The e-invoices on the page of a request. */
@Resolver(() => PaymentRequest)
export class RequestInvoicesResolver {
  constructor(private readonly queries: InvoiceQueries) {}

  @ResolveField(() => [Invoice])
  invoices(@Parent() request: PaymentRequest, @CurrentActor() actor: Actor): Promise<Invoice[]> {
    return this.queries.ofRequest(actor, request.id);
  }
}
