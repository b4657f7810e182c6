import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Qty, Ref } from '../../../platform/database/columns.js';

/** Room on a trip for what one order sends to one place; its shipment, once it left, keeps its own receipt, liability and proof. */
@Entity('trip_load')
@Index('trip_load_trip', ['tripId'])
@Index('trip_load_shipment', ['shipmentId'], { where: 'shipment_id is not null' })
@Index('trip_load_booked', ['tripId', 'orderId', 'unloadingStopId'], {
  unique: true,
  where: 'shipment_id is null and removed_at is null',
})
@Index('trip_load_order', ['orderId'])
@Check('trip_load_weighs', 'weight_kg > 0')
@Check(
  'trip_load_removed_before_it_left',
  '(removed_at is null or shipment_id is null) and (removed_at is not null or (loading_stop_id is not null and unloading_stop_id is not null))',
)
export class TripLoad {
  @Id() id: string;
  @Ref('Trip') tripId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('PurchaseOrder') orderId: string;
  /** null once the load left the trip and nothing else goes there. */
  @Ref('TripStop', { nullable: true }) loadingStopId: string | null;
  @Ref('TripStop', { nullable: true }) unloadingStopId: string | null;
  /** With packing, as it stands on the scale. */
  @Qty() weightKg: string;
  @Ref('Shipment', { nullable: true }) shipmentId: string | null;
  @Ref('User') bookedBy: string;
  @Instant() bookedAt: Date;
  @Instant({ nullable: true }) removedAt: Date | null;
}
