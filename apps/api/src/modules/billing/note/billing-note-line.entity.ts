import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Id, Ref, Text } from '../../../platform/database/columns.js';

/** Insert-only; the net amount carries the note's sign. */
@Entity('billing_note_line')
@Index('billing_note_line_no', ['noteId', 'lineNo'], { unique: true })
@Index('billing_note_line_request_line', ['requestLineId'])
export class BillingNoteLine {
  @Id() id: string;
  @Ref('BillingNote') noteId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('PaymentRequestLine') requestLineId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Dong() netAmount: bigint;
  @Text() vatCode: string;
  @CreatedAt() createdAt: Date;
}
