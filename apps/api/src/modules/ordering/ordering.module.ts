import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/index.js';
import { CatalogModule } from '../catalog/index.js';
import { IdentityModule } from '../identity/index.js';
import { SourcingModule } from '../sourcing/index.js';
import { AckEscalation } from './ack-escalation.js';
import { OrderChangeResolver } from './changes/order-change.resolver.js';
import { OrderChangeService } from './changes/order-change.service.js';
import { RouteBook } from './routes/route-book.js';
import { RouteExport } from './routes/route-export.js';
import { RouteQueries } from './routes/route.queries.js';
import { RouteResolver } from './routes/route.resolver.js';
import { RouteService } from './routes/route.service.js';
import { OrderGroupExport } from './groups/order-group-export.js';
import { OrderGroupQueries } from './groups/order-group.queries.js';
import { OrderGroupResolver } from './groups/order-group.resolver.js';
import { PoolCallOffService } from './pool/pool-call-off.service.js';
import { PoolDivision } from './pool/pool-division.js';
import { PoolFlow } from './pool/pool-flow.js';
import { PoolOrders } from './pool/pool-orders.js';
import { PoolOrdersQueries } from './pool/pool-orders.queries.js';
import { OrderPoolResolver, PoolOrdersResolver } from './pool/pool-orders.resolver.js';
import { ApprovalExport } from './approvals/approval-export.js';
import { ApprovalQueries } from './approvals/approval.queries.js';
import { ApprovalResolver } from './approvals/approval.resolver.js';
import { LimitGate } from './approvals/limit-gate.js';
import { OrderRequestService } from './approvals/order-request.service.js';
import { PurchaseLimitService } from './approvals/purchase-limit.service.js';
import { RequestDesk } from './approvals/request-desk.js';
import { OrderTemplateExport } from './templates/order-template-export.js';
import { OrderTemplateQueries } from './templates/order-template.queries.js';
import { OrderTemplateResolver } from './templates/order-template.resolver.js';
import { OrderTemplateService } from './templates/order-template.service.js';
import { StandingJobs } from './standing/standing-jobs.js';
import { StandingOrderExport } from './standing/standing-order-export.js';
import { StandingOrderQueries } from './standing/standing-order.queries.js';
import { StandingOrderResolver } from './standing/standing-order.resolver.js';
import { StandingOrderService } from './standing/standing-order.service.js';
import { StandingPlacer } from './standing/standing-placer.js';
import { StandingSource } from './standing/standing-source.js';
import { AgreementLinkQueries } from './links/agreement-link.queries.js';
import { AgreementLinkResolver } from './links/agreement-link.resolver.js';
import { AgreementLinkService } from './links/agreement-link.service.js';
import { AgreementLinker } from './links/agreement-linker.js';
import { SheetDesk } from './templates/sheet.js';
import { SheetToday } from './templates/sheet-today.js';
import { BasketPlacer } from './basket-placer.js';
import { PlacedAnswer } from './placed-answer.js';
import { ContractCompletion } from './contract-completion.js';
import { MouOrdersResolver } from './mou-orders.resolver.js';
import { OrderAnswerService } from './order-answer.service.js';
import { OrderBook } from './order-book.js';
import { OrderClosingService } from './order-closing.service.js';
import { OrderFromAwardService } from './order-from-award.service.js';
import { OrderPadQueries } from './order-pad.queries.js';
import { OrderPlacer } from './order-placer.js';
import { OrderPlacementService } from './order-placement.service.js';
import { OrderExport } from './order-export.js';
import { OrderQueries } from './order.queries.js';
import { OrderSheetController } from './order-sheet.controller.js';
import { OrderResolver } from './order.resolver.js';
import { OrderSupplyResolver } from './order-supply.resolver.js';
import { ThreadsModule } from '../threads/index.js';
import { OrderThread } from './order-thread.js';

@Module({
  controllers: [OrderSheetController],
  imports: [IdentityModule, CatalogModule, SourcingModule, AgreementsModule, ThreadsModule],
  providers: [
    OrderThread,
    AckEscalation,
    ContractCompletion,
    OrderChangeResolver,
    OrderChangeService,
    RouteBook,
    RouteExport,
    RouteQueries,
    RouteResolver,
    RouteService,
    MouOrdersResolver,
    OrderAnswerService,
    OrderBook,
    OrderClosingService,
    OrderFromAwardService,
    OrderPadQueries,
    OrderGroupExport,
    OrderGroupQueries,
    OrderGroupResolver,
    ApprovalExport,
    ApprovalQueries,
    ApprovalResolver,
    LimitGate,
    OrderRequestService,
    PurchaseLimitService,
    RequestDesk,
    StandingJobs,
    StandingOrderExport,
    StandingOrderQueries,
    StandingOrderResolver,
    StandingOrderService,
    StandingPlacer,
    StandingSource,
    AgreementLinkQueries,
    AgreementLinkResolver,
    AgreementLinkService,
    AgreementLinker,
    SheetDesk,
    SheetToday,
    OrderTemplateExport,
    OrderTemplateQueries,
    OrderTemplateResolver,
    OrderTemplateService,
    BasketPlacer,
    PlacedAnswer,
    OrderPlacer,
    OrderPlacementService,
    OrderExport,
    OrderQueries,
    OrderResolver,
    OrderSupplyResolver,
    OrderPoolResolver,
    PoolCallOffService,
    PoolDivision,
    PoolFlow,
    PoolOrders,
    PoolOrdersQueries,
    PoolOrdersResolver,
  ],
  exports: [OrderBook, OrderQueries],
})
export class OrderingModule {}
