import { createHmac, timingSafeEqual } from 'node:crypto';

/** Messages older or newer than this are refused; nonces are remembered for twice as long. */
export const WINDOW_SECONDS = 300;

/** The secret of a link is derived from the system's own: there is no table to steal. Told once, when the link is made. */
export const bankLinkSecret = (linkId: string, systemSecret: string): string =>
  `bls_${createHmac('sha256', systemSecret).update(`bank-link.${linkId}`).digest('base64url')}`;

/** Hex HMAC-SHA256 of `timestamp.nonce.body` (the very bytes). */
export const bankSignature = (secret: string, timestamp: string, nonce: string, body: Buffer): string =>
  createHmac('sha256', secret).update(`${timestamp}.${nonce}.`).update(body).digest('hex');

export interface SignedMessage {
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly body: Buffer;
}

/** True when the signature is right and the time is near; whether the nonce is new is the database's to say. */
export function isGenuine({ timestamp, nonce, signature, body }: SignedMessage, secret: string, now: Date): boolean {
  if (!/^\d{10}$/.test(timestamp) || !/^[\w-]{16,64}$/.test(nonce) || !/^[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(bankSignature(secret, timestamp, nonce, body), 'hex'));
}
