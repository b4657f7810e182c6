/** Without 0 O, 1 I L and U V, which are misread on paper and on the phone. 29 signs: a prime, so the check sign sees every swap. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const BASE = BigInt(ALPHABET.length);
const BODY_LENGTH = 8;
const PREFIX = 'LS';

/**
 * The token a payer writes into a transfer: "LS" + two digits of the year + 8 signs + a check sign, 13 characters.
 * `seed` is a UUID or a number, taken modulo 29^8 (the random end of a UUIDv7): a unique index must still guard against chance.
 */
export function paymentReference(seed: bigint | string, year: number): string {
  let rest = typeof seed === 'bigint' ? seed : BigInt(`0x${seed.replace(/-/g, '')}`);
  if (rest < 0n) throw new RangeError('A seed is not negative');
  let body = '';
  for (let i = 0; i < BODY_LENGTH; i++, rest /= BASE) body = ALPHABET[Number(rest % BASE)]! + body;
  const head = `${PREFIX}${String(year % 100).padStart(2, '0')}`;
  return head + body + checkSign(body);
}

/** The first sound reference in a bank memo, in any case and with spaces, dots or dashes inside; null when there is none. */
export function findPaymentReference(memo: string): string | null {
  const compact = memo.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const pattern = new RegExp(`(?=(${PREFIX}\\d\\d([${ALPHABET}]{${BODY_LENGTH}})([${ALPHABET}])))`, 'g');
  for (const [, reference, body, check] of compact.matchAll(pattern)) {
    if (reference && body && checkSign(body) === check) return reference;
  }
  return null;
}

/** Weighted by position, so that one wrong sign or two swapped neighbours never pass. */
function checkSign(body: string): string {
  const sum = [...body].reduce((total, char, i) => total + (i + 2) * ALPHABET.indexOf(char), 0);
  return ALPHABET[sum % ALPHABET.length]!;
}
