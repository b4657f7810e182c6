import { Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** What the buyer would rather have, against one revision. Insert-only. */
@Entity('quote_counter')
@Index('quote_counter_quote', ['quoteId', 'n'])
export class QuoteCounter {
  @Id() id: string;
  @Ref('Quote') quoteId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  /** The revision it answers. */
  @Column({ type: 'int' }) n: number;
  @Text({ nullable: true }) comment: string | null;
  @Ref('User') byUser: string;
  @Instant() at: Date;
}
