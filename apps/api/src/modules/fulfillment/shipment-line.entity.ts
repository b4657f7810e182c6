import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('shipment_line')
@Index('shipment_line_number', ['shipmentId', 'lineNo'], { unique: true })
@Index('shipment_line_order_line', ['orderLineId'])
@Index('shipment_line_lot', ['lotId'])
@Check('shipment_line_qty_positive', 'qty > 0')
export class ShipmentLine {
  @Id() id: string;
  @Ref('Shipment') shipmentId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('OrderLine') orderLineId: string;
  @Qty() qty: string;
  /** Goods kept by lots leave one line for each lot, so that each is counted by itself. */
  @Ref('StockLot', { nullable: true }) lotId: string | null;
  @Text({ nullable: true }) lotCode: string | null;
  /** Last day of the lot and days of life asked for on arrival, as they stood when it left: the buyer does not see the seller's stock. */
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Column({ type: 'int', nullable: true }) minLifeDays: number | null;
  /** Under which the lot left though it had too little life. */
  @Ref('LifeWaiver', { nullable: true }) lifeWaiverId: string | null;
}
