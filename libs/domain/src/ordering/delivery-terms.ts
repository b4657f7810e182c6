import { addDays, weekdayOf, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** When a seller's route runs and until when it takes orders. */
export interface DeliveryTerms {
  /** Days it delivers on, 1 = Monday to 7 = Sunday. */
  readonly weekdays: readonly number[];
  /** Working days before the delivery on which ordering ends; 0 = on the day itself. Public holidays are not counted. */
  readonly cutoffDays: number;
  /** Hour in Việt Nam at which it ends, "15:00". */
  readonly cutoffTime: string;
  readonly runsOnHolidays: boolean;
}

export interface DayOff {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly message: string;
}

export interface Holiday {
  readonly day: LocalDate;
  readonly name: string;
}

/** What decides whether a day can be ordered for. */
export interface DeliveryCalendar {
  /** Null: the seller said nothing, any day will do until it begins. */
  readonly terms: DeliveryTerms | null;
  readonly closures: readonly DayOff[];
  readonly holidays: readonly Holiday[];
  readonly now: Date;
}

/** `next` is the first day that would do, null when none does within a season. */
export type DeliveryDayRefusal =
  | {
      readonly code: 'SELLER_CLOSED';
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly message: string;
      readonly next: LocalDate | null;
    }
  | { readonly code: 'NOT_A_DELIVERY_DAY'; readonly weekdays: readonly number[]; readonly next: LocalDate | null }
  | { readonly code: 'HOLIDAY'; readonly name: string; readonly next: LocalDate | null }
  | { readonly code: 'CUT_OFF_PASSED'; readonly at: Date; readonly next: LocalDate | null };

/** How far ahead a next day is looked for. */
const LOOK_AHEAD_DAYS = 120;
const VIETNAM_OFFSET = '+07:00';

/** The moment after which an order for this day comes too late. Without terms the first moment of the day itself. */
export function cutoffAt(on: LocalDate, terms: DeliveryTerms | null, holidays: readonly Holiday[]): Date {
  if (!terms) return new Date(`${on}T00:00:00${VIETNAM_OFFSET}`);
  const free = new Set(holidays.map(({ day }) => day));
  let day = on;
  for (let left = terms.cutoffDays; left > 0;) {
    day = addDays(day, -1);
    if (!free.has(day)) left -= 1;
  }
  return new Date(`${day}T${terms.cutoffTime}:00${VIETNAM_OFFSET}`);
}

/** Whether goods can be asked for on this day, and the next day that would do when not. */
export function checkDeliveryDay(on: LocalDate, calendar: DeliveryCalendar): Result<null, DeliveryDayRefusal> {
  const found = blockOf(on, calendar);
  return found ? refuse({ ...found, next: nextDeliveryDay(addDays(on, 1), calendar) } as DeliveryDayRefusal) : accept(null);
}

/** The first day from `from` on that nothing speaks against; null when none does within four months. */
export function nextDeliveryDay(from: LocalDate, calendar: DeliveryCalendar): LocalDate | null {
  for (let ahead = 0, day = from; ahead < LOOK_AHEAD_DAYS; ahead += 1, day = addDays(day, 1)) {
    if (!blockOf(day, calendar)) return day;
  }
  return null;
}

type Block = DeliveryDayRefusal extends infer R ? (R extends unknown ? Omit<R, 'next'> : never) : never;

function blockOf(on: LocalDate, { terms, closures, holidays, now }: DeliveryCalendar): Block | null {
  const closure = closures.find(({ firstDay, lastDay }) => firstDay <= on && on <= lastDay);
  if (closure) return { code: 'SELLER_CLOSED', from: closure.firstDay, to: closure.lastDay, message: closure.message };
  if (!terms) return null;
  if (!terms.weekdays.includes(weekdayOf(on))) return { code: 'NOT_A_DELIVERY_DAY', weekdays: terms.weekdays };
  const holiday = terms.runsOnHolidays ? undefined : holidays.find(({ day }) => day === on);
  if (holiday) return { code: 'HOLIDAY', name: holiday.name };
  const at = cutoffAt(on, terms, holidays);
  return now.getTime() > at.getTime() ? { code: 'CUT_OFF_PASSED', at } : null;
}

/** Whether a buyer may still cancel on his own: before the cut-off of the earliest day the order asks for. */
export function isBeforeCutoff(
  days: readonly LocalDate[],
  terms: DeliveryTerms | null,
  holidays: readonly Holiday[],
  now: Date,
): boolean {
  const [first] = [...days].sort();
  return first === undefined || now.getTime() <= cutoffAt(first, terms, holidays).getTime();
}
