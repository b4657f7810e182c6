import pg from 'pg';
import { startServer } from '../dist/server.js';

/** Statements sent to PostgreSQL by this process, their time until answered, and the prepared ones' texts, told to the bench when it asks. */
let statements = 0;
let databaseMs = 0;
const texts = {};
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(...args) {
  statements += 1;
  const { name, text } = args[0] ?? {};
  if (name && !texts[name]) texts[name] = text;
  const at = performance.now();
  const done = () => (databaseMs += performance.now() - at);
  const last = args.length - 1;
  if (typeof args[last] === 'function') {
    const answer = args[last];
    args[last] = (...result) => (done(), answer(...result));
    return query.apply(this, args);
  }
  const asked = query.apply(this, args);
  if (typeof asked?.then === 'function') void asked.then(done, done);
  return asked;
};

const server = await startServer({ port: 0 });
process.send(server.url.replace('localhost', '127.0.0.1'));
process.on('message', () => process.send({ statements, databaseMs, texts, cpu: process.cpuUsage() }));
process.once('SIGTERM', () => server.stop().then(() => process.exit(0)));
