import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

/** Accepted goods of one request as they stood when it was made; only what was invoiced and noted moves. */
@Entity('payment_request_line')
@Index('payment_request_line_no', ['paymentRequestId', 'lineNo'], { unique: true })
@Index('payment_request_line_order', ['orderLineId'])
@Check('payment_request_line_invoiced_within_accepted', 'invoiced_qty between 0 and accepted_qty')
@Check('payment_request_line_worth', 'accepted_qty > 0 and amount >= 0 and amount + noted_amount >= 0')
export class PaymentRequestLine {
  @Id() id: string;
  @Ref('PaymentRequest') paymentRequestId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('OrderLine') orderLineId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Text() description: string;
  @Text() baseUnit: string;
  @Qty() acceptedQty: string;
  @Dong() unitPrice: bigint;
  @Dong() amount: bigint;
  @Text() vatCode: string;
  @Qty({ default: '0' }) invoicedQty: string;
  /** Debit notes less credit notes, before VAT. */
  @Dong({ default: '0' }) notedAmount: bigint;
  @CreatedAt() createdAt: Date;
}
