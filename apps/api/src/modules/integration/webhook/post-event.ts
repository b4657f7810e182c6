import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { publicLookup } from './safe-address.js';

const ANSWER_WITHIN_MS = 10_000;

export interface Posted {
  /** Null when no answer came. */
  readonly status: number | null;
  readonly error: string | null;
}

/** One POST: no redirects, no cookies, no answer read beyond its status. */
export function postEvent(url: URL, body: string, headers: Readonly<Record<string, string>>): Promise<Posted> {
  const isLoopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return new Promise((done) => {
    const request = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      timeout: ANSWER_WITHIN_MS,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(isLoopback ? {} : { lookup: publicLookup }),
    });
    request.on('response', (response) => {
      response.resume();
      response.on('close', () => done({ status: response.statusCode ?? null, error: null }));
    });
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', (error) => done({ status: null, error: error.message.slice(0, 200) }));
    request.end(body);
  });
}
