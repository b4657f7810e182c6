import { Blob } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xlsxStream } from '../dist/platform/spreadsheets/index.js';
import { ask, PRODUCTION, rounded, startProcess } from './lib.mjs';
import { organization, person } from './world.mjs';

const ROWS = 10_000;
const HEADER = [
  'Mã hàng',
  'Tên sản phẩm',
  'Nhóm sản phẩm',
  'Đơn vị bán',
  'Tên kiện',
  'Số đơn vị trong kiện',
  'Giá',
  'Mùa vụ',
  'Bảo quản',
  'Thuế',
];
const BATCH = 'query($id: ID!) { importBatch(id: $id) { status toCreate toUpdate toSkip withErrors } }';
const COMMIT = 'mutation($input: ImportCommitInput!) { importCommit(input: $input) { __typename } }';
const REVERT = 'mutation($input: ImportActionInput!) { importRevert(input: $input) { __typename } }';

/** Ten thousand products, each name like no other; `price` makes the second file an update. */
async function workbook(price) {
  const rows = Array.from({ length: ROWS }, (_, i) => [
    ...[
      `SP${i}`,
      `Sản phẩm đo số ${i}`,
      'Thực phẩm',
      'kg',
      'Thùng 10 kg',
      '10',
      String(price + i),
      'T7-T9',
      'Mát',
      'Nông sản chưa chế biến',
    ],
  ]);
  const columns = HEADER.map((header) => ({ header, kind: 'TEXT' }));
  const chunks = [];
  for await (const chunk of xlsxStream([{ name: 'Sản phẩm', columns, rows }])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Resident memory of a process in MB, as the kernel counts it. */
const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function until(url, id, cookie, wanted) {
  for (;;) {
    const { importBatch } = await ask(url, BATCH, { id }, cookie);
    if (importBatch.status === wanted) return importBatch;
    if (['FAILED', 'REJECTED', 'CANCELLED', 'MATCHING'].includes(importBatch.status))
      throw new Error(JSON.stringify(importBatch));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** One file from the upload to its last row: read, checked, let in; then the same products once more with other prices, and back. */
export async function importsBench(database) {
  const { url: databaseUrl, client } = await database.copy();
  const seller = await organization(client, 'COOPERATIVE', 'HTX đo nhập');
  const cookie = await person(client, seller, ['SELLER_DIRECTOR']);
  const folder = mkdtempSync(join(tmpdir(), 'lienket-bench-files-'));
  const api = await startProcess('./api-process.mjs', {
    ...PRODUCTION,
    WORKER: 'inline',
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
  });
  const before = residentMb(api.pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentMb(api.pid))), 100);
  const seconds = async (work) => {
    const at = performance.now();
    const value = await work();
    return [rounded((performance.now() - at) / 1000, 1), value];
  };
  const bring = async (bytes) => {
    const body = new globalThis.FormData();
    body.append('file', new Blob([bytes]), 'san-pham.xlsx');
    const [checked, id] = await seconds(async () => {
      const answer = await fetch(`${api.url}/imports?kind=PRODUCTS`, { method: 'POST', body, headers: { cookie } });
      const { id: opened } = await answer.json();
      await until(api.url, opened, cookie, 'CHECKED');
      return opened;
    });
    const [committed, batch] = await seconds(async () => {
      await ask(api.url, COMMIT, { input: { clientKey: randomUUID(), id, mode: 'ALL_OR_NOTHING' } }, cookie);
      return until(api.url, id, cookie, 'COMMITTED');
    });
    return { id, seconds: { readAndChecked: checked, letIn: committed, together: rounded(checked + committed, 1) }, batch };
  };
  try {
    const first = await workbook(10_000);
    const made = await bring(first);
    const changed = await bring(await workbook(20_000));
    const [undone] = await seconds(() => ask(api.url, REVERT, { input: { clientKey: randomUUID(), id: changed.id } }, cookie));
    return {
      rows: ROWS,
      fileKb: rounded(first.length / 1024, 0),
      create: { ...made.seconds, made: made.batch.toCreate },
      update: { ...changed.seconds, changed: changed.batch.toUpdate },
      undoSeconds: undone,
      memoryMb: { before: rounded(before, 0), highest: rounded(most, 0) },
      goal: { togetherSeconds: 60, met: Math.max(made.seconds.together, changed.seconds.together) < 60 },
    };
  } finally {
    clearInterval(watch);
    await api.stop();
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
