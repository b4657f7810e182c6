import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('mou_line')
@Index('mou_line_number', ['mouId', 'lineNo'], { unique: true })
@Check('mou_line_price_principle_known', `price_principle in ('FIXED','FLOOR','MARKET','INDEXED')`)
@Check('mou_line_indexed_by', `price_principle is distinct from 'INDEXED' or price_source is not null`)
@Check('mou_line_target_positive', 'target_qty is null or target_qty > 0')
export class MouLine {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('Product', { nullable: true }) productId: string | null;
  /** As signed; the product's name is copied here so that later edits do not rewrite the memorandum. */
  @Text() description: string;
  @Text() baseUnit: string;
  /** The product's group when the line was written; copied by the table itself, so that no later edit moves the line in a report. */
  @Text({ nullable: true }) productGroup: string | null;
  /** Null where the memorandum names no quantity: then nothing can be a percentage of it. */
  @Qty({ nullable: true }) targetQty: string | null;
  @Column({ type: 'int', array: true }) seasonMonths: number[];
  /** Frozen at signing; weighs the line in the realisation rate. */
  @Dong({ nullable: true }) referencePrice: bigint | null;
  /** FIXED, FLOOR, MARKET or INDEXED; null: as the memorandum says for all lines. */
  @Text({ nullable: true }) pricePrinciple: string | null;
  /** What an indexed price follows. */
  @Text({ nullable: true }) priceSource: string | null;
  @Text({ nullable: true }) qualityTerms: string | null;
}
