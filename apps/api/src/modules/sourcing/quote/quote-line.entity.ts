import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Flag, Id, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** One price of one revision; an alternative answers the same asked line with other goods. Insert-only. */
@Entity('quote_line')
@Index('quote_line_once', ['revisionId', 'lineNo'], { unique: true })
@Index('quote_line_asked', ['rfqLineId'])
@Check('quote_line_price', 'unit_price > 0 and (freight_per_unit is null or freight_per_unit >= 0)')
@Check('quote_line_quantities', 'offered_qty > 0 and pack_size_base > 0 and (moq_qty is null or moq_qty > 0)')
@Check('quote_line_lead_time', 'lead_days between 0 and 365')
export class QuoteLine {
  @Id() id: string;
  @Ref('QuoteRevision') revisionId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('RfqLine') rfqLineId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Ref('Grade', { nullable: true }) gradeId: string | null;
  @Text() description: string;
  @Text() baseUnit: string;
  @Text() packName: string;
  @Qty() packSizeBase: string;
  /** Unknown for goods that are not a listed product yet. */
  @Text({ nullable: true }) vatClass: string | null;
  @Flag() alternative: boolean;
  /** Per base unit, without VAT, at the revision's basis. */
  @Dong() unitPrice: bigint;
  /** From the revision's basis to the one asked for, per base unit; unknown is not free. */
  @Dong({ nullable: true }) freightPerUnit: bigint | null;
  @Qty() offeredQty: string;
  @Qty({ nullable: true }) moqQty: string | null;
  @Column({ type: 'int' }) leadDays: number;
  @Text({ nullable: true }) note: string | null;
}
