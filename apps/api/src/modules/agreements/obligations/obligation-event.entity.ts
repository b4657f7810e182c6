import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** What was said about a milestone; insert-only. */
@Entity('obligation_event')
@Index('obligation_event_history', ['obligationId', 'at'])
@Check('obligation_event_kind_known', `kind in ('CLAIM','CONFIRM','DISPUTE','ATTEST')`)
@Check('obligation_event_result_known', `result in ('MET','PARTLY_MET','NOT_MET')`)
@Check(
  'obligation_event_whole',
  `(kind in ('CLAIM','ATTEST')) = (result is not null) and (file_id is null) = (file_sha256 is null)`,
)
export class ObligationEvent {
  @Id() id: string;
  @Ref('MouObligation') obligationId: string;
  @Column({ type: 'uuid' }) mouId: string;
  @Text() kind: string;
  @Text({ nullable: true }) result: string | null;
  @Text({ nullable: true }) note: string | null;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Text({ nullable: true }) fileSha256: string | null;
  @Ref('Organization') orgId: string;
  @Ref('User') userId: string;
  @Instant() at: Date;
}
