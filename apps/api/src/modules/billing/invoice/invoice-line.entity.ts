import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** Insert-only. */
@Entity('invoice_line')
@Index('invoice_line_no', ['invoiceId', 'lineNo'], { unique: true })
@Index('invoice_line_request_line', ['requestLineId'])
@Check('invoice_line_amounts', 'qty > 0 and unit_price >= 0 and amount >= 0')
export class InvoiceLine {
  @Id() id: string;
  @Ref('Invoice') invoiceId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('PaymentRequestLine') requestLineId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Text() description: string;
  @Qty() qty: string;
  @Dong() unitPrice: bigint;
  @Dong() amount: bigint;
  @Text() vatCode: string;
  @CreatedAt() createdAt: Date;
}
