import { accept, refuse, type Result } from '../shared/result.js';

export interface PhoneRefusal {
  readonly code: 'PHONE_NOT_VALID';
  readonly text: string;
}

export interface EmailRefusal {
  readonly code: 'EMAIL_NOT_VALID';
  readonly text: string;
}

/**
 * "0912 345 678", "+84 912345678" or "(0205) 3812345" → E.164 "+84912345678".
 * Vietnamese mobiles 0[35789] + 8 digits, landlines 02 + 9 digits; numbers abroad need their "+" and country code.
 */
export function normalizePhone(text: string): Result<string, PhoneRefusal> {
  const compact = text.replace(/[\s.()\u00a0-]/g, '');
  const international = compact.replace(/^00/, '+').replace(/^84(?=\d{9,10}$)/, '+84');
  const national = international.replace(/^\+840?/, '0');
  if (/^0([35789]\d{8}|2\d{9})$/.test(national)) return accept(`+84${national.slice(1)}`);
  const abroad = /^\+[1-9]\d{7,14}$/.test(international) && !international.startsWith('+84');
  return abroad ? accept(international) : refuse({ code: 'PHONE_NOT_VALID', text });
}

/** Trimmed and lower case, one "@", a dotted domain, at most 254 characters. */
export function normalizeEmail(text: string): Result<string, EmailRefusal> {
  const email = text.trim().toLowerCase();
  const sound = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(email);
  return sound && email.length <= 254 ? accept(email) : refuse({ code: 'EMAIL_NOT_VALID', text });
}

/** Two-digit area codes of the two largest cities; all other landlines have three. */
const SHORT_AREAS = ['24', '28'];

/** As people read it: "+84912345678" → "0912 345 678", "+842053812345" → "0205 3812 345"; numbers abroad keep their "+". */
export function phoneForDisplay(e164: string): string {
  const national = /^\+84(\d{9,10})$/.exec(e164)?.[1];
  if (!national) return e164;
  if (national.length === 9) return `0${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
  const area = SHORT_AREAS.includes(national.slice(0, 2)) ? 2 : 3;
  const rest = national.slice(area);
  return `0${national.slice(0, area)} ${rest.slice(0, 4)} ${rest.slice(4)}`;
}
