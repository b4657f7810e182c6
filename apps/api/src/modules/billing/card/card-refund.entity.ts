import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A refund the seller asked the card service for; it counts once the service says that the money went back. */
@Entity('card_refund')
@Index('card_refund_checkout', ['checkoutId'])
@Check('card_refund_amount_positive', 'amount > 0')
export class CardRefund {
  @Id() id: string;
  @Ref('CardCheckout') checkoutId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Dong() amount: bigint;
  @Text() reason: string;
  @Ref('User') requestedBy: string;
  @Instant({ nullable: true }) sentAt: Date | null;
  @CreatedAt() createdAt: Date;
}
