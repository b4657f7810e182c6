import { Injectable } from '@nestjs/common';
import {
  accept,
  changeLine,
  isChangeable,
  lineAmount,
  nextState,
  ORDER_CHANGE_TRANSITIONS,
  type OrderChangeAction,
  type OrderChangeState,
  Quantity,
  quantity,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { CommitmentLedger } from '../../agreements/index.js';
import { StockBook } from '../../catalog/index.js';
import { ledgerLines, type LockedLine, type LockedOrder, lockOrder, moveOrder } from '../locked-order.js';
import type { OrderRefusal } from '../order.messages.js';
import { ORDER_NOTICES, type OrderNotice, tellOrder } from '../order.notices.js';
import { PurchaseOrder } from '../purchase-order.entity.js';
import { NOTE_MAX, tooLong, trimmed } from '../text-field.js';
import { OrderChange, OrderChangeLine } from './order-change.entity.js';

export interface ChangePropose {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  /** Nothing of it shall be delivered; `lines` is empty then. */
  readonly cancel?: boolean | null;
  readonly lines: readonly { readonly lineId: string; readonly qty?: string | null; readonly on?: string | null }[];
}

export interface ChangeDecide {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly changeId: string;
  readonly decision: 'ACCEPT' | 'DECLINE' | 'WITHDRAW';
  readonly note?: string | null;
}

interface OpenChange {
  readonly id: string;
  readonly kind: 'CHANGE' | 'CANCEL';
  readonly status: OrderChangeState;
  readonly reason: string;
  readonly proposedByOrgId: string;
  readonly lines: readonly { readonly orderLineId: string; readonly qtyAfter: string; readonly dateAfter: string }[];
}

/** The other side's organization, which must consent. */
const otherSide = (order: LockedOrder, orgId: string): 'seller' | 'buyer' => (orgId === order.sellerOrgId ? 'buyer' : 'seller');

/** Changes after confirmation: proposal, consent or refusal. Every step goes through the order's lock and moves its version on. */
@Injectable()
export class OrderChangeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
  ) {}

  propose(actor: Actor, input: ChangePropose): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderChangePropose', clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.change', order);
      if (order.version !== input.version) return versionConflict(order.version);
      const cancel = input.cancel ?? false;
      if (cancel ? order.status !== 'CONFIRMED' : !isChangeable(order.status)) {
        return refuse<OrderRefusal>({ code: 'ORDER_NOT_OPEN', action: cancel ? 'cancel' : 'change' });
      }
      const [open] = await tx.query(`select id from order_change where order_id = $1 and status = 'PROPOSED'`, [order.id]);
      if (open) return refuse<OrderRefusal>({ code: 'CHANGE_OPEN' });
      const reason = trimmed(input.reason);
      if (!reason) return refuse<OrderRefusal>({ code: 'REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<OrderRefusal>({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
      const lines = cancel ? accept([]) : wishedLines(order, input.lines, tx.today);
      if (!lines.ok) return lines;
      const id = newId();
      await tx.insert(OrderChange, {
        id,
        orderId: order.id,
        sellerOrgId: order.sellerOrgId,
        buyerOrgId: order.buyerOrgId,
        kind: cancel ? 'CANCEL' : 'CHANGE',
        status: 'PROPOSED',
        reason,
        proposedByOrgId: actor.orgId,
        proposedBy: actor.userId,
        proposedAt: tx.now,
      });
      await tx.insert(
        OrderChangeLine,
        lines.value.map((line) => ({ id: newId(), changeId: id, ...line })),
      );
      await tx.updateVersioned(PurchaseOrder, order.id, order.version, {});
      await tx.audit('order.change-propose', 'order', order.id, { kind: cancel ? 'CANCEL' : 'CHANGE', reason });
      await tellOrder(
        tx,
        ORDER_NOTICES[otherSide(order, actor.orgId) === 'seller' ? 'changeToSeller' : 'changeToBuyer'],
        order,
        id,
      );
      return accept(order.id);
    });
  }

  decide(actor: Actor, input: ChangeDecide): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderChangeDecide', clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.change', order);
      if (order.version !== input.version) return versionConflict(order.version);
      const change = await changeOf(tx, order.id, idOf(input.changeId));
      // Nobody consents to his own proposal, and nobody withdraws another's.
      if ((change.proposedByOrgId === actor.orgId) !== (input.decision === 'WITHDRAW')) throw new ForbiddenError();
      const action = input.decision.toLowerCase() as OrderChangeAction;
      const decided = nextState(ORDER_CHANGE_TRANSITIONS, change.status, action);
      if (!decided.ok) return refuse<OrderRefusal>({ code: 'CHANGE_DECIDED' });
      const note = trimmed(input.note);
      if (tooLong(note, NOTE_MAX)) return refuse<OrderRefusal>({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
      if (action === 'decline' && !note) return refuse<OrderRefusal>({ code: 'REASON_MISSING' });
      const applied = action === 'accept' ? await this.apply(tx, order, change) : accept(null);
      if (!applied.ok) return applied;
      if (action !== 'accept') await tx.updateVersioned(PurchaseOrder, order.id, order.version, {});
      await tx.query(
        `update order_change set status = $2, decided_by = $3, decided_at = $4, decision_note = $5, revision = $6 where id = $1`,
        [change.id, decided.value, actor.userId, tx.now, note, action === 'accept' ? order.revision + 1 : null],
      );
      await tx.audit(`order.change-${action}`, 'order', order.id, { kind: change.kind, ...(note && { note }) });
      await tellOrder(tx, noticeOf(action, otherSide(order, actor.orgId)), order, `${change.id}:${action}`);
      return accept(order.id);
    });
  }

  /** What was agreed becomes what is confirmed: the rest goes back to the stock and to the contract at once. */
  private async apply(tx: Tx, order: LockedOrder, change: OpenChange): Promise<Result<null, OrderRefusal>> {
    const revision = order.revision + 1;
    if (change.kind === 'CANCEL') {
      const moved = moveOrder(order, 'cancel', 'cancel');
      if (!moved.ok) return moved;
      await tx.updateVersioned(PurchaseOrder, order.id, order.version, {
        status: moved.value,
        closeReason: change.reason,
        revision,
      });
      await this.stock.release(tx, order.id, order.lines);
      await this.ledger.release(
        tx,
        ledgerLines(order, 'ORDER_CLOSE', (line) => line.confirmed),
      );
      return accept(null);
    }
    const wanted = new Map(change.lines.map((line) => [line.orderLineId, line]));
    const before = new Map(order.lines.map((line) => [line.id, line]));
    // Goods that left while the other side thought it over cannot come back by agreement.
    for (const { orderLineId, qtyAfter } of change.lines) {
      const line = before.get(orderLineId)!;
      if (quantity(qtyAfter).compare(line.dispatched) < 0) {
        return refuse({ code: 'CHANGE_BELOW_DISPATCHED', dispatched: line.dispatched, unit: line.baseUnit });
      }
    }
    const lines = order.lines.map((line): LockedLine => {
      const wish = wanted.get(line.id);
      return wish ? { ...line, confirmed: quantity(wish.qtyAfter), promisedOn: wish.dateAfter } : line;
    });
    const changed = lines.filter(({ id }) => wanted.has(id));
    await this.stock.lowerTo(
      tx,
      order.id,
      changed.map(({ id, confirmed, dispatched, promisedOn, requestedOn }) => ({
        lineId: id,
        confirmed,
        open: Quantity.max(Quantity.ZERO, confirmed.sub(dispatched)),
        dueOn: promisedOn ?? requestedOn,
      })),
    );
    await tx.query(
      `update order_line set confirmed_qty = now.qty, promised_on = now.due from jsonb_to_recordset($2::jsonb) as now(id uuid, qty numeric, due date)
       where order_line.id = now.id and order_line.order_id = $1`,
      [
        order.id,
        JSON.stringify(
          changed.map(({ id, confirmed, promisedOn }) => ({ id, qty: confirmed.toDecimalString(), due: promisedOn })),
        ),
      ],
    );
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, {
      confirmedTotal: lines.reduce((sum, line) => sum + lineAmount(line.confirmed, line.unitPrice), 0n),
      revision,
    });
    await this.ledger.release(
      tx,
      ledgerLines({ id: order.id, lines: changed }, 'ORDER', (line) => before.get(line.id)!.confirmed.sub(line.confirmed)),
    );
    return accept(null);
  }
}

