import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The operating system's user that PostgreSQL runs as; undefined means "as we are". */
export interface OsUser {
  uid: number;
  gid: number;
}

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));

function lookUp(): OsUser | undefined {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

const WAYS_TO_ADD: [string, string[]][] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
  ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres']],
];

/** PostgreSQL refuses to run as root, so root runs it as the system user "postgres", made on first need. */
export function postgresUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp();
  if (found) return found;
  for (const [command, args] of WAYS_TO_ADD) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      const made = lookUp();
      if (made) return made;
    } catch {
      continue; // the next way may exist on this system
    }
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL không chạy được bằng root và không tạo được người dùng hệ thống "postgres". Hãy chạy bằng một người dùng thường, hoặc đặt DATABASE_URL.',
    'PostgreSQL does not run as root and the system user "postgres" could not be made. Run as an ordinary user, or set DATABASE_URL.',
  );
}

/** May this user walk down to the folder? Missing folders count by their nearest existing parent. */
export function canReach(folder: string, user: OsUser | undefined): boolean {
  if (!user) return true;
  const root = parse(resolve(folder)).root;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if (!(stat.mode & bit)) return false;
    }
    if (at === root) return true;
  }
}
