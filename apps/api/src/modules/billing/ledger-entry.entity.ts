import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Ref, Text } from '../../platform/database/columns.js';

/** One posting of a money fact in the seller's book with one buyer; insert-only, and each fact's postings sum to zero. */
@Entity('ledger_entry')
@Index('ledger_entry_once', ['factType', 'factId', 'account'], { unique: true })
@Index('ledger_entry_pair', ['sellerOrgId', 'buyerOrgId', 'account', 'bookedOn', 'id'])
@Index('ledger_entry_buyer', ['buyerOrgId', 'account'])
@Check('ledger_entry_account_known', `account in ('RECEIVABLE','SALES','VAT_OUTPUT','BANK','CARD','CASH','BUYER_CREDIT')`)
@Check(
  'ledger_entry_fact_known',
  `fact_type in ('BILLED','RECEIVED','REFUNDED','NOTED','ON_ACCOUNT','ALLOCATED','RELEASED','PAID_BACK')`,
)
@Check('ledger_entry_of_request', `payment_request_id is not null or fact_type in ('ON_ACCOUNT','PAID_BACK')`)
@Check('ledger_entry_not_empty', 'amount <> 0')
export class LedgerEntry {
  @Id() id: string;
  @Text() factType: string;
  /** Id of what happened: the payment request, the payment, or the payment and what was refunded so far. */
  @Text() factId: string;
  /** Null where no debt is touched: money on account, and credit paid back. */
  @Ref('PaymentRequest', { nullable: true }) paymentRequestId: string | null;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() account: string;
  /** Debit positive, credit negative, in đồng. */
  @Dong() amount: bigint;
  @BusinessDate() bookedOn: string;
  @CreatedAt() createdAt: Date;
}