function noticeOf(action: OrderChangeAction, side: 'seller' | 'buyer'): OrderNotice {
  const to = side === 'seller' ? 'ToSeller' : 'ToBuyer';
  if (action === 'accept') return ORDER_NOTICES[`changeAccepted${to}`];
  return action === 'decline' ? ORDER_NOTICES[`changeDeclined${to}`] : ORDER_NOTICES[`changeWithdrawn${to}`];
}

function changeOf(tx: Tx, orderId: string, id: string): Promise<OpenChange> {
  return tx.one<OpenChange>(
    `select c.id, c.kind, c.status, c.reason, c.proposed_by_org_id as "proposedByOrgId",
       coalesce((select json_agg(json_build_object('orderLineId', l.order_line_id, 'qtyAfter', l.qty_after::text, 'dateAfter', l.date_after)
         order by l.id) from order_change_line l where l.change_id = c.id), '[]') as lines
     from order_change c where c.id = $1 and c.order_id = $2`,
    [id, orderId],
  );
}

type ChangeRow = Pick<OrderChangeLine, 'orderLineId' | 'qtyBefore' | 'qtyAfter' | 'dateBefore' | 'dateAfter'>;

function wishedLines(order: LockedOrder, wishes: ChangePropose['lines'], today: string): Result<ChangeRow[], Refusal> {
  if (wishes.length === 0) return refuse<OrderRefusal>({ code: 'LINES_MISSING' });
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const refused: RowRefusal<OrderRefusal>[] = [];
  const rows = wishes.flatMap((wish, row): ChangeRow[] => {
    const line = lines.get(wish.lineId.toLowerCase());
    const no = (field: string, refusal: OrderRefusal): ChangeRow[] => {
      refused.push({ row, field, refusal });
      return [];
    };
    if (!line) return no('lineId', { code: 'LINE_UNKNOWN' });
    if (seen.has(line.id)) return no('lineId', { code: 'LINE_ANSWERED_TWICE' });
    seen.add(line.id);
    const dueOn = line.promisedOn ?? line.requestedOn;
    const changed = changeLine({ ...line, dueOn }, { qty: wish.qty ? quantity(wish.qty) : null, on: wish.on ?? null }, today);
    if (!changed.ok) {
      const field = changed.refusal.code === 'CHANGE_DATE_PAST' ? 'on' : 'qty';
      return no(field, { ...changed.refusal, unit: line.baseUnit } as OrderRefusal);
    }
    const { qtyBefore, qtyAfter, dateBefore, dateAfter } = changed.value;
    return [
      {
        orderLineId: line.id,
        qtyBefore: qtyBefore.toDecimalString(),
        qtyAfter: qtyAfter.toDecimalString(),
        dateBefore,
        dateAfter,
      },
    ];
  });
  return refused.length ? rowsRefused(refused) : accept(rows);
}
