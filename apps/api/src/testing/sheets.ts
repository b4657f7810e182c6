import type { Readable } from 'node:stream';
import { xlsxStream, readSpreadsheet } from '../platform/spreadsheets/index.js';
import type { Client } from './client.js';

export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A workbook of one sheet of texts. */
export const sheetOf = (header: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<Buffer> =>
  bytesOf(xlsxStream([{ name: 'Trang 1', columns: header.map((name) => ({ header: name, kind: 'TEXT' as const })), rows }]));

/** All cells of the first sheet as texts. */
export async function textsOf(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of readSpreadsheet(bytes))
    for (const { cells } of batch.rows) rows.push(cells.map((cell) => cell?.text ?? ''));
  return rows;
}

export function uploadSheet(client: Client, kind: string, bytes: Buffer, name = 'tep.xlsx') {
  const boundary = 'ranh-gioi';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return client.post(`/imports?kind=${kind}`, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}
