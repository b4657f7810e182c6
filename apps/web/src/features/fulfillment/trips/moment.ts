/** A day and a clock time in Việt Nam as an instant; null while one of them is missing. */
export const instantOf = (day: string, time: string): string | null =>
  day && /^\d{2}:\d{2}$/.test(time) ? new Date(`${day}T${time}:00+07:00`).toISOString() : null;

/** The day and the clock time in Việt Nam of an instant. */
export function dayAndTime(instant: string | null | undefined): { day: string; time: string } {
  if (!instant) return { day: '', time: '' };
  const local = new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}
