import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What is asked for: a listed product, or words with a group and a specification. */
@Entity('rfq_line')
@Index('rfq_line_once', ['rfqId', 'lineNo'], { unique: true })
@Check('rfq_line_rhythm_known', `per in ('TOTAL','DELIVERY','WEEK')`)
@Check('rfq_line_times_fit', `times between 1 and 366 and (per <> 'TOTAL' or times = 1)`)
@Check('rfq_line_quantity', 'per_qty > 0 and asked_qty = per_qty * times')
@Check('rfq_line_awarded', 'awarded_qty >= 0')
export class RfqLine {
  @Id() id: string;
  @Ref('Rfq') rfqId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Ref('Grade', { nullable: true }) gradeId: string | null;
  @Text() description: string;
  @Text({ nullable: true }) productGroup: string | null;
  @Text({ nullable: true }) spec: string | null;
  @Text() baseUnit: string;
  @Text() per: string;
  @Qty() perQty: string;
  /** Deliveries or weeks; 1 for a total. */
  @Column({ type: 'int' }) times: number;
  @Qty() askedQty: string;
  /** Written with the award, so that volumes can be followed without prices. */
  @Qty({ default: '0' }) awardedQty: string;
  @Text({ nullable: true }) note: string | null;
}
