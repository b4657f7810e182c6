import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

@Entity('quote_counter_line')
@Index('quote_counter_line_once', ['counterId', 'quoteLineId'], { unique: true })
@Check(
  'quote_counter_line_says_something',
  'unit_price is not null or qty is not null or wanted_on is not null or comment is not null',
)
@Check('quote_counter_line_positive', '(unit_price is null or unit_price > 0) and (qty is null or qty > 0)')
export class QuoteCounterLine {
  @Id() id: string;
  @Ref('QuoteCounter') counterId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('QuoteLine') quoteLineId: string;
  @Dong({ nullable: true }) unitPrice: bigint | null;
  @Qty({ nullable: true }) qty: string | null;
  @BusinessDate({ nullable: true }) wantedOn: string | null;
  @Text({ nullable: true }) comment: string | null;
}
