import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { readConfig, type StripeConfig } from '../platform/config.js';
import { createApp } from '../server.js';

/** What a specification may ask of its application; one that asks for nothing takes the standing one. */
export interface ApplicationOptions {
  readonly stripe?: StripeConfig;
  readonly webDir?: string;
}

/** Enough for twenty at once with what they ask on the side. */
const POOL_SIZE = 28;

/** The whole API over a database and a folder that can both be had anew. */
export class TestApplication {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly databaseUrl: string,
    private readonly database: string,
    private readonly dataDir: string,
  ) {}

  static async start(options: ApplicationOptions = {}): Promise<TestApplication> {
    const database = `test_${randomBytes(6).toString('hex')}`;
    await createDatabase(database);
    const dataDir = mkdtempSync(join(tmpdir(), 'lienket-files-'));
    const databaseUrl = withDatabase(process.env['TEST_DATABASE_URL']!, database);
    const app = await createApp({
      ...readConfig({ ...process.env, NODE_ENV: 'test' }),
      databaseUrl,
      dataDir,
      poolSize: POOL_SIZE,
      ...(options.webDir ? { webDir: options.webDir } : {}),
      worker: 'off',
      demo: false,
      stripe: options.stripe,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApplication(app, databaseUrl, database, dataDir);
  }

  /** The same database as superuser, past every wall. */
  get superuserUrl(): string {
    return withDatabase(process.env['TEST_SUPERUSER_URL']!, this.database);
  }

  /** Another database under the old name, and an empty folder: the application's pools connect anew by themselves. */
  async renew(): Promise<void> {
    await dropDatabase(this.database);
    await createDatabase(this.database);
    for (const name of readdirSync(this.dataDir)) rmSync(join(this.dataDir, name), { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await this.app.close();
    await dropDatabase(this.database);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Copying files is the quicker way on a server that does not wait for its disk. */
const createDatabase = (name: string): Promise<void> =>
  asSuperuser(`create database ${name} template test_template owner lienket strategy file_copy`);
const dropDatabase = (name: string): Promise<void> => asSuperuser(`drop database ${name} with (force)`);

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_SUPERUSER_URL']! });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
