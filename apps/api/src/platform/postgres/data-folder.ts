import { createHash, randomBytes } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { folderUnusable } from './embedded-postgres-error.js';
import { canReach, type OsUser } from './os-user.js';

/** Where everything of one database stands: the cluster, its log, its passwords, who runs it. */
export interface DataFolder {
  root: string;
  cluster: string;
  logFile: string;
  ownerFile: string;
}

/** Names the folder that holds the data when the project's own folder is closed to the postgres user. */
export const POINTER_FILE = 'moved-to';

const described = (root: string): DataFolder => ({
  root,
  cluster: join(root, 'cluster'),
  logFile: join(root, 'postgres.log'),
  ownerFile: join(root, 'owner.json'),
});

/** Others may pass through (postgres runs as another user under root) but not look around. */
const FOLDER_MODE = 0o711;

/** Made if missing, and proven by writing: a full or read-only disk shows only then. */
function makeUsable(folder: string): void {
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, FOLDER_MODE); // whatever the umask says
    }
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, Buffer.alloc(8192, 1));
    rmSync(probe);
  } catch (cause) {
    throw folderUnusable(folder, cause);
  }
}

function readPointer(wanted: string): string | undefined {
  try {
    return readFileSync(join(wanted, POINTER_FILE), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Places the data elsewhere; the pointer is written first, so that no crash loses the way. */
function moveAside(wanted: string, user: OsUser, log: (line: string) => void): DataFolder {
  const name = `lienket-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}-${randomBytes(3).toString('hex')}`;
  const parent = ['/var/lib', tmpdir()].find((place) => canReach(place, user) && isWritable(place));
  if (!parent) throw folderUnusable(wanted, Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  const target = join(parent, name);
  writeFileSync(join(wanted, POINTER_FILE), `${target}\n`);
  makeUsable(target);
  log(`Người dùng "postgres" không vào được ${wanted}: dữ liệu nằm ở ${target} (the data is kept there instead).`);
  return described(target);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder the database lives in, made and proven writable. */
export function openDataFolder(dataDir: string, user: OsUser | undefined, log: (line: string) => void): DataFolder {
  const wanted = resolve(dataDir);
  const moved = readPointer(wanted);
  if (moved && existsSync(moved) && canReach(moved, user)) {
    makeUsable(moved);
    return described(moved);
  }
  makeUsable(wanted);
  return user && !canReach(wanted, user) ? moveAside(wanted, user, log) : described(wanted);
}

/** Gives a folder to the user that PostgreSQL runs as. */
export function handOver(folder: string, user: OsUser | undefined): void {
  if (user) chownSync(folder, user.uid, user.gid);
}
