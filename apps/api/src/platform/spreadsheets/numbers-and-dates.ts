const MARKED = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Excel keeps fifteen digits; what a file writes beyond them is the damage of binary floats. */
const DIGITS = 15;

/** "1.2505000000000002E3" → "1250.5"; null when the text is no number or absurdly large. */
export function plainDecimal(raw: string): string | null {
  const match = MARKED.exec(raw.trim());
  if (!match || (!match[2] && !match[3])) return null;
  const exponent = Number(match[4] ?? 0);
  if (Math.abs(exponent) > 320) return null;
  const fraction = match[3] ?? '';
  let digits = `${match[2]}${fraction}`.replace(/^0+(?=\d)/, '');
  let scale = fraction.length - exponent;
  if (digits.length > DIGITS) {
    const kept = BigInt(digits.slice(0, DIGITS)) + (digits.charCodeAt(DIGITS) >= 53 ? 1n : 0n);
    scale -= digits.length - DIGITS;
    digits = kept.toString();
  }
  if (/^0*$/.test(digits)) return '0';
  while (scale > 0 && digits.endsWith('0')) {
    digits = digits.slice(0, -1);
    scale -= 1;
  }
  if (scale > 40 || scale < -40) return scale > 40 ? '0' : null;
  const text =
    scale <= 0
      ? digits + '0'.repeat(-scale)
      : `${digits.padStart(scale + 1, '0').slice(0, -scale)}.${digits.padStart(scale + 1, '0').slice(-scale)}`;
  return `${match[1]}${text}`;
}

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;

/**
 * The day of a date cell: system 1900 counts a 29/2/1900 that never was (serial 60, refused here), system 1904 starts at 1/1/1904.
 * Null when the number is no day of either.
 */
export function dateOfSerial(raw: string, since1904: boolean): string | null {
  const serial = Number(raw);
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL + 1) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * 86_400);
  if (seconds === 86_400) [day, seconds] = [day + 1, 0];
  if (!since1904 && (day === 60 || day === 0)) return null;
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const instant = new Date(start + day * DAY + seconds * 1000).toISOString();
  return seconds === 0 ? instant.slice(0, 10) : instant.slice(0, 19);
}

/** Excel's number of a day, the other way round, for dates from 1/3/1900 on. */
export const serialOfDate = (date: string): number =>
  Math.round((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);

/** Whether a number format shows a date: its letters outside quotes, escapes and colour or currency brackets. */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  if (/\[(h+|m+|s+)\]/i.test(code)) return true;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
  return /[dmyhs]/i.test(bare.split(';', 1)[0]!);
}
