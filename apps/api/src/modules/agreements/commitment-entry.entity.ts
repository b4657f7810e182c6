import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Qty, Ref, Text } from '../../platform/database/columns.js';

/** The measuring ledger: insert-only (a trigger refuses anything else), undone only by a reversing row. */
@Entity('commitment_entry')
@Index('commitment_entry_contract_line', ['contractLineId', 'at'])
@Index('commitment_entry_mou_line', ['mouLineId', 'kind', 'evidenceGrade', 'at'])
@Index('commitment_entry_reversal', ['reversesId'], { unique: true, where: 'reverses_id is not null' })
@Index('commitment_entry_once', { synchronize: false })
@Check(
  'commitment_entry_kind_known',
  `kind in ('COMMIT','AMEND','CALL_OFF','CONFIRM','CALL_OFF_RELEASE','DISPATCH','ACCEPT','REJECT','INVOICE','PAY')`,
)
@Check('commitment_entry_grade_known', `evidence_grade in ('A','B','C')`)
@Check('commitment_entry_has_a_line', 'contract_line_id is not null or mou_line_id is not null')
export class CommitmentEntry {
  @Id() id: string;
  @Ref('ContractLine', { nullable: true }) contractLineId: string | null;
  @Ref('MouLine', { nullable: true }) mouLineId: string | null;
  @Text() kind: string;
  @Qty() qty: string;
  @Text() sourceType: string;
  @Column({ type: 'uuid' }) sourceId: string;
  @Column({ type: 'uuid' }) sourceLineId: string;
  @Text({ default: 'A' }) evidenceGrade: string;
  @Instant() at: Date;
  @Ref('CommitmentEntry', { nullable: true }) reversesId: string | null;
}
