import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** Which organization a party of a register is: found by its numbers, or said by a person. */
@Entity('register_match')
@Index('register_match_party', ['batchId', 'code'], { unique: true })
@Check('register_match_basis_known', `basis in ('EARLIER','TAX_CODE','REGISTRATION_NO','NAME','NONE')`)
@Check('register_match_decision_known', `decision in ('MATCHED','NEW')`)
@Check('register_match_decided_by_somebody', '(decision is null) = (decided_by is null)')
export class RegisterMatch {
  @Id() id: string;
  @Column({ type: 'uuid' }) @ForeignKey('RegisterBatch') batchId: string;
  /** The party's code in the register, folded. */
  @Text() code: string;
  @Column({ type: 'int' }) rowNo: number;
  @Text() name: string;
  @Text({ nullable: true }) taxCode: string | null;
  @Text() basis: string;
  @Column({ type: 'boolean', default: false }) isDoubtful: boolean;
  /** [{ orgId, score }], the likeliest first. */
  @Column({ type: 'jsonb', default: () => `'[]'` }) candidates: unknown[];
  /** The organization it is; null for a new one until it is made. */
  @Ref('Organization', { nullable: true }) orgId: string | null;
  @Text({ nullable: true }) decision: string | null;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
}
