import iconv from 'iconv-lite';
import { refused } from './spreadsheet-refusal.js';

/** Windows-1258 writes tone marks as letters of their own after a vowel; in Windows-1252 the same bytes hardly follow one. */
const MARK_AFTER_VOWEL =
  /[aeiouyAEIOUY\u00e2\u00ea\u00f4\u00e3\u00f5\u00fd\u00c2\u00ca\u00d4\u00c3\u00d5\u00dd][\u00cc\u00ec\u00d2\u00de\u00f2]/;

/** Text of a CSV file in whatever encoding Vietnamese Excel wrote it, with composed letters. */
export function decodeText(bytes: Buffer): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return strictUtf8(bytes.subarray(3)) ?? damaged();
  if (a === 0xff && b === 0xfe) return iconv.decode(bytes, 'utf-16le').normalize('NFC');
  if (a === 0xfe && b === 0xff) return iconv.decode(bytes, 'utf-16be').normalize('NFC');
  if (bytes.includes(0)) {
    const [even, odd] = nulls(bytes.subarray(0, 4096));
    if (odd > 0 && even === 0) return iconv.decode(bytes, 'utf-16le').normalize('NFC');
    if (even > 0 && odd === 0) return iconv.decode(bytes, 'utf-16be').normalize('NFC');
    throw refused({ code: 'SHEET_KIND_NOT_ALLOWED' });
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return utf8;
  const western = iconv.decode(bytes, 'windows-1252');
  return (
    MARK_AFTER_VOWEL.test(western) || /[\u00f0\u00d0\u00fe]/.test(western) ? iconv.decode(bytes, 'windows-1258') : western
  ).normalize('NFC');
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    return null;
  }
}

function nulls(bytes: Buffer): [number, number] {
  const count: [number, number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) count[index % 2]! += 1;
  });
  return count;
}

function damaged(): never {
  throw refused({ code: 'SHEET_DAMAGED' });
}
