import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** A transfer the buyer says was made, and the seller's word that it arrived. */
@Entity('payment')
@Index('payment_request_payments', ['paymentRequestId'])
@Index('payment_bank_line', ['bankLineId'])
@Index('payment_credit', ['creditId'])
@Check('payment_status_known', `status in ('DECLARED','SUCCEEDED','DENIED')`)
@Check('payment_method_known', `method in ('BANK_TRANSFER','CARD','CASH','CREDIT')`)
@Check('payment_amount_positive', 'amount > 0')
@Check('payment_refunded_within_amount', 'refunded >= 0 and released >= 0 and refunded + released <= amount')
@Check('payment_credit_known', `(method = 'CREDIT') = (credit_id is not null)`)
export class Payment {
  @Id() id: string;
  @Ref('PaymentRequest') paymentRequestId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() method: string;
  @Text() status: string;
  @Dong() amount: bigint;
  /** Given back by card; the payment counts for the rest. */
  @Dong({ default: '0' }) refunded: bigint;
  /** Became credit of the buyer because the debt shrank; the payment counts for the rest. */
  @Dong({ default: '0' }) released: bigint;
  @BusinessDate() paidOn: string;
  @Text({ nullable: true }) bankReference: string | null;
  /** The arrival on the bank's statement that proves it. */
  @Ref('BankLine', { nullable: true }) bankLineId: string | null;
  /** The credit that paid. */
  @Ref('BuyerCredit', { nullable: true }) creditId: string | null;
  @Ref('User', { nullable: true }) declaredBy: string | null;
  @Instant({ nullable: true }) declaredAt: Date | null;
  @Ref('User', { nullable: true }) confirmedBy: string | null;
  @Instant({ nullable: true }) confirmedAt: Date | null;
  @Text({ nullable: true }) denyReason: string | null;
  @CreatedAt() createdAt: Date;
}
