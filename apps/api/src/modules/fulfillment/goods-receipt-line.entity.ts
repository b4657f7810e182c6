import { Check, Column, Entity, Index } from 'typeorm';
import type { Inspection } from './receipt/inspection.js';
import { Id, Instant, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('goods_receipt_line')
@Index('goods_receipt_line_number', ['receiptId', 'lineNo'], { unique: true })
@Index('goods_receipt_line_shipment_line', ['shipmentLineId'])
@Index('goods_receipt_line_order_line', ['orderLineId'])
@Check('goods_receipt_line_not_negative', 'accepted_qty >= 0 and rejected_qty >= 0 and missing_qty >= 0')
@Check('goods_receipt_line_reject_has_reason', 'rejected_qty = 0 or reject_reason is not null')
export class GoodsReceiptLine {
  @Id() id: string;
  @Ref('GoodsReceipt') receiptId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('ShipmentLine') shipmentLineId: string;
  @Ref('OrderLine') orderLineId: string;
  @Qty() acceptedQty: string;
  @Qty() rejectedQty: string;
  @Qty() missingQty: string;
  @Text({ nullable: true }) rejectReason: string | null;
  @Text({ nullable: true }) note: string | null;
  /** Samples that were measured and what they say of the grade; the count above is the person's. */
  @Column({ type: 'jsonb', nullable: true }) inspection: Inspection | null;
  /** The buyer's window to claim it, by the goods' perishability and the term in force when it was posted. */
  @Instant() claimUntil: Date;
}
