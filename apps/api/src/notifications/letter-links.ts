import type { Config } from '../platform/config.js';
import type { LetterLinks } from './notice-letter.js';
import { type Unsubscription, unsubscribeToken } from './unsubscribe-token.js';

/** Where the one-click POST of RFC 8058 goes; the page for people asks the same address. */
export const UNSUBSCRIBE_PATH = 'mail/unsubscribe';

export interface LettersLinks extends LetterLinks {
  readonly oneClick: string | undefined;
}

/** The links of one letter. Their host is the operator's, never taken from a request. */
export function lettersLinks({ publicUrl, port, secret }: Config, wish: Unsubscription | null, now: Date): LettersLinks {
  const app = (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
  if (!wish) return { app, unsubscribe: null, oneClick: undefined };
  const token = unsubscribeToken(wish, now, secret);
  return { app, unsubscribe: `${app}/unsubscribe/${token}`, oneClick: `${app}/${UNSUBSCRIBE_PATH}/${token}` };
}
