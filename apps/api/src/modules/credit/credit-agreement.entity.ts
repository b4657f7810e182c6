import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Flag, Id, Ref, Text, Version } from '../../platform/database/columns.js';

/** A paper on which a lender promises credit to a cooperative. What it does not say stays empty: an unknown amount is null, never 0. */
@Entity('credit_agreement')
@Index('credit_agreement_number', ['number'], { unique: true })
@Index('credit_agreement_register', ['eventId', 'registerNo'], { unique: true, where: 'register_no is not null' })
@Index('credit_agreement_bank', ['bankOrgId', 'status', 'id'])
@Index('credit_agreement_borrower', ['borrowerOrgId', 'status', 'id'])
@Check(
  'credit_agreement_status_known',
  `status in ('RECORDED','SIGNED','FILED','APPRAISING','APPROVED','GRANTED','CLOSED','LAPSED','REFUSED','WITHDRAWN')`,
)
@Check('credit_agreement_recorded_by_side', `recorded_side in ('BANK','COOPERATIVE','ALLIANCE')`)
@Check('credit_agreement_of_two', 'bank_org_id <> borrower_org_id')
@Check('credit_agreement_amounts', '(amount is null or amount > 0) and (granted_amount is null or granted_amount > 0)')
@Check(
  'credit_agreement_within_limit',
  'disbursed_amount >= 0 and (granted_amount is null or disbursed_amount <= granted_amount)',
)
@Check('credit_agreement_term', 'term_months is null or term_months > 0')
@Check('credit_agreement_register_of_event', 'register_no is null or event_id is not null')
@Check('credit_agreement_ended', `(status in ('CLOSED','LAPSED','REFUSED','WITHDRAWN')) = (end_reason is not null)`)
export class CreditAgreement {
  @Id() id: string;
  /** "TD-2026-000001". */
  @Text() number: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  /** Number in the event's register: an import finds the agreement by it. */
  @Text({ nullable: true }) registerNo: string | null;
  @Ref('Organization') bankOrgId: string;
  @Ref('Organization') borrowerOrgId: string;
  /** Whole đồng as the paper says. */
  @Dong({ nullable: true }) amount: bigint | null;
  /** True with collateral, false "tín chấp", null where the paper does not say. */
  @Column({ type: 'boolean', nullable: true }) isSecured: boolean | null;
  @Text({ nullable: true }) purpose: string | null;
  @Column({ type: 'int', nullable: true }) termMonths: number | null;
  @Text({ nullable: true }) ratePrinciple: string | null;
  @BusinessDate({ nullable: true }) signedOn: string | null;
  @Ref('StoredFile', { nullable: true }) documentFileId: string | null;
  @Ref('User', { nullable: true }) attachedBy: string | null;
  @Text({ default: 'RECORDED' }) status: string;
  /** Business day of the last step. */
  @BusinessDate() sinceOn: string;
  /** The limit the bank granted; null until then, and where nobody said how much. */
  @Dong({ nullable: true }) grantedAmount: bigint | null;
  /** Sum of the ledger, written with it under this row's lock and proven by `audit`. */
  @Dong({ default: '0' }) disbursedAmount: bigint;
  @Text({ nullable: true }) endReason: string | null;
  @Text() recordedSide: string;
  @Ref('Organization') recordedByOrgId: string;
  @Ref('User', { nullable: true }) recordedBy: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
