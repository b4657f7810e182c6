import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('contract_line')
@Index('contract_line_number', ['contractId', 'lineNo'], { unique: true })
@Index('contract_line_mou_line', ['mouLineId'])
@Check('contract_line_quantities_in_order', 'min_qty >= 0 and min_qty <= target_qty and target_qty <= max_qty and max_qty > 0')
@Check('contract_line_price_positive', 'unit_price > 0')
export class ContractLine {
  @Id() id: string;
  @Ref('Contract') contractId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('MouLine', { nullable: true }) mouLineId: string | null;
  @Ref('Product') productId: string;
  @Ref('Pack') packId: string;
  @Text() description: string;
  @Text() baseUnit: string;
  @Text() packName: string;
  @Qty() packSizeBase: string;
  @Qty() minQty: string;
  @Qty() targetQty: string;
  @Qty() maxQty: string;
  @Dong() unitPrice: bigint;
  @Text() vatClass: string;
}
