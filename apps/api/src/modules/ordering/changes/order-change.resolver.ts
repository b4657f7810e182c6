import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Order, OrderResult } from '../order.graphql.js';
import { orderMessages } from '../order.messages.js';
import { OrderQueries } from '../order.queries.js';
import type { OrderView } from '../order.view.js';
import { OrderChange, OrderChangeDecideInput, OrderChangeProposeInput } from './order-change.graphql.js';
import { OrderChangeService } from './order-change.service.js';

@Resolver(() => Order)
export class OrderChangeResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: OrderChangeService,
    private readonly orders: OrderQueries,
  ) {}

  @Mutation(() => OrderResult, { description: 'Proposes a change, or a cancellation after the cut-off, to the other side.' })
  @Authority('order.change')
  async orderChangePropose(
    @Args('input') input: OrderChangeProposeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderResult> {
    return this.answer(actor, await this.changes.propose(actor, input));
  }

  @Mutation(() => OrderResult, { description: 'The other side consents or declines; the proposer may withdraw.' })
  @Authority('order.change')
  async orderChangeDecide(
    @Args('input') input: OrderChangeDecideInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderResult> {
    return this.answer(actor, await this.changes.decide(actor, input));
  }

  @ResolveField(() => [OrderChange], { name: 'changes', description: 'The newest first.' })
  changesOf(@Parent() order: OrderView, @CurrentActor() actor: Actor): Promise<OrderChange[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<OrderChange>(
        `select c.id, c.kind, c.status, c.reason, c.proposed_by_org_id as "proposedByOrgId", o.short_name as "proposedByName",
           c.proposed_at as "proposedAt", c.decided_at as "decidedAt", d.full_name as "decidedByName", c.decision_note as "decisionNote", c.revision,
           coalesce((select json_agg(json_build_object('orderLineId', l.order_line_id, 'qtyBefore', l.qty_before::text, 'qtyAfter', l.qty_after::text,
             'dateBefore', l.date_before, 'dateAfter', l.date_after) order by l.id) from order_change_line l where l.change_id = c.id), '[]') as lines
         from order_change c join organization o on o.id = c.proposed_by_org_id left join app_user d on d.id = c.decided_by
         where c.order_id = $1 order by c.id desc`,
        [order.id],
      ),
    );
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof OrderResult> {
    return answer(result, 'Order', (id) => this.orders.head(actor, id), orderMessages, actor.locale) as Promise<
      typeof OrderResult
    >;
  }
}
