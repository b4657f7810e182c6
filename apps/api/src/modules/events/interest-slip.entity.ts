import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

/** What a visitor of a booth would like to buy, left on the day by scanning the booth's code; may become a draft memorandum. */
@Entity('interest_slip')
@Index('interest_slip_booth', ['boothId', 'createdAt'])
@Index('interest_slip_seller', ['sellerOrgId'])
@Index('interest_slip_buyer', ['buyerOrgId'])
@Check('interest_slip_qty_positive', 'qty is null or qty > 0')
export class InterestSlip {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Ref('Booth') boothId: string;
  /** Whose booth it was then; null at a booth of an administrative unit. */
  @Ref('Organization', { nullable: true }) sellerOrgId: string | null;
  @Ref('Organization') buyerOrgId: string;
  @Ref('User') createdBy: string;
  @Text() goods: string;
  /** Null where the visitor named none: unknown, not zero. */
  @Qty({ nullable: true }) qty: string | null;
  @Text({ nullable: true }) unit: string | null;
  @Text({ nullable: true }) note: string | null;
  @Ref('Mou', { nullable: true }) mouId: string | null;
  @CreatedAt() createdAt: Date;
}
