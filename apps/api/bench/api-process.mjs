import pg from 'pg';
import { startServer } from '../dist/server.js';

/** Statements sent to PostgreSQL by this process and the prepared ones' texts, told to the bench when it asks. */
let statements = 0;
const texts = {};
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(...args) {
  statements += 1;
  const { name, text } = args[0] ?? {};
  if (name && !texts[name]) texts[name] = text;
  return query.apply(this, args);
};

const server = await startServer({ port: 0 });
process.send(server.url.replace('localhost', '127.0.0.1'));
process.on('message', () => process.send({ statements, texts, cpu: process.cpuUsage() }));
process.once('SIGTERM', () => server.stop().then(() => process.exit(0)));
