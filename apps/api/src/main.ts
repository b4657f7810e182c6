import { pathToFileURL } from 'node:url';
import { startServer } from './server.js';

export { startServer } from './server.js';

async function main(): Promise<void> {
  const server = await startServer({ log: (line) => process.stdout.write(`${line}\n`) });
  process.stdout.write(`Liên Kết: ${server.url}\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
