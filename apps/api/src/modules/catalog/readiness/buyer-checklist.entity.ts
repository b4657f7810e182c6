import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant, Ref, Version } from '../../../platform/database/columns.js';

/** That a buyer keeps a list of its own, and who saved it last. */
@Entity('buyer_checklist')
export class BuyerChecklist {
  @ForeignKey('Organization') @PrimaryColumn({ type: 'uuid' }) buyerOrgId: string;
  @Ref('User') savedBy: string;
  @Instant() savedAt: Date;
  @Version() version: number;
}
