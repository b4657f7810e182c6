import { Injectable } from '@nestjs/common';
import { accept, type PoolPart, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { PlacedPart, PoolStanding } from '../../agreements/index.js';
import { type Variant, VariantBook } from '../../catalog/index.js';
import { deliverLines } from '../delivery-lines.js';
import type { OrderRefusal } from '../order.messages.js';
import { HOUR_MS, OrderPlacer, type PreparedOrder, TOTAL_MAX } from '../order-placer.js';
import type { NewOrderLine } from '../order-rows.js';
import { type OpenContract, priceLines } from '../priced-lines.js';
import { earliestCutoff } from '../routes/in-time.js';
import { tradeRules } from '../trade-rules.js';
import type { AskedMember } from './pool-division.js';

export interface PoolWish {
  readonly requestedOn: string;
  readonly windowFrom?: string | null;
  readonly windowTo?: string | null;
  readonly buyerPoNo: string | null;
  readonly note: string | null;
  readonly placedBy: string;
}

export interface PoolAsk {
  readonly pool: PoolStanding;
  readonly contract: OpenContract;
  readonly members: readonly AskedMember[];
  readonly parts: readonly PoolPart[];
  readonly wish: PoolWish;
}

/** The orders that a division asks for, by share; nothing is written yet. */
export type DraftedOrders = ReadonlyMap<string, PreparedOrder & { readonly lines: readonly [NewOrderLine] }>;

export interface PlacedOrders {
  readonly orders: readonly PreparedOrder[];
  readonly parts: readonly PlacedPart[];
}

/** One order for each member that is asked for something, at the contract's price and in the member's own goods. */
@Injectable()
export class PoolOrders {
  constructor(
    private readonly variants: VariantBook,
    private readonly placer: OrderPlacer,
  ) {}

  /** Every order or none, and the parts with the orders that carry them. The placer's `numbered` must follow as the last thing. */
  async place(tx: Tx, asked: PoolAsk): Promise<Result<PlacedOrders, Refusal>> {
    const drafted = await this.draft(tx, asked);
    return drafted.ok ? this.save(tx, asked, drafted.value) : drafted;
  }

  async draft(tx: Tx, { pool, contract, members, parts, wish }: PoolAsk): Promise<Result<DraftedOrders, Refusal>> {
    const rules = await tradeRules(tx);
    const variants = await this.variants.ofProducts(
      tx,
      members.map(({ share }) => share.productId),
    );
    const byShare = new Map<string, PreparedOrder & { readonly lines: readonly [NewOrderLine] }>();
    for (const part of parts.filter(({ qty }) => qty.isPositive)) {
      const member = members.find(({ share }) => share.id === part.memberId)!;
      const drafted = draftLine({ part, member, contract, variants, rules, wish, today: tx.today });
      if (!drafted.ok) return drafted;
      const line = drafted.value;
      const { place, isDemo } = member.sides;
      byShare.set(member.share.id, {
        lines: [line],
        draft: {
          id: newId(),
          groupId: null,
          buyerOrgId: pool.buyerOrgId,
          sellerOrgId: member.share.memberOrgId,
          contractId: contract.contract.id,
          buyerPoNo: wish.buyerPoNo,
          requestedOn: line.requestedOn,
          deliveryLocationId: line.locationId,
          deliverySnapshot: `${place!.name}, ${place!.address}`,
          note: wish.note,
          paymentTermDays: contract.contract.paymentTermDays,
          paymentBase: contract.contract.paymentBase,
          orderedTotal: line.amount,
          placedAt: tx.now,
          placedBy: wish.placedBy,
          ackDueAt: new Date(tx.now.getTime() + rules.acknowledgeHours * HOUR_MS),
          cutoffAt: earliestCutoff([line], member.calendar),
          isDemo: isDemo || pool.isDemo,
        },
      });
    }
    return accept(byShare);
  }

  async save(tx: Tx, { pool, members, parts }: PoolAsk, drafted: DraftedOrders): Promise<Result<PlacedOrders, Refusal>> {
    const orders = [...drafted.values()];
    const saved = await this.placer.save(tx, orders, { pool: pool.id });
    // One quantity was asked for, so the first part that is refused speaks for all.
    if (!saved.ok) return refuse(saved.refusal.rows[0]!.refusal);
    return accept({
      orders,
      parts: parts.map((part) => {
        const order = drafted.get(part.memberId);
        return {
          part,
          share: members.find(({ share }) => share.id === part.memberId)!.share,
          order: order ? { id: order.draft.id, lineId: order.lines[0].id } : null,
        };
      }),
    });
  }
}

interface LineBasis {
  readonly part: PoolPart;
  readonly member: AskedMember;
  readonly contract: OpenContract;
  readonly variants: ReadonlyMap<string, readonly Variant[]>;
  readonly rules: Awaited<ReturnType<typeof tradeRules>>;
  readonly wish: PoolWish;
  readonly today: string;
}

/** The contract's line in the goods and the pack of the member, at the price that was agreed for all. */
function draftLine({ part, member, contract, variants, rules, wish, today }: LineBasis): Result<NewOrderLine, Refusal> {
  const { share, sides } = member;
  const variant = variants.get(share.productId)?.find(({ pack }) => pack.id === share.packId);
  const [agreed] = contract.lines;
  if (!agreed || !variant || !sides.place) return refuse<OrderRefusal>({ code: 'PRODUCT_NOT_ORDERABLE' });
  const own = {
    ...agreed,
    productId: share.productId,
    packId: variant.pack.id,
    packName: variant.pack.name,
    packSizeBase: quantity(variant.pack.sizeBase),
    description: variant.nameVi,
    vatClass: variant.vatClass,
  };
  const qty = part.qty.toDecimalString();
  const command = { productId: share.productId, contractLineId: agreed.id, qty };
  const priced = priceLines([command], {
    sellerOrgId: share.memberOrgId,
    variants,
    contract: { ...contract, lines: [own] },
    rules,
    sides,
    today,
  });
  if (!priced.ok) return refuse(priced.refusal.rows[0]!.refusal);
  const delivered = deliverLines([{ windowFrom: wish.windowFrom ?? null, windowTo: wish.windowTo ?? null }], new Map(), {
    place: sides.place,
    requestedOn: wish.requestedOn,
    today,
  });
  if (!delivered.ok) return refuse(delivered.refusal.rows[0]!.refusal);
  const [line] = priced.value;
  if (line!.amount > TOTAL_MAX) return refuse<OrderRefusal>({ code: 'TOTAL_TOO_LARGE' });
  return accept({ ...line!, ...delivered.value[0]!, id: newId() });
}
