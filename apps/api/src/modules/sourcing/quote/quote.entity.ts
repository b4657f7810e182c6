import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** One cooperative's answer to one request: where it stands. No price is written here; those are in its revisions. */
@Entity('quote')
@Index('quote_once', ['rfqId', 'sellerOrgId'], { unique: true })
@Index('quote_seller', ['sellerOrgId', 'id'])
@Check('quote_status_known', `status in ('DRAFT','SENT','COUNTERED','ACCEPTED','REJECTED','WITHDRAWN')`)
@Check('quote_revision_of_status', `(status = 'DRAFT') = (revision = 0)`)
export class Quote {
  @Id() id: string;
  @Ref('Rfq') rfqId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text({ default: 'DRAFT' }) status: string;
  /** The last one sent; 0 before the first. */
  @Column({ type: 'int', default: 0 }) revision: number;
  @BusinessDate({ nullable: true }) validUntil: string | null;
  /** Prepared by staff, waiting for the director where the organization wants that. */
  @Flag() awaitsDirector: boolean;
  @Instant({ nullable: true }) firstSentAt: Date | null;
  @Instant({ nullable: true }) sentAt: Date | null;
  @Text({ nullable: true }) closeReason: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
