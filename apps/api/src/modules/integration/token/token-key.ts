import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'lk_';
const SHOWN = 11;

/** A new key: 256 random bits, so that a plain hash of it tells nobody anything. */
export const newKey = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`;

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** What the list shows to tell keys apart. */
export const shownOf = (key: string): string => key.slice(0, SHOWN);

/** The key of an `Authorization: Bearer` header; null when it is none of ours. */
export function keyIn(header: string | undefined): string | null {
  const key = /^Bearer (lk_[\w-]{43})$/.exec(header ?? '')?.[1];
  return key ?? null;
}
