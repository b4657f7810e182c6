import { Injectable } from '@nestjs/common';
import { accept, type PoolPart, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { CommitmentLedger, type PlacedPart, type PoolStanding } from '../../agreements/index.js';
import { type Variant, VariantBook } from '../../catalog/index.js';
import { ACK_DUE } from '../ack-escalation.js';
import { deliverLines } from '../delivery-lines.js';
import { documentNumber } from '../document-number.js';
import type { OrderRefusal } from '../order.messages.js';
import { ORDER_NOTICES } from '../order.notices.js';
import { HOUR_MS, TOTAL_MAX } from '../order-placer.js';
import { type NewOrderLine, numberOrder, saveOrder } from '../order-rows.js';
import { explainOverCall, type OpenContract, priceLines } from '../priced-lines.js';
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

interface Draft {
  readonly id: string;
  readonly member: AskedMember;
  readonly line: NewOrderLine;
}

/** One order for each member that is asked for something, at the contract's price and in the member's own goods. */
@Injectable()
export class PoolOrders {
  constructor(
    private readonly variants: VariantBook,
    private readonly ledger: CommitmentLedger,
  ) {}

  /** Every order or none; the parts come back with the orders that carry them. */
  async place(
    tx: Tx,
    asked: {
      readonly pool: PoolStanding;
      readonly contract: OpenContract;
      readonly members: readonly AskedMember[];
      readonly parts: readonly PoolPart[];
      readonly wish: PoolWish;
    },
  ): Promise<Result<PlacedPart[], Refusal>> {
    const { pool, contract, members, parts, wish } = asked;
    const rules = await tradeRules(tx);
    const variants = await this.variants.ofProducts(
      tx,
      members.map(({ share }) => share.productId),
    );
    const drafts: Draft[] = [];
    for (const part of parts.filter(({ qty }) => qty.isPositive)) {
      const member = members.find(({ share }) => share.id === part.memberId)!;
      const line = draftLine({ part, member, contract, variants, rules, wish, today: tx.today });
      if (!line.ok) return line;
      drafts.push({ id: newId(), member, line: line.value });
    }
    const called = await this.ledger.callOff(
      tx,
      drafts.map(({ id, line }) => ({
        contractLineId: line.contractLineId!,
        mouLineId: line.mouLineId,
        qty: line.orderedQty,
        source: { type: 'ORDER' as const, id, lineId: line.id },
      })),
    );
    if (!called.ok) {
      const [over] = explainOverCall(
        called.refusal,
        drafts.map(({ line }) => line),
      );
      return refuse(over!.refusal);
    }
    const ackDueAt = new Date(tx.now.getTime() + rules.acknowledgeHours * HOUR_MS);
    for (const { id, member, line } of drafts) {
      const { place, isDemo } = member.sides;
      await saveOrder(
        tx,
        {
          id,
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
          orderedTotal: line.amount,
          placedAt: tx.now,
          placedBy: wish.placedBy,
          ackDueAt,
          cutoffAt: earliestCutoff([line], member.calendar),
          isDemo: isDemo || pool.isDemo,
        },
        [line],
      );
      await tx.audit('order.place', 'order', id, { lines: 1, pool: pool.id });
      await tx.tell(ACK_DUE, { orderId: id }, ackDueAt);
    }
    // All orders of the year wait for each other from here to the commit, so the numbers come last.
    for (const { id, member } of drafts) {
      const number = documentNumber('DH', tx.today, await tx.nextNumber('DH'));
      await numberOrder(tx, id, number);
      const facts = { orderId: id, number };
      const orgId = member.share.memberOrgId;
      await sendNotice(tx, ORDER_NOTICES.placed.notice, { orgId, facts, key: id, fromOrgId: pool.buyerOrgId });
    }
    const orders = new Map(drafts.map(({ id, member, line }) => [member.share.id, { id, lineId: line.id }]));
    return accept(
      parts.map((part) => ({
        part,
        share: members.find(({ share }) => share.id === part.memberId)!.share,
        order: orders.get(part.memberId) ?? null,
      })),
    );
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
