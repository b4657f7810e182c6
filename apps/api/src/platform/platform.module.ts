import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock.js';
import { CONFIG, readConfig } from './config.js';
import { SqlPool } from './database/sql-pool.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { JobRunner } from './jobs/job-runner.js';
import { Mailer } from './mail/mailer.js';

/** What every module stands on. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: CONFIG, useFactory: () => readConfig() }, Clock, SqlPool, UnitOfWork, JobRunner, Mailer],
  exports: [CONFIG, Clock, SqlPool, UnitOfWork, JobRunner, Mailer],
})
export class PlatformModule {}
