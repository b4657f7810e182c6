import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Dong, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A run of a seller's truck: its days, until when it takes orders, and from what value on. The general one serves every place no other names. */
@Entity('delivery_route')
@Index('delivery_route_general', ['sellerOrgId'], { unique: true, where: 'is_general and retired_at is null' })
@Index('delivery_route_seller', ['sellerOrgId'])
@Check('delivery_route_weekdays_known', `cardinality(weekdays) > 0 and weekdays <@ array[1,2,3,4,5,6,7]`)
@Check('delivery_route_cutoff_sane', `cutoff_days between 0 and 14 and cutoff_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('delivery_route_minimum_positive', 'min_order_value > 0')
export class DeliveryRoute {
  @Id() id: string;
  @Ref('Organization') sellerOrgId: string;
  @Text() name: string;
  @Flag() isGeneral: boolean;
  /** 1 = Monday to 7 = Sunday. */
  @Column({ type: 'int', array: true }) weekdays: number[];
  /** Working days before the delivery. */
  @Column({ type: 'int', default: 1 }) cutoffDays: number;
  @Text({ default: '15:00' }) cutoffTime: string;
  @Flag() runsOnHolidays: boolean;
  @Dong({ nullable: true }) minOrderValue: bigint | null;
  @Instant({ nullable: true }) retiredAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
