import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** What was offered, word for word; insert-only. */
@Entity('quote_revision')
@Index('quote_revision_once', ['quoteId', 'n'], { unique: true })
@Check('quote_revision_positive', 'n > 0')
@Check('quote_revision_basis_known', `basis in ('EXW','DC','STORE')`)
export class QuoteRevision {
  @Id() id: string;
  @Ref('Quote') quoteId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Column({ type: 'int' }) n: number;
  @Text() basis: string;
  @BusinessDate() validUntil: string;
  @Text({ nullable: true }) note: string | null;
  @Instant() sentAt: Date;
  @Ref('User') sentBy: string;
}
