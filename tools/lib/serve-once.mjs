// usage: node tools/lib/serve-once.mjs <data folder> [port]: a fresh API on its own fast database, for journeys and proofs; ends with its parent.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { API_MAIN, inRoot, runMain } from './project.mjs';

const [dataDir, port = '0'] = process.argv.slice(2);
const POSTGRES = inRoot('apps', 'api', 'dist', 'platform', 'postgres', 'embedded-postgres.js');

await runMain(async () => {
  const { startEmbeddedPostgres } = await import(pathToFileURL(POSTGRES).href);
  const database = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), fast: true });
  const { startServer } = await import(pathToFileURL(API_MAIN).href);
  const server = await startServer({ port: Number(port), host: '127.0.0.1', databaseUrl: database.url, dataDir });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.stop().catch(console.error);
    await database.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  process.on('disconnect', stop); // the parent is gone, even if it was killed
  process.send?.({
    url: server.url,
    databaseUrl: database.url,
    superuserUrl: database.superuserUrl,
    signIns: server.signIns ?? [],
  });
});
if (process.exitCode) process.exit();
