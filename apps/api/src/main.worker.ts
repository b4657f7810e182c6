import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { NestLogger } from './platform/nest-logger.js';
import { JobRunner } from './platform/jobs/job-runner.js';

/** The jobs of the same code in a process of their own; the API then runs with WORKER=off. */
const config = readConfig();
if (!config.databaseUrl) {
  process.stderr.write("DATABASE_URL: tiến trình nền cần cùng cơ sở dữ liệu với API (the worker needs the API's database).\n");
  process.exit(1);
}
const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: new NestLogger() });
app.enableShutdownHooks();
await app.get(JobRunner).start(config.databaseUrl);
process.stdout.write('Liên Kết: worker\n');
