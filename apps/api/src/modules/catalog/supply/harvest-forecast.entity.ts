import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** One word on one week's harvest. Insert-only: a later revision replaces it and both stay on record. */
@Entity('harvest_forecast')
@Index('harvest_forecast_revision', ['productId', 'weekStart', 'revision'], { unique: true })
@Index('harvest_forecast_org', ['orgId'])
@Check('harvest_forecast_monday', 'extract(isodow from week_start) = 1')
@Check('harvest_forecast_not_negative', 'qty >= 0 and revision > 0')
@Check('harvest_forecast_confidence', `confidence in ('OBSERVED','FORECAST')`)
export class HarvestForecast {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('Product') productId: string;
  @BusinessDate() weekStart: string;
  @Column({ type: 'int' }) revision: number;
  @Qty() qty: string;
  @Text() confidence: string;
  @Instant() recordedAt: Date;
  @Ref('User') recordedBy: string;
}
