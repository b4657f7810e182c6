import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';
import { build } from './lib/build.mjs';
import { frame, signInLines } from './lib/frame.mjs';
import { leaveFolder, takeFolder, tellUrl } from './lib/instance.mjs';
import { choosePort } from './lib/ports.mjs';
import { API_MAIN, databaseFolder, ROOT, runMain } from './lib/project.mjs';

const STOP_LIMIT_MS = 9_000;
const began = performance.now();
let server;
let stopping;

/** One Ctrl-C may arrive twice (terminal and npm); a later one means "now". */
function stop() {
  if (stopping) {
    if (performance.now() - stopping > 1_500) process.exit(130);
    return;
  }
  stopping = performance.now();
  console.log('\nĐang dừng… (stopping)');
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref(); // the database follows when this process ends
  Promise.resolve(server?.stop()).then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}

async function main() {
  const other = takeFolder();
  if (other) {
    console.log(
      other.url
        ? `Liên Kết của thư mục này đang chạy ở ${other.url} (tiến trình ${other.pid}). Already running there; Ctrl-C in its window stops it.`
        : `Liên Kết của thư mục này đang khởi động (tiến trình ${other.pid}). It is being started by process ${other.pid}.`,
    );
    return;
  }
  process.once('exit', leaveFolder);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

  ensureInstalled();
  const host = process.env.HOST || '127.0.0.1';
  const port = await choosePort(host, process.env.PORT, console.log);
  const isFirst = !existsSync(API_MAIN);
  if (isFirst) console.log('Dựng mã nguồn lần đầu, khoảng nửa phút… (first build)');
  await build();
  if (stopping) return;

  process.chdir(ROOT);
  const { startServer } = await import(pathToFileURL(API_MAIN).href);
  server = await startServer({ port, host, log: console.log });
  if (stopping) return void (await server.stop());
  tellUrl(server.url);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const place = process.env.DATABASE_URL ? 'PostgreSQL của DATABASE_URL' : databaseFolder();
  console.log(
    frame([
      `Liên Kết  ${server.url}`,
      `GraphQL   ${server.url}/graphql`,
      '',
      ...signInLines(server.signIns ?? []),
      `Dữ liệu (data): ${place}`,
      `Sẵn sàng sau ${seconds} s. Dừng: Ctrl-C · làm lại từ đầu: npm run reset · dev: npm run dev`,
    ]),
  );
}

await runMain(main);
if (process.exitCode) process.exit(); // whatever half-started API still holds the process open
