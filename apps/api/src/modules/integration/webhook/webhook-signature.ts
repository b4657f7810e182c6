import { createHmac } from 'node:crypto';

/** Derived from the system's own secret: there is no table to steal. Told once, when the endpoint is made. */
export const webhookSecret = (endpointId: string, systemSecret: string): string =>
  `whs_${createHmac('sha256', systemSecret).update(`webhook.${endpointId}`).digest('base64url')}`;

/** Value of X-LienKet-Signature: `t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">`. */
export function signatureOf(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
