import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv-reader.js';
import { LIMITS } from './limits.js';
import { RowSink } from './row-sink.js';
import { SpreadsheetRefused, refused } from './spreadsheet-refusal.js';
import { readXlsx } from './xlsx-reader.js';

/** Runs in a thread of its own with little memory: a hostile file can end the thread, never the server. */
const port = parentPort!;
const { bytes: view, sheets } = workerData as { bytes: Uint8Array; sheets: 'FIRST' | 'ALL' };
const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);

const sink = new RowSink(async (batch) => {
  const taken = new Promise((resolve) => port.once('message', resolve));
  port.postMessage({ batch });
  await taken;
});

const startsWith = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

async function read(): Promise<void> {
  if (bytes.length > LIMITS.packedBytes) throw refused({ code: 'SHEET_TOO_LARGE' });
  if (bytes.length === 0) throw refused({ code: 'SHEET_EMPTY' });
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) throw refused({ code: 'SHEET_OLD_OR_LOCKED' });
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) await readXlsx(bytes, sheets, sink);
  else await readCsv(bytes, sink);
  if (sink.count === 0) throw refused({ code: 'SHEET_EMPTY' });
}

try {
  await read();
  port.postMessage({ done: true });
} catch (error) {
  port.postMessage({ refusal: error instanceof SpreadsheetRefused ? error.refusal : { code: 'SHEET_DAMAGED' } });
}
