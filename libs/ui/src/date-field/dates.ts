const pad = (part: number, length = 2) => String(part).padStart(length, '0');

const iso = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
};

/** Reads a typed day ("5/3/2026", "05.03.26", "05032026", "2026-03-05") as YYYY-MM-DD; null when no such day exists. */
export function parseTypedDate(text: string): string | null {
  const typed = text.trim();
  const isoLike = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (isoLike) return iso(Number(isoLike[1]), Number(isoLike[2]), Number(isoLike[3]));
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (!parts) return null;
  const year = Number(parts[3]);
  return iso(year < 100 ? 2000 + year : year, Number(parts[2]), Number(parts[1]));
}

/** YYYY-MM-DD as the day people write: dd/mm/yyyy. */
export const showDate = (value: string) => {
  const [year, month, day] = value.split('-');
  return day ? `${day}/${month}/${year}` : '';
};

/** Local midnight of a business date, the only form the calendar understands. */
export const toLocalDay = (value: string | undefined) => {
  const [year, month, day] = (value ?? '').split('-').map(Number);
  return year && month && day ? new Date(year, month - 1, day) : undefined;
};

export const fromLocalDay = (date: Date) => `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
