import { Module } from '@nestjs/common';
import { FulfillmentModule } from '../fulfillment/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrderingModule } from '../ordering/index.js';
import { BankTransferProvider } from './bank-transfer.provider.js';
import { CardProvider } from './card.provider.js';
import { PaymentActions } from './payment-actions.js';
import { PaymentRequestController } from './payment-request.controller.js';
import { PaymentRequestIssuer } from './payment-request.issuer.js';
import { PaymentRequestQueries } from './payment-request.queries.js';
import { OrderPaymentRequestsResolver, PaymentRequestResolver } from './payment-request.resolver.js';
import { PaymentService } from './payment.service.js';

@Module({
  imports: [IdentityModule, OrderingModule, FulfillmentModule],
  controllers: [PaymentRequestController],
  providers: [
    BankTransferProvider,
    CardProvider,
    OrderPaymentRequestsResolver,
    PaymentActions,
    PaymentRequestIssuer,
    PaymentRequestQueries,
    PaymentRequestResolver,
    PaymentService,
  ],
})
export class BillingModule {}
