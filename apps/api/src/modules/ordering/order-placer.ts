import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { rowsRefused, type RowsRefusal } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { callOffOpen, CommitmentLedger, ContractBook, PoolBook } from '../agreements/index.js';
import { VariantBook } from '../catalog/index.js';
import { ACK_DUE } from './ack-escalation.js';
import { daysOf, deliverLines, placesOf } from './delivery-lines.js';
import { documentNumber } from './document-number.js';
import type { OrderRefusal } from './order.messages.js';
import { ORDER_NOTICES } from './order.notices.js';
import type { OrderPlaceCommand } from './order.view.js';
import { type NewOrderLine, numberOrder, type OrderDraft, saveOrder } from './order-rows.js';
import { checkForm, checkSides, sidesOf } from './order-sides.js';
import { explainOverCall, type OpenContract, priceLines } from './priced-lines.js';
import { deliveredInTime, earliestCutoff, worthTheTrip } from './routes/in-time.js';
import { RouteBook } from './routes/route-book.js';
import { trimmed } from './text-field.js';
import { tradeRules } from './trade-rules.js';

/** What the VND scalar and a PostgreSQL bigint both carry. */
export const TOTAL_MAX = 10n ** 18n - 1n;
export const HOUR_MS = 3_600_000;

/** One seller's part of what a buyer asks for. */
export type BasketCommand = Omit<OrderPlaceCommand, 'clientKey'>;

/** An order that every rule let pass: nothing of it is written yet. */
export interface PreparedOrder {
  readonly draft: OrderDraft;
  readonly lines: readonly NewOrderLine[];
}

/** Placing in two beats: `prepare` decides and writes nothing, `save` writes. A group prepares every seller's order before it saves the first. */
@Injectable()
export class OrderPlacer {
  constructor(
    private readonly variants: VariantBook,
    private readonly routes: RouteBook,
    private readonly contracts: ContractBook,
    private readonly ledger: CommitmentLedger,
    private readonly pools: PoolBook,
  ) {}

  /** `firstRow` is the place of the basket's first line among all lines the buyer sent. */
  async prepare(tx: Tx, actor: Actor, input: BasketCommand, firstRow = 0): Promise<Result<PreparedOrder, Refusal>> {
    const sellerOrgId = idOf(input.sellerOrgId);
    assertMay(actor, 'order.place', { buyerOrgId: actor.orgId, sellerOrgId });
    const [note, buyerPoNo] = [trimmed(input.note), trimmed(input.buyerPoNo)];
    const form = checkForm(tx.today, actor, { ...input, lineCount: input.lines.length, note: note ?? null, buyerPoNo });
    if (!form.ok) return form;

    const sides = await sidesOf(tx, actor.orgId, sellerOrgId, input.deliveryLocationId);
    const allowed = checkSides(sides);
    if (!allowed.ok) return allowed;
    const asked = input.lines.flatMap(({ deliveryLocationId }) => deliveryLocationId ?? []);
    const delivered = deliverLines(input.lines, await placesOf(tx, actor.orgId, asked), {
      place: sides.place!,
      requestedOn: input.requestedOn,
      today: tx.today,
    });
    if (!delivered.ok) return delivered;
    const days = daysOf(delivered.value);
    const calendar = await this.routes.calendarOf(
      tx,
      sellerOrgId,
      delivered.value.map(({ locationId }) => locationId),
    );
    const open = deliveredInTime(delivered.value, calendar, tx.now);
    if (!open.ok) return open;
    const drawn = input.lines.flatMap((line) => (line.contractLineId && isUuid(line.contractLineId) ? line.contractLineId : []));
    const contract = input.contractId ? await this.contracts.forOrder(tx, idOf(input.contractId), drawn) : null;
    const inContract = contract ? checkContract(contract, { sellerOrgId, buyerOrgId: actor.orgId, days }) : accept(null);
    if (!inContract.ok) return inContract;

    const alone = await this.notPooled(tx, input.lines, drawn);
    if (!alone.ok) return alone;
    const rules = await tradeRules(tx);
    const productIds = input.lines.flatMap(({ productId }) => (isUuid(productId) ? productId.toLowerCase() : []));
    const variants = await this.variants.ofProducts(tx, productIds, { buyerOrgId: actor.orgId });
    const priced = priceLines(input.lines, { sellerOrgId, variants, contract, rules, sides, today: tx.today });
    if (!priced.ok) return priced;
    const lines = priced.value.map((line, index) => ({
      ...line,
      ...delivered.value[index]!,
      row: firstRow + line.row,
      id: newId(),
    }));
    const orderedTotal = lines.reduce((sum, line) => sum + line.amount, 0n);
    if (orderedTotal > TOTAL_MAX) return refuse<OrderRefusal>({ code: 'TOTAL_TOO_LARGE' });
    const enough = contract ? accept(null) : worthTheTrip(lines, calendar);
    if (!enough.ok) return enough;
    return accept({
      lines,
      draft: {
        id: newId(),
        groupId: null,
        buyerOrgId: actor.orgId,
        sellerOrgId,
        contractId: contract?.contract.id ?? null,
        buyerPoNo,
        requestedOn: days[0]!,
        deliveryLocationId: sides.place!.id,
        deliverySnapshot: `${sides.place!.name}, ${sides.place!.address}`,
        note,
        paymentTermDays: contract?.contract.paymentTermDays ?? rules.spotTermDays,
        paymentBase: contract?.contract.paymentBase ?? null,
        orderedTotal,
        placedAt: tx.now,
        placedBy: actor.userId,
        ackDueAt: new Date(tx.now.getTime() + rules.acknowledgeHours * HOUR_MS),
        cutoffAt: earliestCutoff(lines, calendar),
        isDemo: sides.isDemo,
      },
    });
  }

