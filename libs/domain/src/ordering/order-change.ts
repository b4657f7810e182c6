import type { LocalDate } from '../shared/calendar-date.js';
import type { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';
import type { OrderState } from './order-state.js';

/** A change after confirmation is one side's proposal until the other consents. */
export type OrderChangeState = 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN';
export type OrderChangeAction = 'accept' | 'decline' | 'withdraw';

export const ORDER_CHANGE_TRANSITIONS: Transitions<OrderChangeState, OrderChangeAction> = {
  PROPOSED: { accept: 'ACCEPTED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  ACCEPTED: {},
  DECLINED: {},
  WITHDRAWN: {},
};

/** States in which both sides rely on what was confirmed, so that neither changes it alone. */
const CHANGEABLE: readonly OrderState[] = ['CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART'];
export const isChangeable = (state: OrderState): boolean => CHANGEABLE.includes(state);

export interface ChangeableLine {
  readonly confirmed: Quantity;
  readonly dispatched: Quantity;
  readonly packSizeBase: Quantity;
  /** The day that holds now: the promised one, otherwise the requested one. */
  readonly dueOn: LocalDate;
}

/** What is wanted of a line; null leaves the part as it is. */
export interface LineWish {
  readonly qty: Quantity | null;
  readonly on: LocalDate | null;
}

export interface ChangedLine {
  readonly qtyBefore: Quantity;
  readonly qtyAfter: Quantity;
  readonly dateBefore: LocalDate;
  readonly dateAfter: LocalDate;
}

export type LineChangeRefusal =
  | { readonly code: 'CHANGE_NOTHING' }
  | { readonly code: 'CHANGE_NOT_MORE'; readonly confirmed: Quantity }
  | { readonly code: 'CHANGE_BELOW_DISPATCHED'; readonly dispatched: Quantity }
  | { readonly code: 'CHANGE_DATE_PAST'; readonly today: LocalDate };

/**
 * One line of a proposal. It may lower what is still to leave or move its day. More goods are a new order: they need a price, stock
 * and room in the contract of their own day.
 */
export function changeLine(line: ChangeableLine, wish: LineWish, today: LocalDate): Result<ChangedLine, LineChangeRefusal> {
  const qtyAfter = wish.qty ?? line.confirmed;
  const dateAfter = wish.on ?? line.dueOn;
  if (qtyAfter.compare(line.confirmed) > 0) return refuse({ code: 'CHANGE_NOT_MORE', confirmed: line.confirmed });
  if (qtyAfter.compare(line.dispatched) < 0) return refuse({ code: 'CHANGE_BELOW_DISPATCHED', dispatched: line.dispatched });
  if (dateAfter !== line.dueOn && dateAfter < today) return refuse({ code: 'CHANGE_DATE_PAST', today });
  if (qtyAfter.equals(line.confirmed) && dateAfter === line.dueOn) return refuse({ code: 'CHANGE_NOTHING' });
  return accept({ qtyBefore: line.confirmed, qtyAfter, dateBefore: line.dueOn, dateAfter });
}

/** Whether the buyer cancels alone: until the seller answered at any time, after that until the cut-off of the earliest day. */
export function mayCancelAlone(state: OrderState, cutoffAt: Date | null, now: Date): boolean {
  return state !== 'CONFIRMED' || cutoffAt === null || now.getTime() <= cutoffAt.getTime();
}
