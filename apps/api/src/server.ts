import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { makeDataSource } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { loadDemoOnce, type DemoSignIn } from './database/seeds/demo/load-demo.js';
import { loadReference } from './database/seeds/reference/load-reference.js';
import { type Config, readConfig } from './platform/config.js';
import { refusePowerfulRole } from './platform/database/role-check.js';
import { dressHttp } from './platform/http/http-shell.js';
import { NestLogger } from './platform/nest-logger.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './platform/postgres/index.js';

export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly config: Config;
  readonly app: NestFastifyApplication;
  readonly signIns: readonly DemoSignIn[];
  stop(): Promise<void>;
}

/** The application without its HTTP port: for the server, for tests and for the demo loader. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy,
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    skipMiddie: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: new NestLogger(),
    abortOnError: false,
  });
  await dressHttp(app, config);
  return app;
}

/** Migrates, then loads what the notice and the law say; returns nothing that is not in the database. */
async function prepareDatabase(url: string, config: Config): Promise<void> {
  const dataSource = await makeDataSource(url, 4).initialize();
  try {
    await refusePowerfulRole(dataSource, config.production);
    await migrate(dataSource);
    await loadReference(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Starts database (when none is given), migrations, demo world, API, worker and web. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const fromEnvironment = readConfig();
  const log = options.log ?? (() => undefined);
  const dataDir = options.dataDir ?? fromEnvironment.dataDir;
  let postgres: EmbeddedPostgres | undefined;
  let databaseUrl = options.databaseUrl ?? fromEnvironment.databaseUrl;
  if (!databaseUrl) {
    postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log });
    databaseUrl = postgres.url;
  }
  const config: Config = {
    ...fromEnvironment,
    dataDir,
    databaseUrl,
    port: options.port ?? fromEnvironment.port,
    host: options.host ?? fromEnvironment.host,
  };
  let app: NestFastifyApplication | undefined;
  try {
    await prepareDatabase(databaseUrl, config);
    app = await createApp(config);
    await app.init();
    const signIns = config.demo ? await loadDemoOnce(app, databaseUrl, log) : [];
    if (config.worker === 'inline') await app.get(JobRunner).start(databaseUrl);
    await app.listen(config.port, config.host);
    const running = app;
    return {
      url: (await running.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost'),
      config,
      app: running,
      signIns,
      stop: async () => {
        await running.close();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await app?.close().catch(() => undefined);
    await postgres?.stop().catch(() => undefined);
    throw error;
  }
}
