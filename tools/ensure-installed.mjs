// Only Node's own modules here: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOCK = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.lienket-lock-hash');
const NEEDED = [20, 19];

function stop(vi, en) {
  console.error(`\n${vi}\n${en}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  stop(
    `Cần Node.js ${NEEDED.join('.')} trở lên; máy này đang dùng ${process.versions.node}. Hãy cài bản mới từ nodejs.org rồi chạy lại.`,
    `Node.js ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}. Install a newer one from nodejs.org and run again.`,
  );
}

/** Packages that npm wrote down after its last install, compared with those the lock asks for. */
function isInstalled() {
  const done = join(MODULES, '.package-lock.json');
  if (!existsSync(done)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const have = JSON.parse(readFileSync(done, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional, peer }]) => {
    if (!path.includes('node_modules/')) return true;
    const found = have[path];
    if (!found) return Boolean(optional || devOptional || peer); // made for another system
    return link ? Boolean(found.link) : found.version === version;
  });
}

const npm = (args) => {
  const viaNode = process.env.npm_execpath; // the npm that called us, whatever PATH says
  const [command, first] = viaNode?.endsWith('.js')
    ? [process.execPath, [viaNode]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const done = spawnSync(command, [...first, ...args, '--no-audit', '--no-fund'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32' && !viaNode,
    env: { ...process.env, NODE_ENV: 'development' }, // the build needs development packages even where production runs
  });
  process.stderr.write(
    (done.stderr ?? '')
      .split('\n')
      .filter((line) => !line.startsWith('npm warn'))
      .join('\n'),
  );
  return { ok: done.status === 0, text: `${done.stderr ?? ''}${done.error?.message ?? ''}` };
};

/** Makes node_modules what package-lock.json says; says nothing when it already is. */
export function ensureInstalled() {
  checkNode();
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === hash) return;
  if (!isInstalled()) {
    console.log('Cài đặt các gói cần thiết bằng "npm ci", lần đầu mất một vài phút… (installing packages)');
    let done = npm(['ci']);
    if (!done.ok && /EUSAGE|in sync|Missing:/.test(done.text)) {
      console.log('npm ci không nhận tệp khoá, dùng "npm install"… (the lock was rejected, using npm install)');
      done = npm(['install', '--no-save']);
    }
    if (!done.ok) {
      stop(
        'Không cài được các gói. Hãy xem lỗi của npm ở trên (thường là mạng hoặc quyền ghi), sửa rồi chạy lại.',
        'The packages could not be installed. See the npm error above (usually the network or write permission), mend it and run again.',
      );
    }
  }
  try {
    mkdirSync(MODULES, { recursive: true });
    writeFileSync(STAMP, `${hash}\n`);
  } catch {
    // a read-only node_modules works as well, it is only compared again next time
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
