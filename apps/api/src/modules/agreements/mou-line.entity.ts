import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('mou_line')
@Index('mou_line_number', ['mouId', 'lineNo'], { unique: true })
@Check('mou_line_target_positive', 'target_qty is null or target_qty > 0')
export class MouLine {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('Product', { nullable: true }) productId: string | null;
  /** As signed; the product's name is copied here so that later edits do not rewrite the memorandum. */
  @Text() description: string;
  @Text() baseUnit: string;
  /** Null where the memorandum names no quantity: then nothing can be a percentage of it. */
  @Qty({ nullable: true }) targetQty: string | null;
  @Column({ type: 'int', array: true }) seasonMonths: number[];
  /** Frozen at signing; weighs the line in the realisation rate. */
  @Dong({ nullable: true }) referencePrice: bigint | null;
}
