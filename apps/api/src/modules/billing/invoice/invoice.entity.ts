import { Check, Column, Entity, Index } from 'typeorm';
import type { MatchDifference } from '@lienket/domain';
import { BusinessDate, CreatedAt, Dong, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** The seller's tax invoice, issued elsewhere, as recorded here. What it says is never changed; a trigger sees to it. */
@Entity('invoice')
@Index('invoice_name', ['sellerOrgId', 'symbol', 'number'], { unique: true })
@Index('invoice_request', ['paymentRequestId'])
@Index('invoice_buyer', ['buyerOrgId', 'state', 'id'])
@Index('invoice_seller', ['sellerOrgId', 'state', 'id'])
@Index('invoice_replaced_once', ['replacesId'], { unique: true, where: 'replaces_id is not null' })
@Check('invoice_state_known', `state in ('MATCHED','EXCEPTION','APPROVED','RETURNED','REPLACED')`)
@Check('invoice_adds_up', 'total = net_amount + vat_amount and net_amount >= 0 and vat_amount >= 0')
@Check('invoice_decided_with_reason', `state not in ('APPROVED','RETURNED') or decision_reason is not null`)
export class Invoice {
  @Id() id: string;
  @Ref('PaymentRequest') paymentRequestId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() state: string;
  /** "1C26TAA" and the number without leading zeros. */
  @Text() symbol: string;
  @Text() number: string;
  @Text({ nullable: true }) lookupCode: string | null;
  @Text({ nullable: true }) authorityCode: string | null;
  @BusinessDate() issuedOn: string;
  @Dong() netAmount: bigint;
  @Dong() vatAmount: bigint;
  @Dong() total: bigint;
  /** What did not agree with order and receipt, as found when it was recorded. */
  @Column({ type: 'jsonb' }) differences: MatchDifference[];
  @Ref('Invoice', { nullable: true }) replacesId: string | null;
  @Ref('EInvoiceFile', { nullable: true }) fileId: string | null;
  @Ref('User') recordedBy: string;
  @Instant() recordedAt: Date;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) decisionReason: string | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
