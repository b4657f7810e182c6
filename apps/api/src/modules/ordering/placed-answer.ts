import type { Refusal, Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { NotFoundError } from '../../platform/errors.js';
import { explain, type Messages } from '../../platform/graphql/refusal.js';
import { type AwardUseRefusal, awardUseMessages } from '../sourcing/index.js';
import type { OrderPlaceResult } from './approvals/approval.graphql.js';
import { ApprovalQueries } from './approvals/approval.queries.js';
import { OrderGroupQueries } from './groups/order-group.queries.js';
import { orderMessages, type OrderRefusal } from './order.messages.js';
import { OrderQueries } from './order.queries.js';

const messages: Messages<OrderRefusal | AwardUseRefusal> = { ...orderMessages, ...awardUseMessages };

/** What a placement became: an order, a group of orders, or a request that waits for approval. */
@Injectable()
export class PlacedAnswer {
  constructor(
    private readonly orders: OrderQueries,
    private readonly groups: OrderGroupQueries,
    private readonly requests: ApprovalQueries,
  ) {}

  async of(actor: Actor, result: Result<string, Refusal>): Promise<typeof OrderPlaceResult> {
    const said = result.ok ? await this.load(actor, result.value) : explain(messages, result.refusal, actor.locale);
    return said as typeof OrderPlaceResult;
  }

  private async load(actor: Actor, id: string): Promise<object> {
    const order = await found(this.orders.head(actor, id));
    if (order) return { ...order, __typename: 'Order' };
    const group = await found(this.groups.byId(actor, id));
    if (group) return { ...group, __typename: 'OrderGroup' };
    return { ...(await this.requests.request(actor, id)), __typename: 'OrderRequest' };
  }
}

/** What was read, or null where there is nothing for this reader. */
export const found = async <T>(read: Promise<T>): Promise<T | null> => {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
};
