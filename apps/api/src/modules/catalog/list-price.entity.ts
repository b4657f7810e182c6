import { Check, Entity, Exclusion, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Ref, Text } from '../../platform/database/columns.js';

/** What a product, or one grade of it, costs from a day on: for everybody, or for one buyer alone. */
@Entity('list_price')
@Index('list_price_product', ['productId'])
@Index('list_price_seller', ['sellerOrgId', 'buyerOrgId'])
@Index('list_price_buyer', ['buyerOrgId'])
@Check('list_price_basis_known', `basis in ('EXW','DC','STORE')`)
@Check('list_price_period_in_order', 'valid_from <= ends_before')
@Check('list_price_two_sides', 'seller_org_id <> buyer_org_id')
@Exclusion(
  'list_price_no_overlap',
  `USING gist (product_id WITH =, coalesce(grade_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
   coalesce(buyer_org_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, basis WITH =, daterange(valid_from, ends_before) WITH &&)`,
)
export class ListPrice {
  @Id() id: string;
  @Ref('Organization') sellerOrgId: string;
  /** Null: for everybody who may see the seller's prices. */
  @Ref('Organization', { nullable: true }) buyerOrgId: string | null;
  @Ref('Product') productId: string;
  /** Null: for every grade without a price of its own. */
  @Ref('Grade', { nullable: true }) gradeId: string | null;
  @Text({ default: 'EXW' }) basis: string;
  @BusinessDate() validFrom: string;
  /** The first day on which it no longer holds; null runs on. */
  @BusinessDate({ nullable: true }) endsBefore: string | null;
  @CreatedAt() createdAt: Date;
}
