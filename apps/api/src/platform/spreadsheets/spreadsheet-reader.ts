import { Worker } from 'node:worker_threads';
import type { RowBatch } from './cells.js';
import { LIMITS } from './limits.js';
import { refused, type SpreadsheetRefusal } from './spreadsheet-refusal.js';

/** Tests run the sources; a thread needs the built file. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/platform/spreadsheets/read-worker.js', import.meta.url)
  : new URL('./read-worker.js', import.meta.url);

type Message = { readonly batch: RowBatch } | { readonly done: true } | { readonly refusal: SpreadsheetRefusal };

export interface ReadOptions {
  readonly sheets?: 'FIRST' | 'ALL';
  readonly memoryMb?: number;
  readonly busyMs?: number;
}

/**
 * Rows of an .xlsx or CSV file in batches, read in a thread under limits of memory and of time spent reading
 * (the caller's own time between batches is not counted). Throws SpreadsheetRefused; leaving the loop ends the thread.
 */
export async function* readSpreadsheet(bytes: Buffer, options: ReadOptions = {}): AsyncGenerator<RowBatch> {
  if (bytes.length > LIMITS.packedBytes) throw refused({ code: 'SHEET_TOO_LARGE' });
  const worker = new Worker(WORKER, {
    workerData: { bytes: new Uint8Array(bytes), sheets: options.sheets ?? 'FIRST' },
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? LIMITS.memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  let busyMs = options.busyMs ?? LIMITS.busyMs;
  try {
    for (;;) {
      const asked = Date.now();
      const message = await next(worker, busyMs);
      busyMs -= Date.now() - asked;
      if ('refusal' in message) throw refused(message.refusal);
      if ('done' in message) return;
      yield message.batch;
      worker.postMessage('next');
    }
  } finally {
    await worker.terminate();
  }
}

function next(worker: Worker, withinMs: number): Promise<Message> {
  return new Promise((resolve, reject) => {
    const tooHeavy = () => settle(() => reject(refused({ code: 'SHEET_TOO_HEAVY' })));
    const timer = setTimeout(tooHeavy, Math.max(withinMs, 0));
    const settle = (how: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      worker.on('error', () => undefined);
      how();
    };
    worker.once('message', (message: Message) => settle(() => resolve(message)));
    // Out of memory, mostly: the thread is gone, whatever the cause.
    worker.once('error', tooHeavy);
  });
}
