import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Ref, Text } from '../../../platform/database/columns.js';

/** Credit that went back to the buyer; insert-only. */
@Entity('credit_return')
@Index('credit_return_credit', ['creditId'])
@Check('credit_return_amount_positive', 'amount > 0')
export class CreditReturn {
  @Id() id: string;
  @Ref('BuyerCredit') creditId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Dong() amount: bigint;
  @BusinessDate() paidOn: string;
  @Text({ nullable: true }) bankReference: string | null;
  @Text() reason: string;
  @Ref('User', { nullable: true }) recordedBy: string | null;
  @CreatedAt() createdAt: Date;
}
