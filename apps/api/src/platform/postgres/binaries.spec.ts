import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repairLibraryLinks } from './binaries.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { canReach } from './os-user.js';

const STRANGER = { uid: 64_000, gid: 64_000 };
const asRoot = process.getuid?.() === 0 ? it : it.skip;
let room: string;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'lienket-spec-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

describe('the programs of PostgreSQL', () => {
  it('get the library links that a skipped install script did not make, once', () => {
    const native = join(room, 'native');
    mkdirSync(join(native, 'lib'), { recursive: true });
    writeFileSync(join(native, 'lib', 'libicuuc.so.60.2'), 'library');
    const links = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }];
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    expect(repairLibraryLinks(room, native)).toBe(1);
    expect(lstatSync(join(native, 'lib', 'libicuuc.so.60')).isSymbolicLink()).toBe(true);
    expect(repairLibraryLinks(room, native)).toBe(0);
  });

  it('are out of reach below a folder that is closed to others', () => {
    chmodSync(room, 0o700);
    expect(canReach(join(room, 'deep', 'folder'), STRANGER)).toBe(false);
    chmodSync(room, 0o711);
    expect(canReach(join(room, 'deep', 'folder'), STRANGER)).toBe(true);
  });

  asRoot('run with their data elsewhere when root works in a closed folder', async () => {
    chmodSync(room, 0o700);
    const said: string[] = [];
    const dataDir = join(room, 'postgres');
    const first = await startEmbeddedPostgres({ dataDir, fast: true, log: (line) => said.push(line) });
    try {
      await first.stop();
      expect(first.folder.startsWith(room)).toBe(false);
      expect(said.join('\n')).toContain(first.folder);
      expect(existsSync(join(dataDir, 'moved-to'))).toBe(true);
      const second = await startEmbeddedPostgres({ dataDir, fast: true });
      await second.stop();
      expect(second.folder).toBe(first.folder);
    } finally {
      rmSync(first.folder, { recursive: true, force: true });
    }
  });
});
