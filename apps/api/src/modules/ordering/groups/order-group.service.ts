import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BadInputError } from '../../../platform/errors.js';
import { explain, type RowRefusal, rowsRefused, type RowsRefusal } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { documentNumber } from '../document-number.js';
import { orderMessages, type OrderRefusal } from '../order.messages.js';
import { OrderPlacer, type PreparedOrder } from '../order-placer.js';
import { LINES_MAX } from '../order-sides.js';
import { trimmed } from '../text-field.js';
import type { OrderGroupPlaceCommand } from './order-group.view.js';
import { OrderGroup } from './order-group.entity.js';

export const SELLERS_MAX = 20;

/** What concerns the whole request stands at its field; everything else at the lines of the seller it comes from. */
const OF_ALL: readonly string[] = [
  'BUYER_NOT_ACTIVE',
  'LOCATION_NOT_YOURS',
  'NOTE_TOO_LONG',
  'PO_NUMBER_TOO_LONG',
  'DELIVERY_DATE_PAST',
] satisfies OrderRefusal['code'][];

/** Baskets over several sellers: one order each, within one group, in one transaction. */
@Injectable()
export class OrderGroupService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly placer: OrderPlacer,
  ) {}

  /** The group's id. Refuses with the rows of every seller at once; then nothing of any seller's order is placed. */
  place(actor: Actor, input: OrderGroupPlaceCommand): Promise<Result<string, Refusal>> {
    const command = { operation: 'orderGroupPlace', clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, (tx) => this.placeIn(tx, actor, input));
  }

  private async placeIn(tx: Tx, actor: Actor, input: OrderGroupPlaceCommand): Promise<Result<string, Refusal>> {
    assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
    const prepared = await this.prepare(tx, actor, input);
    if (!prepared.ok) return prepared;
    const orders = prepared.value;
    const group = {
      id: newId(),
      buyerOrgId: actor.orgId,
      buyerPoNo: trimmed(input.buyerPoNo),
      note: trimmed(input.note),
      placedAt: tx.now,
      placedBy: actor.userId,
      isDemo: orders.some(({ draft }) => draft.isDemo),
    };
    await tx.insert(OrderGroup, { ...group, number: group.id });
    const bracketed = orders.map(({ draft, lines }) => ({ lines, draft: { ...draft, groupId: group.id } }));
    const saved = await this.placer.save(tx, bracketed);
    if (!saved.ok) return saved;
    await tx.audit('order-group.place', 'order-group', group.id, { orders: orders.length });
    const number = documentNumber('GH', tx.today, await tx.nextNumber('GH'));
    await tx.query('update order_group set number = $2 where id = $1', [group.id, number]);
    await this.placer.numbered(tx, bracketed);
    return accept(group.id);
  }

  /** Every seller's order, or every row that cannot be taken; rows count through the baskets as given. */
  private async prepare(tx: Tx, actor: Actor, input: OrderGroupPlaceCommand): Promise<Result<PreparedOrder[], Refusal>> {
    const { baskets, buyerPoNo, requestedOn, deliveryLocationId, note } = input;
    checkBaskets(input);
    const orders: PreparedOrder[] = [];
    const refused: RowRefusal[] = [];
    let firstRow = 0;
    for (const basket of baskets) {
      const command = { ...basket, buyerPoNo, requestedOn, deliveryLocationId, note };
      const order = await this.placer.prepare(tx, actor, command, firstRow);
      if (order.ok) orders.push(order.value);
      else if (OF_ALL.includes(order.refusal.code)) return order;
      else refused.push(...rowsOf(order.refusal, firstRow));
      firstRow += basket.lines.length;
    }
    if (refused.length > 0) return rowsRefused(refused);
    if (orders.length === 0) return refuse<OrderRefusal>({ code: 'LINES_MISSING' });
    return accept(orders);
  }
}

/** What no screen sends. */
function checkBaskets({ baskets }: OrderGroupPlaceCommand): void {
  const ways = new Set(baskets.map(({ sellerOrgId, contractId }) => `${sellerOrgId} ${contractId ?? ''}`.toLowerCase()));
  if (ways.size < baskets.length) throw new BadInputError('Mỗi bên bán chỉ có một giỏ hàng.', 'baskets');
  if (baskets.length > SELLERS_MAX) throw new BadInputError(`Một lần đặt có tối đa ${SELLERS_MAX} bên bán.`, 'baskets');
  const lines = baskets.reduce((sum, basket) => sum + basket.lines.length, 0);
  if (lines > LINES_MAX) throw new BadInputError(`Một lần đặt có tối đa ${LINES_MAX} dòng.`, 'baskets');
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
