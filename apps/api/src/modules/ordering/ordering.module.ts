import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { CatalogModule } from '../catalog/index.js';
import { SourcingModule } from '../sourcing/index.js';
import { ContractCompletion } from './contract-completion.js';
import { MouOrdersResolver } from './mou-orders.resolver.js';
import { OrderAnswerService } from './order-answer.service.js';
import { OrderBook } from './order-book.js';
import { OrderClosingService } from './order-closing.service.js';
import { OrderFromAwardService } from './order-from-award.service.js';
import { OrderPadQueries } from './order-pad.queries.js';
import { OrderPlacementService } from './order-placement.service.js';
import { OrderQueries } from './order.queries.js';
import { OrderResolver } from './order.resolver.js';
import { OrderSupplyResolver } from './order-supply.resolver.js';

@Module({
  imports: [CatalogModule, SourcingModule, AgreementsModule],
  providers: [
    ContractCompletion,
    MouOrdersResolver,
    OrderAnswerService,
    OrderBook,
    OrderClosingService,
    OrderFromAwardService,
    OrderPadQueries,
    OrderPlacementService,
    OrderQueries,
    OrderResolver,
    OrderSupplyResolver,
  ],
  exports: [OrderBook, OrderQueries],
})
export class OrderingModule {}
