import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot, PlainError } from './lib/project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const INSTALL_LIMIT_MS = 90_000;

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/usr/local/bin', '/snap/bin')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .concat(MAC)
    .find(isProgram);

/** Browsers that Playwright downloaded for any project of this user, newest first. */
function fromPlaywright() {
  const cache =
    process.platform === 'darwin' ? join(homedir(), 'Library/Caches/ms-playwright') : join(homedir(), '.cache/ms-playwright');
  const home = process.env.PLAYWRIGHT_BROWSERS_PATH || cache;
  if (!existsSync(home)) return undefined;
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-linux/headless_shell',
  ];
  return readdirSync(home)
    .filter((name) => /^chromium/.test(name))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(home, name, path)))
    .find(isProgram);
}

/** A browser that says its version starts at all: a snap stub or a missing library does not. */
const works = (path) => spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (isProgram(asked)) return asked;
    throw new PlainError(`CHROMIUM_PATH=${asked} không chạy được.\nCHROMIUM_PATH=${asked} cannot be run.`);
  }
  return [onPath(), fromPlaywright()].find((path) => path && works(path));
}

/** Debian and its relatives, as root: the distribution's package. Waits for another apt to finish. */
export function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

/** Path of a Chromium to drive; installs one when the machine has none. */
export function findOrInstallChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('Chưa có Chromium, đang cài… (installing Chromium)');
  const playwright = inRoot('node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { timeout: INSTALL_LIMIT_MS, stdio: 'ignore' });
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  if (aptInstall('chromium', 'fonts-noto-core') || aptInstall('chromium')) {
    const packaged = findChromium();
    if (packaged) return packaged;
  }
  throw new PlainError(
    'Không tìm thấy và không cài được Chromium. Hãy cài Chromium hoặc Google Chrome, hoặc đặt CHROMIUM_PATH trỏ tới chương trình đó.\n' +
      'No Chromium was found or could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to the program.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findOrInstallChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
