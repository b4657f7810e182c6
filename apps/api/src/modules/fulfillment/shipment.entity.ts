import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

@Entity('shipment')
@Index('shipment_number', ['number'], { unique: true })
@Index('shipment_order', ['orderId'])
@Check('shipment_status_known', `status in ('DISPATCHED','ARRIVED','RECEIVED','RETURNED')`)
export class Shipment {
  @Id() id: string;
  @Text() number: string;
  @Ref('PurchaseOrder') orderId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Instant() dispatchedAt: Date;
  @Ref('User') dispatchedBy: string;
  @BusinessDate() expectedOn: string;
  /** When the proof of delivery says the goods were handed over. */
  @Instant({ nullable: true }) arrivedAt: Date | null;
  /** Hours of silence after arrival that make a receipt, by the term in force at dispatch. */
  @Column({ type: 'int' }) autoReceiptHours: number;
  /** When silence counts as received in full; null before the hand-over. Reckoned at the hand-over and when a count is taken back. */
  @Instant({ nullable: true }) autoReceiptAt: Date | null;
  @Text({ nullable: true }) vehicle: string | null;
  @Text({ nullable: true }) driverName: string | null;
  @Text({ nullable: true }) driverPhone: string | null;
  @Text({ nullable: true }) note: string | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
