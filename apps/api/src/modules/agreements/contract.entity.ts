import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** The economic contract that concretizes a memorandum: one seller, one buyer, minimum, target and maximum for each line. */
@Entity('contract')
@Index('contract_number', ['number'], { unique: true })
@Index('contract_mou', ['mouId'])
@Index('contract_seller', ['sellerOrgId'])
@Index('contract_buyer', ['buyerOrgId'])
@Check('contract_status_known', `status in ('DRAFT','NEGOTIATING','SIGNED','ACTIVE','SUSPENDED','TERMINATED','COMPLETED')`)
@Check('contract_payment_base_known', `payment_base in ('RECEIPT','INVOICE','MONTH_END')`)
@Check('contract_remaining_life_sane', 'min_remaining_life_pct between 0 and 100')
@Check('contract_notice_sane', 'notice_days between 0 and 365')
@Check('contract_two_sides', 'seller_org_id <> buyer_org_id')
@Check('contract_validity_in_order', 'valid_from <= valid_to')
@Check('contract_tolerance_sane', 'tolerance_bp between 0 and 5000')
export class Contract {
  @Id() id: string;
  @Ref('Mou', { nullable: true }) mouId: string | null;
  @Text() number: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text({ default: 'DRAFT' }) status: string;
  @BusinessDate() validFrom: string;
  @BusinessDate() validTo: string;
  /** FIXED, LIST, INDEXED or AT_CALL_OFF. */
  @Text() priceClause: string;
  @Text({ nullable: true }) priceClauseNote: string | null;
  /** Over-call allowed above the maximum, in basis points. */
  @Column({ type: 'int', default: 0 }) toleranceBp: number;
  @Column({ type: 'int' }) paymentTermDays: number;
  /** From when the term counts: RECEIPT (goods accepted), INVOICE (request received) or MONTH_END (of the month of acceptance). */
  @Text({ default: 'INVOICE' }) paymentBase: string;
  @Text({ nullable: true }) returnPolicy: string | null;
  /** Share of the shelf life that must be left on arrival, 0 to 100. */
  @Column({ type: 'int', nullable: true }) minRemainingLifePct: number | null;
  /** How long before one side ends it alone. */
  @Column({ type: 'int', default: 30 }) noticeDays: number;
  @Ref('Organization') proposedByOrgId: string;
  @Instant({ nullable: true }) activatedAt: Date | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
