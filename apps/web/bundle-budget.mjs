// What a visitor downloads before the first page works: the entry, the landing route and all they import at once.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 240;
const ROUTES = ['index.html', 'src/app/landing-screen.tsx'];
const dist = new URL('dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const chunks = new Set();
const add = (key) => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk "${key}"`);
  if (chunks.has(chunk.file)) return;
  chunks.add(chunk.file);
  chunk.imports?.forEach(add);
};
ROUTES.forEach(add);

const sizes = [...chunks]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kb: gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024 }))
  .sort((a, b) => b.kb - a.kb);
const total = sizes.reduce((sum, { kb }) => sum + kb, 0);

if (process.argv.includes('--list')) for (const { file, kb } of sizes) console.log(`${kb.toFixed(1).padStart(7)} KB  ${file}`);
console.log(`First page: ${total.toFixed(1)} KB of JavaScript, gzipped (budget ${BUDGET_KB} KB)`);
if (total > BUDGET_KB) {
  console.error('Over the budget: load more of it late (React.lazy), or import less.');
  process.exit(1);
}
