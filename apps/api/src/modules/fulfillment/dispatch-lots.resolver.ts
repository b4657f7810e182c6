import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { dispatchableQty, type LifeWaiverState, quantity } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { lotBlockSentence, StockBook } from '../catalog/index.js';
import { withAgreedLife } from '../ordering/index.js';
import { LifeWaiverStatus } from './waiver/life-waiver.graphql.js';
import { waiverFinder, waiversOf } from './waiver/life-waiver.queries.js';

@ObjectType()
@Authority('PARTIES')
export class LotPick {
  @Field(() => String) lotCode: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => QuantityScalar, { description: 'Free, and held for this very line.' }) available: string;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => Boolean, { description: 'The buyer does without its minimum of life for it.' }) lifeWaived: boolean;
}

@ObjectType()
@Authority('PARTIES')
export class LotLeftOut {
  @Field(() => String) lotCode: string;
  @Field(() => String, { description: "Why it stays, in the reader's language." }) reason: string;
  @Field(() => Boolean, { description: 'The buyer could do without its minimum of life for it.' }) waivable: boolean;
  @Field(() => LifeWaiverStatus, { nullable: true, description: 'Of the last waiver asked for it, by this line or the order.' })
  waiver: LifeWaiverState | null;
}

@ObjectType({ description: 'Which lots of a stocked product should leave for an order line: what expires first.' })
@Authority('PARTIES')
export class DispatchLineLots {
  @Field(() => ID) orderLineId: string;
  @Field(() => [LotPick]) picks: LotPick[];
  @Field(() => [LotPick], { description: 'Other lots that may leave.' }) others: LotPick[];
  @Field(() => [LotLeftOut]) leftOut: LotLeftOut[];
  @Field(() => QuantityScalar, { description: 'What no lot covers.' }) short: string;
}

interface Line {
  readonly orderLineId: string;
  readonly productId: string;
  readonly confirmed: string;
  readonly dispatched: string;
  readonly contractLineId: string | null;
}

/** For the dispatch form. */
@Resolver()
export class DispatchLotsResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly stock: StockBook,
  ) {}

  @Query(() => [DispatchLineLots], { description: 'Only lines of products kept by lots.' })
  @Authority('shipment.dispatch')
  dispatchLots(
    @Args('orderId', { type: () => ID }) orderId: string,
    @Args('expectedOn', { type: () => LocalDate }) expectedOn: string,
    @CurrentActor() actor: Actor,
  ): Promise<DispatchLineLots[]> {
    return this.uow.read(actor, async (tx) => {
      const order = await tx.one<{ sellerOrgId: string; buyerOrgId: string }>(
        'select seller_org_id as "sellerOrgId", buyer_org_id as "buyerOrgId" from purchase_order where id = $1',
        [idOf(orderId)],
      );
      assertMay(actor, 'shipment.dispatch', order);
      const rows = await tx.query<Line>(
        `select id as "orderLineId", product_id as "productId", confirmed_qty as confirmed, dispatched_qty as dispatched, contract_line_id as "contractLineId"
         from order_line where order_id = $1 order by line_no`,
        [orderId],
      );
      const lines = (await withAgreedLife(tx, rows)).map(({ confirmed, dispatched, ...line }) => ({
        ...line,
        qty: dispatchableQty({ confirmed: quantity(confirmed), dispatched: quantity(dispatched) }),
      }));
      const arrives = expectedOn < tx.today ? tx.today : expectedOn;
      const waivers = await waiversOf(tx, idOf(orderId));
      const waived = waiverFinder(waivers, idOf(orderId), arrives);
      const found = await this.stock.suggest(
        tx,
        arrives,
        lines.filter(({ qty }) => qty.isPositive),
        (lot, orderLineId) => waived(lot, orderLineId) !== null,
      );
      const lastWaiver = (lotId: string, lineId: string) =>
        waivers.findLast((one) => one.lotId === lotId && (one.orderLineId === null || one.orderLineId === lineId))?.state ?? null;
      return found.map(({ orderLineId, picks, others, skipped, short, minDays }) => ({
        orderLineId,
        picks: picks.map(({ lot, qty }) => pickOf(lot, qty.toDecimalString())),
        others: others.map((lot) => pickOf(lot, '0')),
        leftOut: skipped.map(({ lot, reason }) => ({
          lotCode: lot.code,
          reason: lotBlockSentence(reason, minDays, actor.locale),
          waivable: reason === 'TOO_LITTLE_LIFE',
          waiver: reason === 'TOO_LITTLE_LIFE' ? lastWaiver(lot.id, orderLineId) : null,
        })),
        short: short.toDecimalString(),
      }));
    });
  }
}

const pickOf = (
  lot: {
    readonly code: string;
    readonly available: { toDecimalString(): string };
    readonly expiresOn: string | null;
    readonly lifeWaived?: boolean;
  },
  qty: string,
): LotPick => ({
  lotCode: lot.code,
  qty,
  available: lot.available.toDecimalString(),
  expiresOn: lot.expiresOn,
  lifeWaived: lot.lifeWaived ?? false,
});
