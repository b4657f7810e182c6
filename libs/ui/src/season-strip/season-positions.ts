export interface SeasonWindow {
  from: string;
  to: string;
  /** A lesser season: stored or off-season goods. */
  faint?: boolean;
}

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Where a day stands in the year, 0 to 1; every month takes a twelfth so the names align. */
export function dayAt(day: string, end = false) {
  const [month = 1, date = 1] = day.slice(-5).split('-').map(Number);
  const length = daysIn[month - 1] ?? 31;
  return (month - 1 + Math.min(date - (end ? 0 : 1), length) / length) / 12;
}

/** One stretch, or two when the season runs over the new year. */
export function pieces({ from, to }: SeasonWindow): [number, number][] {
  const start = dayAt(from);
  const end = dayAt(to, true);
  return start < end
    ? [[start, end]]
    : [
        [start, 1],
        [0, end],
      ];
}
