import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, wherever a command was called from. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const inRoot = (...parts) => join(ROOT, ...parts);

export const DATA = inRoot('.data');
export const START_FILE = join(DATA, 'start.json');
export const API_MAIN = inRoot('apps', 'api', 'dist', 'main.js');

/** Where the database stands: in the project, or elsewhere when root works in a folder closed to others; a pointer then tells. */
export function databaseFolder(root = ROOT) {
  const home = join(root, '.data', 'postgres');
  const pointer = join(home, 'moved-to');
  const moved = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : '';
  const isOurs = /[/\\]lienket-[0-9a-f]{12}-[0-9a-f]{6}$/.test(moved);
  return isOurs && existsSync(moved) ? moved : home;
}

/** A failure a person can mend; told in one sentence, without a stack. */
export class PlainError extends Error {}

/** Runs a command's main function: a plain failure is one sentence, anything else keeps its stack. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof PlainError || error?.name === 'EmbeddedPostgresError' ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
