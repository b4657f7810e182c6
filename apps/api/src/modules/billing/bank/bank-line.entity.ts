import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One arrival of money. `fingerprint` makes it count once, however many statements show it. */
@Entity('bank_line')
@Index('bank_line_once', ['orgId', 'fingerprint'], { unique: true })
@Index('bank_line_queue', ['orgId', 'state', 'id'])
@Check('bank_line_state_known', `state in ('REVIEW','SETTLED','IGNORED')`)
@Check('bank_line_amounts', 'amount > 0 and allocated between 0 and amount')
@Check('bank_line_ignored_with_reason', `(state = 'IGNORED') = (ignored_reason is not null)`)
export class BankLine {
  @Id() id: string;
  @Ref('BankStatement') statementId: string;
  @Ref('Organization') orgId: string;
  @Column({ type: 'int' }) rowNo: number;
  @BusinessDate() bookedOn: string;
  @Dong() amount: bigint;
  @Dong({ default: '0' }) allocated: bigint;
  @Text() memo: string;
  @Text({ nullable: true }) bankReference: string | null;
  @Text() fingerprint: string;
  @Text() state: string;
  /** Why it did not match by itself. */
  @Text({ nullable: true }) reviewReason: string | null;
  @Text({ nullable: true }) ignoredReason: string | null;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
