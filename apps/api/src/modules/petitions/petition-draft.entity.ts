import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant, Ref, Text } from '../../platform/database/columns.js';

/** The answer in preparation: only the department that prepares it reads it. */
@Entity('petition_draft')
export class PetitionDraft {
  @ForeignKey('Petition') @PrimaryColumn({ type: 'uuid' }) petitionId: string;
  @Ref('Organization') orgId: string;
  @Text() body: string;
  @Ref('User') preparedBy: string;
  @Instant() preparedAt: Date;
}
