import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Goods of one product that came in together, may leave together and spoil together. */
@Entity('stock_lot')
@Index('stock_lot_code', ['orgId', 'code'], { unique: true })
@Index('stock_lot_trace', ['traceCode'], { unique: true })
@Index('stock_lot_product', ['productId', 'expiresOn'])
@Check('stock_lot_initial_positive', 'initial_qty > 0')
@Check(
  'stock_lot_dates',
  '(good_from is null or good_from >= harvested_on) and (expires_on is null or expires_on >= coalesce(good_from, harvested_on))',
)
@Check('stock_lot_origin_known', `origin in ('HARVEST','RECEIVE')`)
export class StockLot {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('Product') productId: string;
  @Ref('Grade', { nullable: true }) gradeId: string | null;
  @Ref('Location', { nullable: true }) locationId: string | null;
  /** Written on the crates; unique in its cooperative. */
  @Text() code: string;
  /** In the public address of its traceability page; tells nothing of the cooperative or its volumes. */
  @Text() traceCode: string;
  /** HARVEST: of the members' fields; RECEIVE: made, bought in or brought by others. */
  @Text() origin: string;
  /** Day of harvest or of making. */
  @BusinessDate() harvestedOn: string;
  @BusinessDate({ nullable: true }) goodFrom: string | null;
  @BusinessDate({ nullable: true }) expiresOn: string | null;
  @Qty() initialQty: string;
  @Text({ nullable: true }) note: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
