import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  runOnce,
  type ParsedCronItem,
  type Runner,
  type TaskList,
} from 'graphile-worker';
import pg from 'pg';
import { logger } from '../logger.js';
import { JOB_DAILY, JOB_HANDLER } from './job-handler.js';

const CONCURRENCY = 2;
/** Việt Nam is UTC+7 all year. */
const ZONE_HOURS = 7;

const quiet = new WorkerLogger(() => (level, message) => {
  if (level === 'error') logger.error({ message }, 'job');
});

/** Runs the outbox's jobs: in the API process by default, in a process of its own when WORKER=off there. */
@Injectable()
export class JobRunner implements OnApplicationShutdown {
  private runner: Runner | null = null;
  private pool: pg.Pool | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  async start(connectionString: string): Promise<void> {
    const { taskList, crons } = this.collect();
    // A pool of its own that outlives the runner: connections lost while stopping must find a listener, and be closed before the database.
    this.pool = new pg.Pool({ connectionString, max: CONCURRENCY + 2 });
    this.pool.on('error', (error) => logger.warn({ err: error }, 'job runner lost a connection'));
    this.runner = await run({
      pgPool: this.pool,
      taskList,
      parsedCronItems: crons,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      pollInterval: 1000,
      logger: quiet,
    });
    this.runner.promise.catch((error: unknown) => logger.error({ error }, 'job runner stopped'));
  }

  /** Runs what is due now, so many jobs at once, and returns; for tests and the demo loader. */
  async drain(connectionString: string, concurrency = 1): Promise<void> {
    const { taskList } = this.collect();
    const maxPoolSize = concurrency + 2;
    await runOnce({ connectionString, maxPoolSize, concurrency, taskList, noHandleSignals: true, logger: quiet });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    this.runner = null;
    await this.pool?.end();
    this.pool = null;
  }

  private collect(): { taskList: TaskList; crons: ParsedCronItem[] } {
    const taskList: TaskList = {};
    const crons: { task: string; match: string }[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype: object = Object.getPrototypeOf(instance);
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = (instance as Record<string, (...args: unknown[]) => unknown>)[name]!;
        const task = this.reflector.get<string | undefined>(JOB_HANDLER, method);
        if (!task) continue;
        taskList[task] = async (payload) => {
          await method.call(instance, payload);
        };
        const daily = this.reflector.get<string | undefined>(JOB_DAILY, method);
        if (daily) crons.push({ task, match: cronOf(daily) });
      }
    }
    return { taskList, crons: parseCronItems(crons) };
  }
}

function cronOf(time: string): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return `${minute} ${(hour - ZONE_HOURS + 24) % 24} * * *`;
}
