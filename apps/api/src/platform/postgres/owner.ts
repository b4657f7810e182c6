import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startMarkOf } from './os-processes.js';

/** The Node process that runs a cluster; the start mark tells a recycled pid apart. */
interface Owner {
  pid: number;
  startMark?: string;
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** The living process that holds the cluster, if there is one. */
export function livingOwner(file: string): number | undefined {
  const owner = readOwner(file);
  return owner && isAlive(owner.pid) && startMarkOf(owner.pid) === owner.startMark ? owner.pid : undefined;
}

/** Takes the cluster for this process; false when a living one has it. */
export function claim(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  const me: Owner = { pid: process.pid, startMark: startMarkOf(process.pid) };
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (linked(mine, file)) return true;
      if (livingOwner(file)) return false;
      setAside(file);
    }
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A link appears whole or not at all, so nobody reads a half-written owner. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead owner's file; a living one that came in between is put back. */
function setAside(file: string): void {
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // someone else removed it
  }
  if (livingOwner(aside)) linked(aside, file);
  rmSync(aside, { force: true });
}

export function release(file: string): void {
  if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
}
