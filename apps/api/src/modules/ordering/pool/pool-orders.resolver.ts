import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { PoolViews, SupplyPool } from '../../agreements/index.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';
import { ApprovalQueries } from '../approvals/approval.queries.js';
import { Order } from '../order.graphql.js';
import { found } from '../placed-answer.js';
import { PoolCallOffService, type PoolPlan } from './pool-call-off.service.js';
import { poolOrderMessages } from './pool-order.messages.js';
import {
  OrderPool,
  PoolAskInput,
  PoolCallOff,
  PoolCallOffInput,
  PoolCallOffResult,
  PoolFigures,
  PoolPreviewResult,
} from './pool-orders.graphql.js';
import { PoolOrdersQueries } from './pool-orders.queries.js';

@Resolver(() => SupplyPool)
export class PoolOrdersResolver {
  constructor(
    private readonly service: PoolCallOffService,
    private readonly queries: PoolOrdersQueries,
    private readonly pools: PoolViews,
    private readonly requests: ApprovalQueries,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField(() => [PoolCallOff], { description: 'The newest thirty.' })
  callOffs(@Parent() pool: SupplyPool, @CurrentActor() actor: Actor): Promise<PoolCallOff[]> {
    return this.queries.callOffs(actor, pool.id);
  }

  @ResolveField(() => [PoolFigures], { description: 'The pool first, then the members the reader may see.' })
  figures(@Parent() pool: SupplyPool, @CurrentActor() actor: Actor): Promise<PoolFigures[]> {
    return this.queries.figures(actor, pool.id);
  }

  @Query(() => PoolPreviewResult, { description: 'For the buyer, before it orders: the parts and what is missing.' })
  @Authority('order.place')
  async poolPreview(@Args('input') input: PoolAskInput, @CurrentActor() actor: Actor): Promise<typeof PoolPreviewResult> {
    const planned = await this.service.preview(actor, input);
    if (!planned.ok) return explain(poolOrderMessages, planned.refusal, actor.locale) as typeof PoolPreviewResult;
    const names = await this.names(actor, planned.value);
    return { __typename: 'PoolPreview', ...previewOf(planned.value, names) } as unknown as typeof PoolPreviewResult;
  }

  @Mutation(() => PoolCallOffResult, {
    description: 'One order for each member, divided by the rule; above a limit of the buyer, a request.',
  })
  @Authority('order.place')
  async poolCallOff(@Args('input') input: PoolCallOffInput, @CurrentActor() actor: Actor): Promise<typeof PoolCallOffResult> {
    const placed = await this.service.place(actor, input);
    if (!placed.ok) return explain(poolOrderMessages, placed.refusal, actor.locale) as typeof PoolCallOffResult;
    return (await this.placed(actor, placed.value)) as typeof PoolCallOffResult;
  }

  /** The pool that was called off from, or the request that waits. */
  private async placed(actor: Actor, id: string): Promise<object> {
    const pool = await found(this.pools.byId(actor, id));
    if (pool) return { ...pool, __typename: 'SupplyPool' };
    return { ...(await this.requests.request(actor, id)), __typename: 'OrderRequest' };
  }

  private async names(actor: Actor, { members }: PoolPlan): Promise<Map<string, OrganizationRefView>> {
    const ids = members.map(({ share }) => share.memberOrgId);
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<{ ref: OrganizationRefView }>(
        `select ${organizationRefSql('o')} as ref from organization o where o.id = any($1)`,
        [ids],
      ),
    );
    return new Map(rows.map(({ ref }) => [ref.id, ref]));
  }
}

@Resolver(() => Order)
export class OrderPoolResolver {
  constructor(private readonly queries: PoolOrdersQueries) {}

  @ResolveField(() => OrderPool, { name: 'pool', nullable: true, description: 'Null for an order of its own.' })
  pool(@Parent() order: Order, @CurrentActor() actor: Actor): Promise<OrderPool | null> {
    return this.queries.ofOrder(actor, order.id);
  }
}

function previewOf({ allocation, members }: PoolPlan, names: ReadonlyMap<string, OrganizationRefView>) {
  const parts = allocation.parts.map((part) => {
    const { share } = members.find((member) => member.share.id === part.memberId)!;
    const text = (qty: { toDecimalString(): string }) => qty.toDecimalString();
    return {
      id: share.id,
      member: names.get(share.memberOrgId)!,
      round: 1,
      priority: share.priority,
      weight: text(share.target),
      usedBefore: text(share.used),
      qty: text(part.qty),
      cap: text(part.cap),
      capBy: part.capBy,
      capped: part.capped,
      divided: text(part.divided),
      among: text(part.among),
      proportion: text(part.proportion),
      added: text(part.added),
      declined: '0',
      released: '0',
      own: false,
      orderId: null,
      orderNumber: null,
      orderStatus: null,
    };
  });
  return { shortage: allocation.shortage.toDecimalString(), parts };
}
