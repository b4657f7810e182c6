import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { RegistryModule } from '../registry/index.js';
import { RfqQueries } from './rfq/rfq.queries.js';
import { RfqResolver } from './rfq/rfq.resolver.js';
import { RfqService } from './rfq/rfq.service.js';

/** Asking several cooperatives for a price, their quotes, and the buyer's choice. */
@Module({
  imports: [RegistryModule, CatalogModule],
  providers: [RfqQueries, RfqResolver, RfqService],
})
export class SourcingModule {}
