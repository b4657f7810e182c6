import { Check, Column, Entity, Exclusion, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Dong, Id, Ref, Text } from '../../platform/database/columns.js';

const BasisPoints = (): PropertyDecorator => Column({ type: 'int', default: 0 });

/** What one buyer keeps of the list price, as the seller noted it: the seller's own private page, never shown to the buyer. */
@Entity('commercial_terms')
@Index('commercial_terms_seller', ['sellerOrgId', 'buyerOrgId'])
@Check(
  'commercial_terms_shares_sane',
  'front_bp between 0 and 9999 and rebate_bp >= 0 and dc_bp >= 0 and promo_bp >= 0 and rebate_bp + dc_bp + promo_bp < 10000',
)
@Check('commercial_terms_fee_not_negative', 'fee_per_unit >= 0')
@Check('commercial_terms_period_in_order', 'valid_from <= ends_before')
@Check('commercial_terms_two_sides', 'seller_org_id <> buyer_org_id')
@Exclusion(
  'commercial_terms_no_overlap',
  'USING gist (seller_org_id WITH =, buyer_org_id WITH =, daterange(valid_from, ends_before) WITH &&)',
)
export class CommercialTerms {
  @Id() id: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @BusinessDate() validFrom: string;
  /** The first day on which they no longer hold; null runs on. */
  @BusinessDate({ nullable: true }) endsBefore: string | null;
  @BasisPoints() frontBp: number;
  @BasisPoints() rebateBp: number;
  @BasisPoints() dcBp: number;
  @BasisPoints() promoBp: number;
  @Dong({ default: '0' }) feePerUnit: bigint;
  @Text({ nullable: true }) note: string | null;
  @CreatedAt() createdAt: Date;
}
