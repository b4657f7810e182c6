import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

function ps(pid, column) {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** Tells two processes that were given the same number apart. */
export const startMarkOf = (pid) => statFields(pid)?.[19] ?? ps(pid, 'lstart');

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'args');
  }
}

export async function waitUntilGone(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

/** Asks politely, then firmly; true when the process is gone. */
export async function stopProcess(
  pid,
  signals = [
    ['SIGTERM', 10_000],
    ['SIGKILL', 2_000],
  ],
) {
  for (const [signal, patience] of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      return !isAlive(pid);
    }
    if (await waitUntilGone(pid, patience)) return true;
  }
  return false;
}

/** Every process whose command line holds the text or that works inside the folder (Linux). */
export function processesAbout(text) {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    if (pid === process.pid || !isAlive(pid)) return false;
    let cwd = '';
    try {
      cwd = readlinkSync(`/proc/${pid}/cwd`);
    } catch {
      // gone meanwhile, or someone else's
    }
    return cwd.startsWith(text) || (commandOf(pid) ?? '').includes(text);
  });
}
