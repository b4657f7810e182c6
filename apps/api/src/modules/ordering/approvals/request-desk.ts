import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import type { NewOrderLine, OrderDraft } from '../order-rows.js';
import { sellerNames } from '../order-sides.js';
import { REQUEST_NOTICES } from './approval.notices.js';
import { LimitGate } from './limit-gate.js';
import { OrderRequest } from './order-request.entity.js';

export interface AskedOrder {
  readonly draft: Pick<OrderDraft, 'sellerOrgId' | 'orderedTotal' | 'isDemo'>;
  readonly lines: readonly NewOrderLine[];
}

/** What was asked for: a sheet of baskets, an order out of an award, or a quantity on a pooled line. */
export type RequestKind = 'BASKETS' | 'AWARD' | 'POOL';

export interface Asked {
  readonly kind: RequestKind;
  readonly command: object;
  readonly orders: readonly AskedOrder[];
}

/** One line of a request, with the price of the day it was asked. Money as text: it is kept as JSON. */
export interface RequestLine {
  readonly seller: string;
  readonly description: string;
  readonly packName: string;
  readonly qty: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly placeName: string;
  readonly requestedOn: string;
}

export const totalOf = (orders: readonly AskedOrder[]): bigint => orders.reduce((sum, { draft }) => sum + draft.orderedTotal, 0n);

/** Where an order above a limit is laid down until somebody decides. */
@Injectable()
export class RequestDesk {
  constructor(private readonly gate: LimitGate) {}

  /** Null where the orders may be placed now; otherwise the id of the request that waits. The whole sheet counts as one order. */
  async ask(tx: Tx, actor: Actor, { kind, command, orders }: Asked): Promise<string | null> {
    const total = totalOf(orders);
    const breaches = await this.gate.breaches(tx, actor, total);
    if (breaches.length === 0) return null;
    const names = await sellerNames(
      tx,
      orders.map(({ draft }) => draft.sellerOrgId),
    );
    const sellers = [...new Set(orders.map(({ draft }) => names.get(draft.sellerOrgId) ?? ''))].join(', ');
    const id = newId();
    await tx.insert(OrderRequest, {
      ...{ id, buyerOrgId: actor.orgId, state: 'WAITING', kind, total, sellers },
      command: command as Record<string, unknown>,
      lines: orders.flatMap(({ draft, lines }) => lines.map((line) => toLine(line, names.get(draft.sellerOrgId) ?? ''))) as never,
      breaches: breaches.map((breach) => ({
        ...breach,
        allowed: String(breach.allowed),
        amount: String(breach.amount),
        ...(breach.kind === 'PERIOD' && { spent: String(breach.spent) }),
      })),
      requestedBy: actor.userId,
      requestedAt: tx.now,
      isDemo: orders.some(({ draft }) => draft.isDemo),
    });
    await tx.audit('order-request.ask', 'order-request', id, { total, breaches: breaches.length });
    await sendNotice(tx, REQUEST_NOTICES.asked, { orgId: actor.orgId, facts: { requestId: id, sellers }, key: id });
    return id;
  }
}

const toLine = (line: NewOrderLine, seller: string): RequestLine => ({
  seller,
  description: [line.description, line.gradeName].filter(Boolean).join(', '),
  packName: line.packName,
  qty: line.orderedQty.toDecimalString(),
  unit: line.baseUnit,
  unitPrice: line.unitPrice.toString(),
  amount: line.amount.toString(),
  placeName: line.placeName,
  requestedOn: line.requestedOn,
});
