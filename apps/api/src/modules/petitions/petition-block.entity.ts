import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** An agreement cannot go on until a petition is answered ("vướng vì…"). Ended, never deleted. */
@Entity('petition_block')
@Index('petition_block_open', ['petitionId', 'mouId'], { unique: true, where: 'ended_at is null' })
@Index('petition_block_mou', ['mouId'])
@Check('petition_block_ended', '(ended_at is null) = (ended_by is null) and (ended_at is null or end_reason is not null)')
export class PetitionBlock {
  @Id() id: string;
  @Ref('Petition') petitionId: string;
  @Ref('Mou') mouId: string;
  @Text({ nullable: true }) note: string | null;
  @Ref('User') linkedBy: string;
  @Instant() linkedAt: Date;
  @Ref('User', { nullable: true }) endedBy: string | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  @Text({ nullable: true }) endReason: string | null;
}
