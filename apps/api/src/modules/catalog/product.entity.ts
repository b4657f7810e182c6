import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

@Entity('product')
@Index('product_slug', ['slug'], { unique: true })
@Index('product_org', ['orgId'])
@Index('product_seller_sku', { synchronize: false })
@Check('product_status_known', `status in ('DRAFT','IN_REVIEW','PUBLISHED','PAUSED','ARCHIVED')`)
@Check('product_temperatures_in_order', 'storage_temp_min <= storage_temp_max')
@Check(
  'product_remaining_life_sane',
  'min_remaining_days > 0 and min_remaining_days <= coalesce(shelf_life_days, min_remaining_days)',
)
@Check('product_hs_code_digits', `hs_code ~ '^[0-9]{6,8}$'`)
@Check('product_traceability_https', `traceability_url like 'https://%'`)
@Check('product_supply_visibility_known', `supply_visibility in ('BUYERS','PARTIES')`)
@Check('product_price_visibility_known', `price_visibility in ('PUBLIC','BUYERS')`)
export class Product {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  /** The seller's own code, unique in its organization whatever the case: what its files call the product. */
  @Text({ nullable: true }) sellerSku: string | null;
  @Text() nameVi: string;
  @Text({ nullable: true }) nameEn: string | null;
  @Text() slug: string;
  /** FOOD, BEVERAGE, HERBAL, HANDICRAFT, ORNAMENTAL or TOURISM (QĐ 148/QĐ-TTg). */
  @Text() productGroup: string;
  @Text({ nullable: true }) subgroup: string | null;
  @Text({ default: '' }) description: string;
  /** Sold and counted in this unit: kg, gói, hộp, chai ... */
  @Text() baseUnit: string;
  @Text({ nullable: true }) netContent: string | null;
  @Column({ type: 'int', array: true }) harvestMonths: number[];
  @Column({ type: 'int', nullable: true }) shelfLifeDays: number | null;
  @Text() storage: string;
  @Text() vatClass: string;
  @Text({ nullable: true }) hsCode: string | null;
  /** °C, both included. */
  @Column({ type: 'int', nullable: true }) storageTempMin: number | null;
  @Column({ type: 'int', nullable: true }) storageTempMax: number | null;
  /** Days that must be left of the shelf life when the buyer receives the goods. */
  @Column({ type: 'int', nullable: true }) minRemainingDays: number | null;
  @Text({ nullable: true }) origin: string | null;
  @Text({ nullable: true }) originCommuneCode: string | null;
  @Text({ nullable: true }) story: string | null;
  @Text({ nullable: true }) traceabilityUrl: string | null;
  @Text({ default: 'BUYERS' }) priceVisibility: string;
  /** Its goods are kept by lots: a confirmed order holds stock. */
  @Flag() stockKept: boolean;
  /** Who besides the parties of a contract learns how much there is: BUYERS in bands, or PARTIES only. */
  @Text({ default: 'BUYERS' }) supplyVisibility: string;
  @Text({ default: 'DRAFT' }) status: string;
  @Text({ nullable: true }) returnReason: string | null;
  @Ref('StoredFile', { nullable: true }) photoFileId: string | null;
  @Flag() isDemo: boolean;
  @Instant({ nullable: true }) publishedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
