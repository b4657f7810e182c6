import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/index.js';
import { AssistanceExport } from './assistance-export.js';
import { AssistedActQueries } from './assisted-act.queries.js';
import {
  AssistedActResolver,
  OrderStampsResolver,
  ProductStampsResolver,
  ShipmentStampsResolver,
} from './assisted-act.resolver.js';
import { AssistedActService } from './assisted-act.service.js';
import { MandateQueries } from './mandate.queries.js';
import { MandateResolver } from './mandate.resolver.js';
import { MandateService } from './mandate.service.js';

/** Assisted mode: an officer acts for an organization that cannot, in its name and by its word. */
@Module({
  imports: [RegistryModule],
  providers: [
    AssistedActQueries,
    AssistedActResolver,
    AssistedActService,
    MandateQueries,
    MandateResolver,
    MandateService,
    OrderStampsResolver,
    ProductStampsResolver,
    ShipmentStampsResolver,
    AssistanceExport,
  ],
})
export class AssistanceModule {}
