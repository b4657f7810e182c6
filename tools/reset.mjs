import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { runningInstance } from './lib/instance.mjs';
import { commandOf, isAlive, stopProcess } from './lib/processes.mjs';
import { DATA, databaseFolder, PlainError, runMain } from './lib/project.mjs';

/** Stops the server of this folder, but never another program that got its number. */
async function stopDatabase(folder) {
  const pidFile = join(folder, 'cluster', 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const command = isAlive(pid) ? (commandOf(pid) ?? '') : '';
  if (!command.includes('postgres') || !command.includes(folder)) return;
  if (
    !(await stopProcess(pid, [
      ['SIGINT', 8_000],
      ['SIGQUIT', 3_000],
    ]))
  ) {
    throw new PlainError(`Không dừng được PostgreSQL (tiến trình ${pid}).\nPostgreSQL (process ${pid}) could not be stopped.`);
  }
}

async function isSure() {
  if (process.argv.includes('--yes') || !process.stdin.isTTY) return true;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(`Xoá toàn bộ dữ liệu trong ${DATA}? Không lấy lại được. (Delete all data?) [y/N] `);
  ask.close();
  return /^(y|yes|c|co|có)$/i.test(answer.trim());
}

await runMain(async () => {
  if (process.env.DATA_DIR) {
    throw new PlainError(
      `DATA_DIR=${process.env.DATA_DIR}: lệnh này chỉ xoá ${DATA}. Hãy tự xoá thư mục kia.\nDATA_DIR is set: this deletes ${DATA} only; delete the other folder yourself.`,
    );
  }
  if (!existsSync(DATA)) {
    console.log('Chưa có dữ liệu nào. "npm start" sẽ tạo mới. (Nothing to delete; npm start makes it anew.)');
    return;
  }
  if (!(await isSure())) {
    console.log('Giữ nguyên dữ liệu. (Nothing was deleted.)');
    return;
  }
  const instance = runningInstance();
  if (instance && !(await stopProcess(instance.pid))) {
    throw new PlainError(
      `Không dừng được Liên Kết (tiến trình ${instance.pid}).\nThe running Liên Kết (process ${instance.pid}) could not be stopped.`,
    );
  }
  const folder = databaseFolder();
  await stopDatabase(folder);
  const gone = folder.startsWith(DATA) ? [DATA] : [folder, DATA];
  for (const path of gone) rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  console.log(`Đã xoá ${gone.join(', ')}. "npm start" sẽ tạo mới. (Deleted; npm start makes it anew.)`);
});
