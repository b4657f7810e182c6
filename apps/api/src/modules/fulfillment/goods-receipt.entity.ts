import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

@Entity('goods_receipt')
@Index('goods_receipt_number', ['number'], { unique: true })
@Index('goods_receipt_shipment', ['shipmentId'], { unique: true, where: `status = 'POSTED'` })
@Index('goods_receipt_order', ['orderId'])
@Check('goods_receipt_status_known', `status in ('POSTED','VOIDED')`)
export class GoodsReceipt {
  @Id() id: string;
  @Text() number: string;
  @Ref('Shipment') shipmentId: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Instant() receivedAt: Date;
  @Ref('User') receivedBy: string;
  @Text({ nullable: true }) note: string | null;
  @CreatedAt() createdAt: Date;
}
