import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { CatalogModule } from '../catalog/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrderingModule } from '../ordering/index.js';
import { DeliveryNoteController } from './delivery-note.controller.js';
import { DeliveryNoteQueries } from './delivery-note.queries.js';
import { DispatchLotsResolver } from './dispatch-lots.resolver.js';
import { DispatchService } from './dispatch.service.js';
import { ReceiptBook } from './receipt-book.js';
import { ReceiptService } from './receipt.service.js';
import { ShipmentQueries } from './shipment.queries.js';
import { OrderShipmentsResolver, ShipmentResolver } from './shipment.resolver.js';

@Module({
  imports: [IdentityModule, CatalogModule, AgreementsModule, OrderingModule],
  controllers: [DeliveryNoteController],
  providers: [
    DeliveryNoteQueries,
    DispatchLotsResolver,
    DispatchService,
    OrderShipmentsResolver,
    ReceiptBook,
    ReceiptService,
    ShipmentQueries,
    ShipmentResolver,
  ],
  exports: [ReceiptBook, ShipmentQueries],
})
export class FulfillmentModule {}
