import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { CatalogModule } from '../catalog/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrderingModule } from '../ordering/index.js';
import { RegistryModule } from '../registry/index.js';
import { DeliveryNoteController } from './delivery-note.controller.js';
import { LabelsController } from './labels.controller.js';
import { DeliveryNoteQueries } from './delivery-note.queries.js';
import { DispatchLotsResolver } from './dispatch-lots.resolver.js';
import { DispatchService } from './dispatch.service.js';
import { FulfillmentExport } from './fulfillment-export.js';
import { ReceiptBook } from './receipt-book.js';
import { ClaimClockJob } from './claim/claim-clock.job.js';
import { ClaimOpenService } from './claim/claim-open.service.js';
import { ClaimQueries } from './claim/claim.queries.js';
import { ClaimResolver, ShipmentClaimsResolver } from './claim/claim.resolver.js';
import { ClaimService } from './claim/claim.service.js';
import { ClaimSettling } from './claim/claim-settling.js';
import { ProofService } from './proof/proof.service.js';
import { AutoReceiptJob } from './receipt/auto-receipt.job.js';
import { DisputeService } from './receipt/dispute.service.js';
import { GoodsFateService } from './receipt/goods-fate.service.js';
import { PhotoBook } from './receipt/photo-book.js';
import { ReceiptPosting } from './receipt/receipt-posting.js';
import { ReceiptVoidService } from './receipt/receipt-void.service.js';
import { ReceiptService } from './receipt/receipt.service.js';
import { VoidGuards } from './receipt/void-guards.js';
import { PickListController } from './pick-list.controller.js';
import { ShipmentQueries } from './shipment.queries.js';
import { LifeWaiverOfferService } from './waiver/life-waiver-offer.service.js';
import { LifeWaiverQueries } from './waiver/life-waiver.queries.js';
import { LifeWaiverResolver } from './waiver/life-waiver.resolver.js';
import { LifeWaiverService } from './waiver/life-waiver.service.js';
import { TripQueries } from './trip/trip.queries.js';
import { TripResolver } from './trip/trip.resolver.js';
import { TripRideService } from './trip/trip-ride.service.js';
import { TripService } from './trip/trip.service.js';
import { TripSheetController } from './trip/trip-sheet.controller.js';
import { OrderShipmentsResolver, ShipmentResolver } from './shipment.resolver.js';
import { ThreadsModule } from '../threads/index.js';
import { FulfillmentThreads } from './fulfillment-threads.js';

@Module({
  imports: [IdentityModule, RegistryModule, CatalogModule, AgreementsModule, OrderingModule, ThreadsModule],
  controllers: [DeliveryNoteController, LabelsController, PickListController, TripSheetController],
  providers: [
    FulfillmentThreads,
    AutoReceiptJob,
    ClaimClockJob,
    ClaimOpenService,
    ClaimQueries,
    ClaimResolver,
    ClaimService,
    ClaimSettling,
    DisputeService,
    GoodsFateService,
    PhotoBook,
    ProofService,
    ReceiptPosting,
    ReceiptVoidService,
    ShipmentClaimsResolver,
    VoidGuards,
    DeliveryNoteQueries,
    DispatchLotsResolver,
    DispatchService,
    FulfillmentExport,
    LifeWaiverOfferService,
    LifeWaiverQueries,
    LifeWaiverResolver,
    LifeWaiverService,
    OrderShipmentsResolver,
    ReceiptBook,
    ReceiptService,
    ShipmentQueries,
    ShipmentResolver,
    TripQueries,
    TripResolver,
    TripRideService,
    TripService,
  ],
  exports: [ClaimSettling, ReceiptBook, ShipmentQueries, VoidGuards],
})
export class FulfillmentModule {}
