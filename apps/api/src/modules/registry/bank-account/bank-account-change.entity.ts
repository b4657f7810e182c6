import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A wish to be paid elsewhere: the account on the organization stays in force until this is applied. */
@Entity('bank_account_change')
@Index('bank_account_change_open', ['orgId'], { unique: true, where: `status in ('WAITING','CONFIRMED')` })
@Index('bank_account_change_org', ['orgId', 'requestedAt'])
@Check('bank_account_change_status_known', `status in ('WAITING','CONFIRMED','APPLIED','CANCELLED')`)
@Check('bank_account_change_four_eyes', 'confirmed_by is null or confirmed_by <> requested_by')
@Check('bank_account_change_confirmed', `status not in ('CONFIRMED','APPLIED') or confirmed_by is not null`)
@Check('bank_account_change_held', `applied_at is null or applied_at >= holds_until`)
export class BankAccountChange {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() bankBin: string;
  @Text() bankName: string;
  @Text() accountNo: string;
  @Text() accountName: string;
  @Text({ nullable: true }) oldAccountNo: string | null;
  @Text({ nullable: true }) oldBankName: string | null;
  @Text() reason: string;
  @Text({ default: 'WAITING' }) status: string;
  @Ref('User') requestedBy: string;
  @Instant() requestedAt: Date;
  @Instant() holdsUntil: Date;
  @Ref('User', { nullable: true }) confirmedBy: string | null;
  @Ref('Organization', { nullable: true }) confirmedByOrgId: string | null;
  @Instant({ nullable: true }) confirmedAt: Date | null;
  @Instant({ nullable: true }) appliedAt: Date | null;
  @Ref('User', { nullable: true }) cancelledBy: string | null;
  @Instant({ nullable: true }) cancelledAt: Date | null;
  @Version() version: number;
}
