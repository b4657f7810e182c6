import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Flag, Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** What was agreed with one cooperative: everything a contract or an order needs, snapshot. Used once. */
@Entity('award_line')
@Index('award_line_award', ['awardId'])
@Index('award_line_seller', ['sellerOrgId', 'id'])
@Index('award_line_buyer', ['buyerOrgId', 'id'])
@Check('award_line_amounts', 'qty > 0 and unit_price > 0 and pack_size_base > 0')
@Check('award_line_basis_known', `basis in ('EXW','DC','STORE')`)
@Check('award_line_used_whole', '(used_by_type is null) = (used_by_id is null) and (used_by_type is null) = (used_at is null)')
@Check('award_line_used_by_known', `used_by_type in ('ORDER','CONTRACT')`)
export class AwardLine {
  @Id() id: string;
  @Ref('Award') awardId: string;
  @Ref('Rfq') rfqId: string;
  @Text() rfqNumber: string;
  @Ref('RfqLine') rfqLineId: string;
  @Ref('QuoteLine') quoteLineId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  /** Of a pooled quote: who led it. The member delivers and answers for its own share. */
  @Ref('Organization', { nullable: true }) leadOrgId: string | null;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Text() description: string;
  @Text() baseUnit: string;
  @Text() packName: string;
  @Qty() packSizeBase: string;
  /** Unknown for goods that are not a listed product yet. */
  @Text({ nullable: true }) vatClass: string | null;
  @Qty() qty: string;
  @Dong() unitPrice: bigint;
  @Dong({ nullable: true }) freightPerUnit: bigint | null;
  @Text() basis: string;
  @Column({ type: 'int' }) leadDays: number;
  @Flag() isDemo: boolean;
  @Text({ nullable: true }) usedByType: string | null;
  @Column({ type: 'uuid', nullable: true }) usedById: string | null;
  @Instant({ nullable: true }) usedAt: Date | null;
  @Instant() awardedAt: Date;
}
