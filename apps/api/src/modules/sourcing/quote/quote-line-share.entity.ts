import { Check, Entity, Index } from 'typeorm';
import { Id, Qty, Ref } from '../../../platform/database/columns.js';

/** Who delivers how much of a pooled line, as the members agreed before it was sent. Insert-only. */
@Entity('quote_line_share')
@Index('quote_line_share_once', ['quoteLineId', 'memberOrgId'], { unique: true })
@Check('quote_line_share_positive', 'qty > 0')
export class QuoteLineShare {
  @Id() id: string;
  @Ref('QuoteLine') quoteLineId: string;
  @Ref('Organization') memberOrgId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Qty() qty: string;
}
