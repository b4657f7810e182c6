import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { Clock, SettableClock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { SqlPool } from './database/sql-pool.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { HealthController } from './http/health.controller.js';
import { PageQrController } from './http/page-qr.controller.js';
import { PublicPages } from './http/public-pages.js';
import { Readiness } from './http/readiness.js';
import { SitemapController } from './http/sitemap.controller.js';
import { JobRunner } from './jobs/job-runner.js';
import { ExportRegistry } from './spreadsheets/export-registry.js';
import { Mailer } from './mail/mailer.js';

/** What every module stands on. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, PageQrController, SitemapController],
  providers: [
    PublicPages,
    Readiness,
    { provide: Clock, useClass: SettableClock },
    SqlPool,
    UnitOfWork,
    JobRunner,
    Mailer,
    ExportRegistry,
  ],
  exports: [PublicPages, Clock, SqlPool, UnitOfWork, JobRunner, Mailer, ExportRegistry],
})
export class PlatformModule {
  /** `config.databaseUrl` is known by now: the server starts the embedded database first. */
  static with(config: Config): DynamicModule {
    const provider = { provide: CONFIG, useValue: config };
    return { module: PlatformModule, providers: [provider], exports: [provider] };
  }
}
