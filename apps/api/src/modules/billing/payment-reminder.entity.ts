import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CreatedAt } from '../../platform/database/columns.js';

/** A reminder that was told: each day of the plan once for each request. */
@Entity('payment_reminder')
export class PaymentReminder {
  @PrimaryColumn({ type: 'uuid' }) @ForeignKey('PaymentRequest') paymentRequestId: string;
  /** Days before (negative) or after the due day. */
  @PrimaryColumn({ type: 'int' }) day: number;
  @Column({ type: 'uuid' }) @ForeignKey('Organization') sellerOrgId: string;
  @Column({ type: 'uuid' }) @ForeignKey('Organization') buyerOrgId: string;
  @CreatedAt() createdAt: Date;
}
