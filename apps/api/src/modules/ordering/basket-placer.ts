import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BadInputError } from '../../platform/errors.js';
import { explain, type RowRefusal, rowsRefused, type RowsRefusal } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { documentNumber } from './document-number.js';
import { AgreementLinker } from './links/agreement-linker.js';
import { lockOrder } from './locked-order.js';
import { OrderGroup } from './groups/order-group.entity.js';
import type { OrderGroupPlaceCommand } from './groups/order-group.view.js';
import { orderMessages, type OrderRefusal } from './order.messages.js';
import { OrderPlacer, type PreparedOrder } from './order-placer.js';
import { LINES_MAX, SELLERS_MAX } from './order-sides.js';
import { trimmed } from './text-field.js';

export type BasketsCommand = Omit<OrderGroupPlaceCommand, 'clientKey'>;

/** What concerns the whole request stands at its field; everything else at the lines of the seller it comes from. */
const OF_ALL: readonly string[] = [
  'BUYER_NOT_ACTIVE',
  'LOCATION_NOT_YOURS',
  'NOTE_TOO_LONG',
  'PO_NUMBER_TOO_LONG',
  'DELIVERY_DATE_PAST',
] satisfies OrderRefusal['code'][];

/** Baskets over one or several sellers: one order each; several stand in a group of the buyer's. */
@Injectable()
export class BasketPlacer {
  constructor(
    private readonly placer: OrderPlacer,
    private readonly linker: AgreementLinker,
  ) {}

  /** Every seller's order, nothing written yet; or every row that cannot be taken, counted through the baskets as given. */
  async prepare(tx: Tx, actor: Actor, input: BasketsCommand): Promise<Result<PreparedOrder[], Refusal>> {
    assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
    const { baskets, buyerPoNo, requestedOn, deliveryLocationId, note } = input;
    checkBaskets(input);
    const orders: PreparedOrder[] = [];
    const refused: RowRefusal[] = [];
    let firstRow = 0;
    for (const basket of baskets) {
      const command = { ...basket, buyerPoNo, requestedOn, deliveryLocationId, note };
      const order = await this.placer.prepare(tx, actor, command, firstRow);
      if (order.ok) orders.push(order.value);
      else if (baskets.length === 1 || OF_ALL.includes(order.refusal.code)) return order;
      else refused.push(...rowsOf(order.refusal, firstRow));
      firstRow += basket.lines.length;
    }
    if (refused.length > 0) return rowsRefused(refused);
    return orders.length === 0 ? refuse<OrderRefusal>({ code: 'LINES_MISSING' }) : accept(orders);
  }

  /** Writes all of them: the id of the one order, or of the group. */
  async save(tx: Tx, input: BasketsCommand, orders: readonly PreparedOrder[]): Promise<Result<string, Refusal>> {
    const [{ draft }] = orders as [PreparedOrder];
    if (orders.length === 1) {
      const saved = await this.placer.save(tx, orders);
      if (!saved.ok) return saved;
      const linked = await this.link(tx, input, orders);
      if (!linked.ok) return linked;
      await this.placer.numbered(tx, orders);
      return accept(draft.id);
    }
    const id = newId();
    const { buyerOrgId, placedAt, placedBy } = draft;
    await tx.insert(OrderGroup, {
      ...{ id, number: id, buyerOrgId, placedAt, placedBy, buyerPoNo: trimmed(input.buyerPoNo), note: trimmed(input.note) },
      isDemo: orders.some((order) => order.draft.isDemo),
    });
    const bracketed = orders.map((order) => ({ lines: order.lines, draft: { ...order.draft, groupId: id } }));
    const saved = await this.placer.save(tx, bracketed);
    if (!saved.ok) return saved;
    const linked = await this.link(tx, input, bracketed);
    if (!linked.ok) return linked;
    await tx.audit('order-group.place', 'order-group', id, { orders: orders.length });
    const number = documentNumber('GH', tx.today, await tx.nextNumber('GH'));
    await tx.query('update order_group set number = $2 where id = $1', [id, number]);
    await this.placer.numbered(tx, bracketed);
    return accept(id);
  }

  /** Orders that count for a memorandum from the start: in the order of its id, so that two groups never wait for each other in a ring. */
  private async link(tx: Tx, { baskets }: BasketsCommand, orders: readonly PreparedOrder[]): Promise<Result<null, Refusal>> {
    const asked = baskets
      .flatMap(({ sellerOrgId, linkMouId }) => (linkMouId ? [{ sellerOrgId: idOf(sellerOrgId), mouId: idOf(linkMouId) }] : []))
      .sort((a, b) => (a.mouId < b.mouId ? -1 : 1));
    for (const { sellerOrgId, mouId } of asked) {
      const placed = orders.find(({ draft }) => draft.sellerOrgId === sellerOrgId && draft.contractId === null);
      if (!placed) continue;
      const linked = await this.linker.link(tx, await lockOrder(tx, placed.draft.id), { kind: 'MOU', id: mouId });
      if (!linked.ok) return linked;
    }
    return accept(null);
  }
}

/** What no screen sends. */
function checkBaskets({ baskets }: BasketsCommand): void {
  const ways = new Set(baskets.map(({ sellerOrgId, contractId }) => `${sellerOrgId} ${contractId ?? ''}`.toLowerCase()));
  if (ways.size < baskets.length) throw new BadInputError('Mỗi bên bán chỉ có một giỏ hàng.', 'baskets');
  if (baskets.length > SELLERS_MAX) throw new BadInputError(`Một lần đặt có tối đa ${SELLERS_MAX} bên bán.`, 'baskets');
  const lines = baskets.reduce((sum, basket) => sum + basket.lines.length, 0);
  if (baskets.length > 1 && lines > LINES_MAX) throw new BadInputError(`Một lần đặt có tối đa ${LINES_MAX} dòng.`, 'baskets');
}

/** A refusal of one seller's order as rows among all rows: what concerns the whole order stands at its first line. */
function rowsOf(refusal: Refusal, firstRow: number): RowRefusal[] {
  if (refusal.code !== 'ROWS_REFUSED') {
    const { field } = explain(orderMessages, refusal, 'vi') as { field?: string | null };
    const next = (refusal as { next?: string | null }).next;
    return [{ row: firstRow, field: field ?? 'seller', refusal, ...(next && { suggestion: next }) }];
  }
  return (refusal as RowsRefusal).rows.map((row) => ({ ...row, row: firstRow + row.row }));
}
