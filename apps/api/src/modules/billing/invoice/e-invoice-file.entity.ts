import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Ref, Text } from '../../../platform/database/columns.js';

/** The XML of an e-invoice as it was uploaded, and what was read from it. */
@Entity('e_invoice_file')
@Index('e_invoice_file_once', ['orgId', 'sha256'], { unique: true })
export class EInvoiceFile {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('PaymentRequest') paymentRequestId: string;
  @Text() fileName: string;
  @Text() sha256: string;
  @Text() xml: string;
  /** An `EInvoice`; amounts as decimal strings. */
  @Column({ type: 'jsonb' }) content: object;
  @Ref('User') uploadedBy: string;
  @CreatedAt() createdAt: Date;
}
