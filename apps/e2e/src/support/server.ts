import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SignIn {
  role: string;
  name: string;
  organization: string;
  login: string;
  password: string;
}

export interface RunningServer {
  /** Where web and API answer. */
  url: string;
  databaseUrl: string;
  superuserUrl: string;
  signIns: SignIn[];
  stop(): Promise<void>;
}

const SERVE = fileURLToPath(new URL('../../../../tools/lib/serve-once.mjs', import.meta.url));
const START_LIMIT_MS = 300_000;

/** The built API with the demo world on a database of its own, in a process of its own; all of it goes with `stop`. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const room = mkdtempSync(join(tmpdir(), 'lienket-e2e-'));
  chmodSync(room, 0o755); // root runs PostgreSQL as another user, who must get in
  // The tests' own flags and NODE_ENV are not what a person's server runs with.
  const { DATABASE_URL: _, ...surroundings } = process.env;
  const clean = { ...surroundings, NODE_OPTIONS: '', NODE_ENV: 'development', ...env };
  const child = fork(SERVE, [room], { env: clean, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text));
  child.stderr?.on('data', (text: Buffer) => (said += text));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await exited;
    clearTimeout(hard);
    rmSync(room, { recursive: true, force: true });
  };
  try {
    const ready = await new Promise<Omit<RunningServer, 'stop'>>((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`the server was not ready in ${START_LIMIT_MS / 1000} s:\n${said}`)),
        START_LIMIT_MS,
      );
      child.once('message', (message) => {
        clearTimeout(limit);
        resolve(message as Omit<RunningServer, 'stop'>);
      });
      void exited.then(() => {
        clearTimeout(limit);
        reject(new Error(`the server ended before it was ready:\n${said}`));
      });
    });
    return { ...ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
