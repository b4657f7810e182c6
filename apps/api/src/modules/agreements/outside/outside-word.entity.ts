import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What was said about a delivery outside the system; insert-only. LAPSE is the clock's, everything else a person's. */
@Entity('outside_word')
@Index('outside_word_history', ['deliveryId', 'at'])
@Check('outside_word_kind_known', `kind in ('RECORD','CONFIRM','DENY','CORRECT','WITHDRAW','LAPSE')`)
@Check(
  'outside_word_whole',
  `(kind in ('RECORD','CORRECT')) = (qty is not null) and (qty is null) = (delivered_on is null) and (file_id is null) = (file_sha256 is null) and (kind = 'LAPSE') = (org_id is null) and (org_id is null) = (user_id is null)`,
)
export class OutsideWord {
  @Id() id: string;
  @Ref('OutsideDelivery') deliveryId: string;
  @Text() kind: string;
  @Qty({ nullable: true }) qty: string | null;
  @BusinessDate({ nullable: true }) deliveredOn: string | null;
  @Text({ nullable: true }) note: string | null;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Text({ nullable: true }) fileSha256: string | null;
  @Ref('Organization', { nullable: true }) orgId: string | null;
  @Ref('User', { nullable: true }) userId: string | null;
  @Instant() at: Date;
}
