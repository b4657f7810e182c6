import { createHmac, timingSafeEqual } from 'node:crypto';
import { NOTICE_GROUP_NAMES, type NoticeGroup } from '@lienket/domain';

const DAY_MS = 86_400_000;
/** As long as a letter is likely to be read. */
const VALID_DAYS = 90;

/** What one letter's link ends: a group of letters, or the daily summary whatever it carries. */
export type Unsubscribable = NoticeGroup | 'DIGEST';

export interface Unsubscription {
  readonly userId: string;
  readonly group: Unsubscribable;
}

export type TokenReading = { readonly state: 'VALID'; readonly wish: Unsubscription } | { readonly state: 'EXPIRED' | 'FORGED' };

// The purpose is part of what is signed: no other token of this system can stand in for it.
const sign = (payload: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update('notice-unsubscribe.').update(payload).digest();

/** Says who may leave which group, without a session and without their address: 16 bytes person, 2 last day, then the group. */
export function unsubscribeToken({ userId, group }: Unsubscription, now: Date, secret: string): string {
  const person = Buffer.from(userId.replaceAll('-', ''), 'hex');
  const lastDay = Buffer.alloc(2);
  lastDay.writeUInt16BE(Math.floor(now.getTime() / DAY_MS) + VALID_DAYS);
  const payload = Buffer.concat([person, lastDay, Buffer.from(group)]);
  return `${payload.toString('base64url')}.${sign(payload, secret).toString('base64url')}`;
}

export function readUnsubscribeToken(token: string, now: Date, secret: string): TokenReading {
  const [payload = Buffer.alloc(0), given = Buffer.alloc(0), ...rest] = token
    .split('.')
    .map((part) => Buffer.from(part, 'base64url'));
  const right = sign(payload, secret);
  if (rest.length || given.length !== right.length || !timingSafeEqual(given, right)) return { state: 'FORGED' };
  const userId = payload
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const group = payload.subarray(18).toString() as Unsubscribable;
  if (group !== 'DIGEST' && !NOTICE_GROUP_NAMES.includes(group)) return { state: 'FORGED' };
  return now.getTime() / DAY_MS < payload.readUInt16BE(16) ? { state: 'VALID', wish: { userId, group } } : { state: 'EXPIRED' };
}
