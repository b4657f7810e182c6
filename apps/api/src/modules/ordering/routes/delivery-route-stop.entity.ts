import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Ref } from '../../../platform/database/columns.js';

/** A buyer's place on a seller's route; seen by these two only. */
@Entity('delivery_route_stop')
@Index('delivery_route_stop_place', ['locationId'])
export class DeliveryRouteStop {
  @ForeignKey('DeliveryRoute') @PrimaryColumn({ type: 'uuid' }) routeId: string;
  @ForeignKey('Location') @PrimaryColumn({ type: 'uuid' }) locationId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
}
