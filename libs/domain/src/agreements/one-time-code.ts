import { instantMs, type Instant } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const CODE_LIFE_MS = 10 * 60_000;
export const CODE_TRIES = 5;
export const CODE_DIGITS = 6;

export interface IssuedCode {
  readonly expiresAt: Instant;
  /** Wrong tries so far. */
  readonly tries: number;
  readonly used: boolean;
  /** The text it was asked for; another text needs another code. */
  readonly documentSha256: string;
}

export type CodeRefusal =
  | { readonly code: 'CODE_NOT_ASKED' }
  | { readonly code: 'CODE_EXPIRED' }
  | { readonly code: 'CODE_TRIES_SPENT' }
  | { readonly code: 'CODE_USED' }
  | { readonly code: 'CODE_OTHER_TEXT' }
  | { readonly code: 'CODE_WRONG'; readonly left: number };

/** Whether what was typed opens this document now. A code lives ten minutes, for five tries, one use and one text. */
export function checkCode(
  issued: IssuedCode | null,
  given: { readonly matches: boolean; readonly documentSha256: string; readonly now: Instant },
): Result<null, CodeRefusal> {
  if (!issued) return refuse({ code: 'CODE_NOT_ASKED' });
  if (issued.used) return refuse({ code: 'CODE_USED' });
  if (issued.tries >= CODE_TRIES) return refuse({ code: 'CODE_TRIES_SPENT' });
  if (instantMs(given.now) > instantMs(issued.expiresAt)) return refuse({ code: 'CODE_EXPIRED' });
  if (issued.documentSha256 !== given.documentSha256) return refuse({ code: 'CODE_OTHER_TEXT' });
  return given.matches ? accept(null) : refuse({ code: 'CODE_WRONG', left: CODE_TRIES - issued.tries - 1 });
}
