import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Clock, type SettableClock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Client } from './client.js';
import { Given, type Person } from './given.js';
import { type ApplicationOptions, TestApplication } from './test-application.js';

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  readonly clock: SettableClock;
  readonly given: Given;
  /** A signed-in person's client. */
  as(person: Person): Promise<Client>;
  /** A visitor's client. */
  readonly visitor: Client;
  /** Straight to the tables as superuser, past every wall: for assertions only. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs the jobs that are due, one after another or so many at once. */
  drainJobs(atOnce?: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Building the application (its schema above all) costs far more than a database, and it keeps nothing of its own between
 * requests: the specifications of a thread share one, and each file gets another database under it.
 */
let standing: TestApplication | null = null;
let isTaken = false;

async function takeApplication(options: ApplicationOptions): Promise<{ of: TestApplication; giveBack(): Promise<void> }> {
  if (isTaken || Object.keys(options).length > 0) {
    const own = await TestApplication.start(options);
    return { of: own, giveBack: () => own.close() };
  }
  isTaken = true;
  if (standing) await standing.renew();
  else standing = await TestApplication.start();
  return {
    of: standing,
    giveBack: async () => {
      isTaken = false;
    },
  };
}

/** The whole API on a database of its own, ready in a fraction of a second. */
export async function startApi(options: ApplicationOptions = {}): Promise<TestApi> {
  const { of, giveBack } = await takeApplication(options);
  const { app, databaseUrl } = of;
  const inspector = new pg.Pool({ connectionString: of.superuserUrl, max: 2 });
  // The database is dropped under its last idle connection.
  inspector.on('error', () => undefined);
  const clock = app.get(Clock) as SettableClock;
  clock.set(null);
  const given = new Given(app.get(DataSource), clock);
  return {
    app,
    databaseUrl,
    clock,
    given,
    visitor: new Client(app),
    as: async (person) => new Client(app, await given.session(person)),
    sql: async (text, values) => (await inspector.query(text, values)).rows,
    drainJobs: (atOnce) => app.get(JobRunner).drain(databaseUrl, atOnce),
    stop: async () => {
      await inspector.end();
      await giveBack();
    },
  };
}
