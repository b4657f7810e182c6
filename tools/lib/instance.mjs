import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DATA, PlainError, START_FILE } from './project.mjs';
import { isAlive, startMarkOf } from './processes.mjs';

/** The start of this folder that lives now: { pid, url? }; url is missing while it is still starting. */
export function runningInstance() {
  try {
    const found = JSON.parse(readFileSync(START_FILE, 'utf8'));
    return isAlive(found.pid) && startMarkOf(found.pid) === found.startMark ? found : undefined;
  } catch {
    return undefined;
  }
}

const mine = (more) => JSON.stringify({ pid: process.pid, startMark: startMarkOf(process.pid), ...more });

/** Takes this folder for the present process; undefined when taken, otherwise the instance that has it. */
export function takeFolder() {
  const draft = `${START_FILE}.${process.pid}`;
  try {
    mkdirSync(DATA, { recursive: true });
    writeFileSync(draft, mine());
  } catch (error) {
    throw new PlainError(
      `Không ghi được vào thư mục ${DATA} (${error.code}). Hãy cấp quyền và chỗ trống rồi chạy lại.\n` +
        `The folder ${DATA} cannot be written (${error.code}). Make it writable with space free and start again.`,
    );
  }
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(draft, START_FILE); // appears whole or not at all
        return undefined;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const other = runningInstance();
      if (other) return other;
      rmSync(START_FILE, { force: true }); // left by a killed start
    }
    return runningInstance();
  } finally {
    rmSync(draft, { force: true });
  }
}

export function tellUrl(url) {
  const draft = `${START_FILE}.${process.pid}`;
  writeFileSync(draft, mine({ url }));
  renameSync(draft, START_FILE);
}

export function leaveFolder() {
  if (runningInstance()?.pid === process.pid) rmSync(START_FILE, { force: true });
}
