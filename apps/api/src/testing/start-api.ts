import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Clock, type SettableClock } from '../platform/clock.js';
import { readConfig, type StripeConfig } from '../platform/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { createApp } from '../server.js';
import { Client } from './client.js';
import { Given, type Person } from './given.js';

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
  drainJobs(): Promise<void>;
  stop(): Promise<void>;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** The whole API on a database of its own, ready in a fraction of a second. */
export async function startApi(options: { poolSize?: number; stripe?: StripeConfig; webDir?: string } = {}): Promise<TestApi> {
  const superuserUrl = process.env['TEST_SUPERUSER_URL']!;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await admin.query(`create database ${name} template test_template owner lienket`);
  const databaseUrl = withDatabase(process.env['TEST_DATABASE_URL']!, name);
  const inspector = new pg.Pool({ connectionString: withDatabase(superuserUrl, name), max: 2 });
  // The database is dropped under its last idle connection.
  inspector.on('error', () => undefined);
  const dataDir = mkdtempSync(join(tmpdir(), 'lienket-files-'));
  const config = {
    ...readConfig({ ...process.env, NODE_ENV: 'test' }),
    databaseUrl,
    dataDir,
    poolSize: options.poolSize ?? 10,
    ...(options.webDir ? { webDir: options.webDir } : {}),
    worker: 'off' as const,
    demo: false,
    stripe: options.stripe,
  };
  const app = await createApp(config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const clock = app.get(Clock) as SettableClock;
  const given = new Given(app.get(DataSource), clock);
  return {
    app,
    databaseUrl,
    clock,
    given,
    visitor: new Client(app),
    as: async (person) => new Client(app, await given.session(person)),
    sql: async (text, values) => (await inspector.query(text, values)).rows,
    drainJobs: () => app.get(JobRunner).drain(databaseUrl),
    stop: async () => {
      await app.close();
      await inspector.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
