import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One attempt to pay a request by card. Its id is the key under which the card service knows it. */
@Entity('card_checkout')
@Index('card_checkout_request', ['paymentRequestId'])
@Index('card_checkout_one_open', ['paymentRequestId'], { unique: true, where: `outcome in ('OPEN','PROCESSING')` })
@Index('card_checkout_session', ['sessionId'], { unique: true })
@Index('card_checkout_intent', ['intentId'])
@Check('card_checkout_outcome_known', `outcome in ('OPEN','PROCESSING','FAILED','EXPIRED','PAID')`)
@Check('card_checkout_amounts', 'amount > 0 and captured between 0 and amount and refunded between 0 and captured')
export class CardCheckout {
  @Id() id: string;
  @Ref('PaymentRequest') paymentRequestId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Dong() amount: bigint;
  @Text() outcome: string;
  @Dong({ default: '0' }) captured: bigint;
  @Dong({ default: '0' }) refunded: bigint;
  @Text({ nullable: true }) sessionId: string | null;
  @Text({ nullable: true }) sessionUrl: string | null;
  @Text({ nullable: true }) intentId: string | null;
  /** Set while the holder of the card contests the charge. */
  @Instant({ nullable: true }) disputedAt: Date | null;
  @Ref('Payment', { nullable: true }) paymentId: string | null;
  @Ref('User') startedBy: string;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
