import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

/** Nx without its daemon and its screen: nothing stays behind, output can be piped. */
export const NX_ENV = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NX_DEFAULT_OUTPUT_STYLE: 'static' };

export const JEST_NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/**
 * Runs a program to its end, in its own process group, and collects what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, echo?: boolean, timeout?: number }} [options] timeout in milliseconds
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function run(command, args, { cwd = ROOT, env = {}, echo = false, timeout } = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    let output = '';
    let timer;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        child.kill(signal); // the group is gone or was never made
      }
    };
    const forward = (signal) => end(signal);
    process.once('SIGINT', forward);
    process.once('SIGTERM', forward);
    const done = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve({ code, output, seconds: (performance.now() - began) / 1000 });
    };
    const take = (stream) => (chunk) => {
      output += chunk;
      if (echo) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => {
      output += error.message;
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
    if (timeout) {
      timer = setTimeout(() => {
        output += `\n(stopped after ${Math.round(timeout / 1000)} s)\n`;
        end('SIGTERM');
        setTimeout(() => end('SIGKILL'), 5_000).unref();
      }, timeout);
    }
  });
}

/** A program of node_modules, run by this very Node. */
export const bin = (script, args, options) => run(process.execPath, [script, ...args], options);
