import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

@Entity('purchase_order')
@Index('purchase_order_number', ['number'], { unique: true })
@Index('purchase_order_buyer', ['buyerOrgId', 'id'])
@Index('purchase_order_buyer_placed', ['buyerOrgId', 'placedAt'])
@Index('purchase_order_seller', ['sellerOrgId', 'id'])
@Index('purchase_order_contract', ['contractId'])
@Index('purchase_order_group', ['groupId'], { where: 'group_id is not null' })
@Check(
  'purchase_order_status_known',
  `status in ('PLACED','COUNTERED','CONFIRMED','REFUSED','CANCELLED','IN_DELIVERY','RECEIVED_PART','RECEIVED','CLOSED')`,
)
@Check('purchase_order_payment_base_known', `payment_base in ('RECEIPT','INVOICE','MONTH_END')`)
@Check('purchase_order_totals_not_negative', 'ordered_total >= 0 and confirmed_total >= 0 and accepted_total >= 0')
export class PurchaseOrder {
  @Id() id: string;
  @Text() number: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Contract', { nullable: true }) contractId: string | null;
  /** The buyer's own bracket around orders to several sellers, placed at once; the sellers know nothing of it. */
  @Ref('OrderGroup', { nullable: true }) groupId: string | null;
  @Text() status: string;
  @Text({ nullable: true }) buyerPoNo: string | null;
  @BusinessDate() requestedOn: string;
  @Ref('Location') deliveryLocationId: string;
  /** Name and address as they stood when the order was placed. */
  @Text() deliverySnapshot: string;
  @Text({ nullable: true }) note: string | null;
  @Column({ type: 'int' }) lineCount: number;
  @Column({ type: 'int' }) paymentTermDays: number;
  /** What the term runs from by the contract it was placed on; null: what the two, or the dated rule, say at the receipt. */
  @Text({ nullable: true }) paymentBase: string | null;
  /** Shipments on the road: dispatched and not yet received. */
  @Column({ type: 'int', default: 0 }) openShipments: number;
  @Dong() orderedTotal: bigint;
  @Dong({ default: '0' }) confirmedTotal: bigint;
  @Dong({ default: '0' }) acceptedTotal: bigint;
  @Instant() placedAt: Date;
  @Ref('User') placedBy: string;
  @Instant() ackDueAt: Date;
  /** When the Alliance was told that nobody answered in time. */
  @Instant({ nullable: true }) ackAlertedAt: Date | null;
  /** Until then the buyer cancels alone: the cut-off of the earliest day, as it stood when the order was placed. */
  @Instant({ nullable: true }) cutoffAt: Date | null;
  /** 1 as confirmed; each change both sides agreed on adds one. */
  @Column({ type: 'int', default: 1 }) revision: number;
  @Instant({ nullable: true }) acknowledgedAt: Date | null;
  @Text({ nullable: true }) closeReason: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
