import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Id, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Money of a buyer that the seller holds without a debt for it. */
@Entity('buyer_credit')
@Index('buyer_credit_pair', ['sellerOrgId', 'buyerOrgId', 'id'])
@Index('buyer_credit_buyer', ['buyerOrgId', 'id'])
@Index('buyer_credit_payment', ['paymentId'])
@Check(
  'buyer_credit_source_known',
  `(source = 'OVERPAYMENT') = (bank_line_id is not null) and (source = 'RELEASED') = (payment_id is not null)`,
)
@Check('buyer_credit_used_within', 'amount > 0 and allocated >= 0 and paid_back >= 0 and allocated + paid_back <= amount')
export class BuyerCredit {
  @Id() id: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() source: string;
  /** The arrival that brought too much. */
  @Ref('BankLine', { nullable: true }) bankLineId: string | null;
  /** The payment it was freed from. */
  @Ref('Payment', { nullable: true }) paymentId: string | null;
  @Dong() amount: bigint;
  @Dong({ default: '0' }) allocated: bigint;
  @Dong({ default: '0' }) paidBack: bigint;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