  /** Who is asked on a pooled line is for the pool's rule to say. */
  private async notPooled(tx: Tx, lines: BasketCommand['lines'], drawn: readonly string[]): Promise<Result<null, Refusal>> {
    const pooled = await this.pools.pooled(tx, drawn);
    const rows = lines.flatMap(({ contractLineId }, row) =>
      pooled.has(contractLineId?.toLowerCase() ?? '')
        ? [{ row, field: 'contractLineId', refusal: { code: 'LINE_IS_POOLED' } as OrderRefusal }]
        : [],
    );
    return rows.length ? rowsRefused(rows) : accept(null);
  }

  /**
   * Writes the orders and draws on their contracts; refuses with every line that asks for more than a contract has left.
   * `audited` is written down beside each. All orders of the year wait for each other once one has its number, so `numbered` must
   * come after this.
   */
  async save(
    tx: Tx,
    orders: readonly PreparedOrder[],
    audited: Readonly<Record<string, unknown>> = {},
  ): Promise<Result<null, RowsRefusal<OrderRefusal>>> {
    // All at once: the ledger locks lines in id order, and two groups over the same contracts never wait for each other in a ring.
    const drawn = orders.flatMap(({ draft, lines }) =>
      lines.flatMap((line) => (line.contractLineId === null ? [] : [{ ...line, orderId: draft.id }])),
    );
    if (drawn.length > 0) {
      const called = await this.ledger.callOff(
        tx,
        drawn.map(({ id, orderId, contractLineId, mouLineId, orderedQty }) => ({
          contractLineId: contractLineId!,
          mouLineId,
          qty: orderedQty,
          source: { type: 'ORDER' as const, id: orderId, lineId: id },
        })),
      );
      if (!called.ok) return rowsRefused(explainOverCall(called.refusal, drawn));
    }
    for (const { draft, lines } of orders) await saveOrder(tx, draft, lines);
    await tx.auditMany(
      'order.place',
      'order',
      orders.map(({ draft, lines }) => ({ entityId: draft.id, data: { lines: lines.length, ...audited } })),
    );
    return accept(null);
  }

  /** Numbers the orders and tells their sellers: the last thing a placement does. */
  async numbered(tx: Tx, orders: readonly PreparedOrder[]): Promise<void> {
    for (const { draft } of orders) {
      const { id, sellerOrgId, buyerOrgId, ackDueAt } = draft;
      const number = documentNumber('DH', tx.today, await tx.nextNumber('DH'));
      await numberOrder(tx, id, number);
      await tx.tell(ACK_DUE, { orderId: id }, ackDueAt);
      const facts = { orderId: id, number };
      // Said by name: what flows back to a pool's members is placed by nobody's act.
      await sendNotice(tx, ORDER_NOTICES.placed.notice, { orgId: sellerOrgId, facts, key: id, fromOrgId: buyerOrgId });
    }
  }
}

function checkContract(
  { contract }: OpenContract,
  order: { sellerOrgId: string; buyerOrgId: string; days: readonly string[] },
): Result<null, OrderRefusal> {
  if (contract.sellerOrgId !== order.sellerOrgId || contract.buyerOrgId !== order.buyerOrgId) {
    return refuse({ code: 'CONTRACT_OF_ANOTHER_SELLER' });
  }
  const open = callOffOpen(contract);
  if (!open.ok) return open;
  if (order.days.some((day) => day < contract.validFrom || day > contract.validTo)) {
    return refuse({ code: 'DELIVERY_OUTSIDE_CONTRACT', from: contract.validFrom, to: contract.validTo });
  }
  return accept(null);
}
