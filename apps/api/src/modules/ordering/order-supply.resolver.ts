import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { formatQuantity, quantity } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { AvailabilityBook } from '../catalog/index.js';
import { Order } from './order.graphql.js';
import type { OrderView } from './order.view.js';

@ObjectType({ description: "What the seller's stock and plan say to a line that waits for an answer." })
@Authority('PARTIES')
export class OrderLineSupply {
  @Field(() => ID) lineId: string;
  @Field(() => Boolean, { description: 'Confirming holds stock, and is refused beyond `firm`.' }) stockKept: boolean;
  @Field(() => LocalDate) on: string;
  @Field(() => QuantityScalar) firm: string;
  @Field(() => QuantityScalar) plan: string;
  @Field(() => String, { nullable: true, description: 'A sentence when the ordered quantity is more than there is.' })
  warning: string | null;
}

interface Line {
  readonly lineId: string;
  readonly productId: string;
  readonly baseUnit: string;
  readonly ordered: string;
  readonly on: string;
}

/** Beside the lines while the seller answers: nobody else reads another's stock. */
@Resolver(() => Order)
export class OrderSupplyResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly availability: AvailabilityBook,
  ) {}

  @ResolveField(() => [OrderLineSupply], { name: 'supply', description: 'For the seller of an order that waits for an answer.' })
  supply(@Parent() order: OrderView, @CurrentActor() actor: Actor): Promise<OrderLineSupply[]> {
    if (order.status !== 'PLACED' || order.seller.id !== actor.orgId) return Promise.resolve([]);
    return this.uow.read(actor, async (tx) => {
      const lines = await tx.query<Line>(
        `select l.id as "lineId", l.product_id as "productId", l.base_unit as "baseUnit", l.ordered_qty as ordered, l.requested_on as "on"
         from order_line l join purchase_order o on o.id = l.order_id where o.id = $1 order by l.line_no`,
        [order.id],
      );
      const said = new Map<string, Awaited<ReturnType<AvailabilityBook['onDay']>>>();
      for (const on of new Set(lines.map((line) => line.on))) {
        const products = lines.filter((line) => line.on === on).map(({ productId }) => productId);
        said.set(on, await this.availability.onDay(tx, products, on));
      }
      return lines.flatMap(({ lineId, productId, baseUnit, ordered, on }) => {
        const numbers = said.get(on)?.get(productId);
        if (!numbers) return [];
        const { stockKept, firm, plan } = numbers;
        const limit = stockKept ? firm : plan;
        const warning =
          quantity(ordered).compare(limit) > 0
            ? WARNING[actor.locale](formatQuantity(limit, baseUnit, actor.locale), stockKept)
            : null;
        return [{ lineId, stockKept, on, firm: firm.toDecimalString(), plan: plan.toDecimalString(), warning }];
      });
    });
  }
}

const WARNING = {
  vi: (limit: string, stockKept: boolean) =>
    stockKept ? `Nhiều hơn hàng chắc chắn trong kho: ${limit}.` : `Nhiều hơn kế hoạch của tuần giao: ${limit}.`,
  en: (limit: string, stockKept: boolean) =>
    stockKept ? `More than the stock can firmly give: ${limit}.` : `More than the plan of that week: ${limit}.`,
};
