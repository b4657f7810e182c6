import { addDays, instantMs, localDateOf, startOfWeek, today, type Instant } from '../shared/calendar-date.js';

/** Something that waits for somebody. `dueAt` is a moment, or a business day that is in time until it ends. */
export interface WorkItem {
  readonly kind: string;
  readonly entityId: string;
  readonly dueAt: Instant | null;
  /** Whose move it is, as the caller names it. */
  readonly actor: string;
}

export const DEADLINE_GROUPS = ['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER', 'NO_DEADLINE'] as const;
export type DeadlineGroup = (typeof DEADLINE_GROUPS)[number];

/** Where a deadline stands at `now`; the week ends on Sunday in Vietnam. */
export function deadlineGroupOf(dueAt: Instant | null, now: Date): DeadlineGroup {
  if (dueAt === null) return 'NO_DEADLINE';
  const currentDay = today(now);
  const dueDay = localDateOf(dueAt);
  if (dueDay < currentDay || deadlineMs(dueAt) <= now.getTime()) return 'OVERDUE';
  if (dueDay === currentDay) return 'TODAY';
  return dueDay <= addDays(startOfWeek(currentDay), 6) ? 'THIS_WEEK' : 'LATER';
}

/** Every item in exactly one group, the most urgent first within it. */
export function groupByDeadline<T extends Pick<WorkItem, 'dueAt'>>(items: readonly T[], now: Date): Record<DeadlineGroup, T[]> {
  const groups: Record<DeadlineGroup, T[]> = { OVERDUE: [], TODAY: [], THIS_WEEK: [], LATER: [], NO_DEADLINE: [] };
  for (const item of items) groups[deadlineGroupOf(item.dueAt, now)].push(item);
  for (const group of DEADLINE_GROUPS) groups[group].sort((a, b) => urgency(a.dueAt) - urgency(b.dueAt));
  return groups;
}

/** A day ends where the next one starts. */
function deadlineMs(dueAt: Instant): number {
  return typeof dueAt === 'string' && dueAt.length === 10 ? instantMs(addDays(dueAt, 1)) : instantMs(dueAt);
}

const urgency = (dueAt: Instant | null): number => (dueAt === null ? 0 : deadlineMs(dueAt));
