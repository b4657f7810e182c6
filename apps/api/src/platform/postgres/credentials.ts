import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

export interface Credentials {
  superuser: string;
  lienket: string;
}

/** Random passwords of this cluster, readable by the owner alone. */
export function credentialsOf(root: string, clusterExists: boolean): Credentials {
  const file = join(root, 'credentials.json');
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
    } catch (cause) {
      throw lost(file, cause);
    }
  }
  if (clusterExists) throw lost(file);
  const made: Credentials = { superuser: randomBytes(24).toString('base64url'), lienket: randomBytes(24).toString('base64url') };
  // Renamed into place, so that a crash in the middle leaves either no file or a whole one.
  writeFileSync(`${file}.new`, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

function lost(file: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `Không đọc được mật khẩu của cơ sở dữ liệu ở ${file}. Hãy khôi phục tệp này, hoặc chạy "npm run reset" để làm lại từ đầu.`,
    `The database's passwords at ${file} cannot be read. Restore that file, or run "npm run reset" to start over.`,
    { cause },
  );
}
