import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('shipment_line')
@Index('shipment_line_number', ['shipmentId', 'lineNo'], { unique: true })
@Index('shipment_line_order_line', ['orderLineId'])
@Check('shipment_line_qty_positive', 'qty > 0')
export class ShipmentLine {
  @Id() id: string;
  @Ref('Shipment') shipmentId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('OrderLine') orderLineId: string;
  @Qty() qty: string;
  @Text({ nullable: true }) lotCode: string | null;
}
