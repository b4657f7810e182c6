import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../platform/config.js';
import type { TestApi } from './start-api.js';

/** A letter as a mail program reads it. */
export interface ReadLetter {
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly to: string;
  readonly text: string;
  readonly html: string;
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** RFC 2047 words of a header; those side by side are one text. */
const unword = (text: string): string =>
  text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/(=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, way, body]) =>
          way!.toLowerCase() === 'b' ? Buffer.from(body!, 'base64') : quoted(body!.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );

function part(source: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = source.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = new Map(lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { headers, body: rest.join('\n\n') };
}

function decode({ headers, body }: ReturnType<typeof part>): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quoted(body).toString('utf8') : body;
}

export function readLetter(source: string): ReadLetter {
  const whole = part(source);
  const boundary = /boundary="?([^";]+)"?/.exec(whole.headers.get('content-type') ?? '')?.[1];
  const parts = boundary
    ? whole.body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((one) => part(one.trimStart()))
    : [whole];
  const of = (type: string) => parts.find(({ headers }) => headers.get('content-type')?.startsWith(type));
  const [plain, html] = [of('text/plain'), of('text/html')];
  return {
    headers: whole.headers,
    subject: unword(whole.headers.get('subject') ?? ''),
    to: whole.headers.get('to') ?? '',
    text: plain ? decode(plain) : '',
    html: html ? decode(html) : '',
  };
}

/** Every letter the API wrote so far. */
export function lettersOf(api: TestApi): ReadLetter[] {
  const folder = join(api.app.get<Config>(CONFIG).dataDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readLetter(readFileSync(join(folder, name), 'utf8')));
}
