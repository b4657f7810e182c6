import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logger } from '../logger.js';
import { csvStream } from './csv-writer.js';
import type { SheetTable } from './sheet-table.js';
import { xlsxStream } from './xlsx-writer.js';

export type SheetFormat = 'xlsx' | 'csv';

const MIME: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Sends sheets as a file to save; a text file holds the first sheet. `name` is without its ending. */
export async function sendSheet(
  reply: FastifyReply,
  {
    format,
    name,
    tables,
    delimiter = ';',
  }: { format: SheetFormat; name: string; tables: readonly SheetTable[]; delimiter?: ';' | ',' },
): Promise<void> {
  const body: Readable = format === 'xlsx' ? xlsxStream(tables) : csvStream(tables[0]!, delimiter);
  body.on('error', (error) => logger.error({ err: error, name }, 'sheet not sent to its end'));
  await reply
    .headers({
      'content-type': MIME[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(body);
}

/** A page of another site must not make a signed-in browser fetch private lists. */
export function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

export function splitFormat(file: string): { readonly name: string; readonly format: SheetFormat } | null {
  const match = /^([a-z0-9-]{1,60})\.(xlsx|csv)$/.exec(file);
  return match ? { name: match[1]!, format: match[2] as SheetFormat } : null;
}
