import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant, Ref } from '../../../platform/database/columns.js';

/** What the cooperative is still writing: nobody else reads it. */
@Entity('quote_draft')
export class QuoteDraft {
  @ForeignKey('Quote') @PrimaryColumn({ type: 'uuid' }) quoteId: string;
  @Ref('Organization') sellerOrgId: string;
  /** The form as it was saved; checked again when it is sent. */
  @Column({ type: 'jsonb' }) content: unknown;
  @Ref('User') preparedBy: string;
  @Instant() preparedAt: Date;
}
