import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

@Entity('goods_receipt')
@Index('goods_receipt_number', ['number'], { unique: true })
@Index('goods_receipt_shipment', ['shipmentId'], { unique: true, where: `status = 'POSTED'` })
@Index('goods_receipt_order', ['orderId'])
@Check('goods_receipt_status_known', `status in ('POSTED','VOIDED')`)
@Check('goods_receipt_source_known', `source in ('RECEIVER','AUTO')`)
@Check('goods_receipt_counted_by_somebody', `(source = 'AUTO') = (received_by is null)`)
@Check(
  'goods_receipt_void_whole',
  `(status = 'VOIDED') = (voided_at is not null) and (status <> 'VOIDED' or void_reason is not null)`,
)
export class GoodsReceipt {
  @Id() id: string;
  @Text() number: string;
  @Ref('Shipment') shipmentId: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Instant() receivedAt: Date;
  /** AUTO: after the hours of silence, in full, by nobody's count. */
  @Text({ default: 'RECEIVER' }) source: string;
  @Ref('User', { nullable: true }) receivedBy: string | null;
  /** When the phone says it was counted, where it was sent later: told, never reckoned with. */
  @Instant({ nullable: true }) countedAt: Date | null;
  /** The seller's window to dispute it, by the term in force when it was posted. */
  @Instant() disputeUntil: Date;
  /** From here on it is not voided any more: an invoice or a payment stands on it. */
  @Instant({ nullable: true }) invoicedAt: Date | null;
  @Instant({ nullable: true }) voidedAt: Date | null;
  @Ref('User', { nullable: true }) voidedBy: string | null;
  @Text({ nullable: true }) voidReason: string | null;
  @Text({ nullable: true }) note: string | null;
  @CreatedAt() createdAt: Date;
}
