import pg from 'pg';
import { startServer } from '../dist/server.js';

/** Statements sent to PostgreSQL by this process, told to the bench when it asks. */
let statements = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(...args) {
  statements += 1;
  return query.apply(this, args);
};

const server = await startServer({ port: 0 });
process.send(server.url.replace('localhost', '127.0.0.1'));
process.on('message', () => process.send({ statements }));
process.once('SIGTERM', () => server.stop().then(() => process.exit(0)));
