import { Module } from '@nestjs/common';
import { FulfillmentModule } from '../fulfillment/index.js';
import { IdentityModule } from '../identity/index.js';
import { OrderingModule } from '../ordering/index.js';
import { ContractMoneyResolver, MouMoneyResolver } from './agreement-money.resolver.js';
import { RegistryModule } from '../registry/index.js';
import { BankLineSettler } from './bank/bank-line-settler.js';
import { BankLinkResolver } from './bank/bank-link.resolver.js';
import { BankLinkService } from './bank/bank-link.service.js';
import { BankStatementController } from './bank/bank-statement.controller.js';
import { BankStatementQueries } from './bank/bank-statement.queries.js';
import { BankStatementResolver } from './bank/bank-statement.resolver.js';
import { BankStatementService } from './bank/bank-statement.service.js';
import { BankWebhook } from './bank/bank-webhook.js';
import { BankTransferProvider } from './bank-transfer.provider.js';
import { CardCheckoutService } from './card/card-checkout.service.js';
import { CARD_GATEWAY } from './card/card-gateway.js';
import { CardSync } from './card/card-sync.js';
import { CardWebhook } from './card/card-webhook.js';
import { DocumentExport } from './document-export.js';
import { CreditBook } from './credit/credit-book.js';
import { CreditQueries } from './credit/credit.queries.js';
import { CreditResolver } from './credit/credit.resolver.js';
import { CreditService } from './credit/credit.service.js';
import { DemoCardController } from './card/demo-card.controller.js';
import { DemoCards } from './card/demo-cards.js';
import { EInvoiceController } from './invoice/e-invoice.controller.js';
import { EInvoiceService } from './invoice/e-invoice.service.js';
import { InvoiceDifference } from './invoice/invoice-difference.js';
import { InvoiceQueries } from './invoice/invoice.queries.js';
import { InvoiceResolver, RequestInvoicesResolver } from './invoice/invoice.resolver.js';
import { InvoiceService } from './invoice/invoice.service.js';
import { LedgerBook } from './ledger-book.js';
import { AgreedCreditJob } from './note/agreed-credit.job.js';
import { NoteBook } from './note/note-book.js';
import { NoteQueries } from './note/note.queries.js';
import { ClaimNotesResolver, NoteResolver, RequestNotesResolver } from './note/note.resolver.js';
import { NoteService } from './note/note.service.js';
import { PaymentActions } from './payment-actions.js';
import { PaymentReminderJob } from './payment-reminder.job.js';
import { PaymentRequestController } from './payment-request.controller.js';
import { PaymentRequestIssuer } from './payment-request.issuer.js';
import { MoneyExport } from './money-export.js';
import { PaymentRequestQueries } from './payment-request.queries.js';
import { OrderPaymentRequestsResolver, PaymentRequestResolver } from './payment-request.resolver.js';
import { PaymentSettlement } from './payment-settlement.js';
import { PaymentService } from './payment.service.js';
import { TermResolver } from './terms/term.resolver.js';
import { TermService } from './terms/term.service.js';
import { ReceiptStand } from './receipt-stand.js';
import { StatementQueries } from './statement.queries.js';
import { StatementResolver } from './statement.resolver.js';
import { ThreadsModule } from '../threads/index.js';
import { BillingThreads } from './billing-threads.js';

@Module({
  imports: [IdentityModule, RegistryModule, OrderingModule, FulfillmentModule, ThreadsModule],
  controllers: [BankStatementController, DemoCardController, EInvoiceController, PaymentRequestController],
  providers: [
    BillingThreads,
    AgreedCreditJob,
    BankLineSettler,
    ContractMoneyResolver,
    MouMoneyResolver,
    BankLinkResolver,
    BankLinkService,
    BankStatementQueries,
    BankStatementResolver,
    BankStatementService,
    BankTransferProvider,
    BankWebhook,
    CardCheckoutService,
    CardSync,
    CardWebhook,
    CreditBook,
    CreditQueries,
    CreditResolver,
    CreditService,
    DemoCards,
    DocumentExport,
    { provide: CARD_GATEWAY, inject: [DemoCards], useFactory: (cards: DemoCards) => cards.start() },
    EInvoiceService,
    InvoiceDifference,
    InvoiceQueries,
    InvoiceResolver,
    InvoiceService,
    LedgerBook,
    NoteBook,
    NoteQueries,
    NoteResolver,
    NoteService,
    OrderPaymentRequestsResolver,
    PaymentActions,
    PaymentReminderJob,
    PaymentRequestIssuer,
    MoneyExport,
    PaymentRequestQueries,
    PaymentRequestResolver,
    PaymentService,
    PaymentSettlement,
    ReceiptStand,
    ClaimNotesResolver,
    RequestInvoicesResolver,
    RequestNotesResolver,
    StatementQueries,
    StatementResolver,
    TermResolver,
    TermService,
  ],
})
export class BillingModule {}
