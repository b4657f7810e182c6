// Installs what a bare machine lacks for the tests: a browser, the readers of PDF files, the proxy that checks its own file.
import { spawnSync } from 'node:child_process';
import { aptInstall, findOrInstallChromium } from './chromium.mjs';
import { runMain } from './lib/project.mjs';

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

await runMain(() => {
  const missing = [
    ['pdftotext', 'poppler-utils'],
    ['caddy', 'caddy'],
  ].filter(([program]) => !has(program));
  if (missing.length > 0) {
    const packages = missing.map(([, name]) => name);
    console.log(
      aptInstall(...packages)
        ? `Installed ${packages.join(', ')}.`
        : `Not installed: ${packages.join(', ')} (needs root and apt).`,
    );
  }
  console.log(`Chromium: ${findOrInstallChromium()}`);
});
