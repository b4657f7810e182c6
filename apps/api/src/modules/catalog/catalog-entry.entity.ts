import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Dong, Flag, Instant, Text } from '../../platform/database/columns.js';

/**
 * What the public catalogue reads: one flat row for each published product, rewritten in the transaction that changes it.
 * It carries no row-level security, because policies would cost the search its indexes.
 */
@Entity('catalog_entry')
@Index('catalog_entry_order', ['publishedAt', 'productId'])
@Index('catalog_entry_org', ['orgId'])
@Index('catalog_entry_search', { synchronize: false })
@Index('catalog_entry_name', ['nameKey', 'productId'])
@Index('catalog_entry_group', ['productGroup', 'publishedAt', 'productId'])
@Index('catalog_entry_commune', ['communeCode', 'publishedAt', 'productId'])
@Index('catalog_entry_district', ['districtCode', 'publishedAt', 'productId'])
@Index('catalog_entry_stars', ['publishedAt', 'productId'], { where: 'stars is not null' })
@Index('catalog_entry_certificates', { synchronize: false })
@Index('catalog_entry_price_up', { synchronize: false })
@Index('catalog_entry_price_down', { synchronize: false })
export class CatalogEntry {
  @PrimaryColumn({ type: 'uuid' }) productId: string;
  @Column({ type: 'uuid' }) orgId: string;
  @Text() slug: string;
  @Text() nameVi: string;
  @Text({ nullable: true }) nameEn: string | null;
  @Text() orgName: string;
  @Text() orgSlug: string;
  @Text() orgKind: string;
  @Text({ nullable: true }) communeCode: string | null;
  @Text({ nullable: true }) communeName: string | null;
  @Text({ nullable: true }) districtCode: string | null;
  @Text({ nullable: true }) districtName: string | null;
  @Text() productGroup: string;
  @Text({ nullable: true }) subgroup: string | null;
  @Text() baseUnit: string;
  @Text({ nullable: true }) netContent: string | null;
  @Text({ nullable: true }) packName: string | null;
  @Column({ type: 'numeric', precision: 14, scale: 3, nullable: true }) packSizeBase: string | null;
  @Column({ type: 'int', nullable: true }) moqPacks: number | null;
  @Column({ type: 'int', array: true }) harvestMonths: number[];
  @Text() storage: string;
  @Column({ type: 'int', nullable: true }) shelfLifeDays: number | null;
  /** Stars of a verified OCOP certificate; shown and searched only until `starsUntil`. */
  @Column({ type: 'int', nullable: true }) stars: number | null;
  @BusinessDate({ nullable: true }) starsUntil: string | null;
  /** Only where the cooperative publishes its prices. */
  @Dong({ nullable: true }) priceFrom: bigint | null;
  @Dong({ nullable: true }) priceTo: bigint | null;
  @Column({ type: 'uuid', nullable: true }) photoFileId: string | null;
  /** Folded (no diacritics) words of name, group, cooperative and place. */
  @Text() searchText: string;
  /** The name folded to words, and all words with the name's weighing more; the database keeps both (catalog_entry_words). */
  @Column({ type: 'text', default: '', collation: 'C' }) nameKey: string;
  @Column({ type: 'tsvector', nullable: true }) searchWords: string | null;
  /** Verified papers of the product or its whole cooperative, each kind once with its last day (infinity: none printed). */
  @Column({ type: 'text', array: true, default: () => `'{}'` }) certificateKinds: string[];
  @Column({ type: 'date', array: true, default: () => `'{}'` }) certificateUntil: string[];
  @Flag() isDemo: boolean;
  @Instant() publishedAt: Date;
}
