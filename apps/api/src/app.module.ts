import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule } from './database/database.module.js';
import { DemoController } from './database/seeds/demo/demo.controller.js';
import { AgreementsModule } from './modules/agreements/index.js';
import { AssistanceModule } from './modules/assistance/index.js';
import { BillingModule } from './modules/billing/index.js';
import { CatalogModule } from './modules/catalog/index.js';
import { DutiesModule } from './modules/duties/index.js';
import { CreditModule } from './modules/credit/index.js';
import { EventsModule } from './modules/events/index.js';
import { FulfillmentModule } from './modules/fulfillment/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { OrderingModule } from './modules/ordering/index.js';
import { OversightModule } from './modules/oversight/index.js';
import { ReportsModule } from './modules/reports/index.js';
import { PetitionsModule } from './modules/petitions/index.js';
import { RegisterModule } from './modules/register/index.js';
import { RegistryModule } from './modules/registry/index.js';
import { ThreadsModule } from './modules/threads/index.js';
import { SourcingModule } from './modules/sourcing/index.js';
import { ImportsModule } from './modules/imports/index.js';
import { IntegrationModule } from './modules/integration/index.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import type { Config } from './platform/config.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** In the order of trade: a module uses those above it. */
@Module({
  controllers: [DemoController],
  imports: [
    IdentityModule,
    RegistryModule,
    ThreadsModule,
    CatalogModule,
    ImportsModule,
    EventsModule,
    SourcingModule,
    AgreementsModule,
    PetitionsModule,
    DutiesModule,
    OrderingModule,
    FulfillmentModule,
    BillingModule,
    CreditModule,
    RegisterModule,
    IntegrationModule,
    AssistanceModule,
    OversightModule,
    ReportsModule,
    NotificationsModule,
  ],
})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), DatabaseModule, GraphqlModule] };
  }
}
