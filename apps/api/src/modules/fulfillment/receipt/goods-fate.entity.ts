import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What became of goods the buyer turned away or sent back: into the seller's stock again, or written off. Insert-only. */
@Entity('goods_fate')
@Index('goods_fate_source', ['sourceType', 'sourceId'])
@Index('goods_fate_receipt', ['receiptId'])
@Check('goods_fate_source_known', `source_type in ('REJECTED','RETURNED')`)
@Check('goods_fate_known', `fate in ('RESTOCK','WRITE_OFF')`)
@Check('goods_fate_positive', 'qty > 0')
@Check('goods_fate_loss_has_reason', `fate <> 'WRITE_OFF' or reason_code is not null`)
export class GoodsFate {
  @Id() id: string;
  /** REJECTED: `sourceId` is a receipt line; RETURNED: a claim's settlement. */
  @Text() sourceType: string;
  @Column({ type: 'uuid' }) sourceId: string;
  @Ref('GoodsReceipt') receiptId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('StockLot', { nullable: true }) lotId: string | null;
  @Text() fate: string;
  @Qty() qty: string;
  @Text({ nullable: true }) reasonCode: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant() at: Date;
  @Ref('User') byUser: string;
}
