import { Check, Entity, Index } from 'typeorm';
import { Dong, Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A lead asks another cooperative for part of a line; the floor price stays between the two. */
@Entity('pool_share')
@Index('pool_share_once', ['quoteId', 'rfqLineId', 'memberOrgId'], { unique: true })
@Index('pool_share_member', ['memberOrgId', 'status'])
@Check('pool_share_status_known', `status in ('OFFERED','COMMITTED','DECLINED')`)
@Check('pool_share_quantities', 'asked_qty > 0 and (qty is null or (qty > 0 and qty <= asked_qty))')
@Check('pool_share_committed', `status <> 'COMMITTED' or (qty is not null and floor_price > 0)`)
export class PoolShare {
  @Id() id: string;
  @Ref('Quote') quoteId: string;
  @Ref('Rfq') rfqId: string;
  @Ref('RfqLine') rfqLineId: string;
  @Ref('Organization') leadOrgId: string;
  @Ref('Organization') memberOrgId: string;
  /** What the member reads of the request, which it was perhaps not invited to. */
  @Text() description: string;
  @Text() baseUnit: string;
  @Text() buyerName: string;
  @Text({ default: 'OFFERED' }) status: string;
  @Qty() askedQty: string;
  @Qty({ nullable: true }) qty: string | null;
  @Dong({ nullable: true }) floorPrice: bigint | null;
  @Ref('Product', { nullable: true }) productId: string | null;
  @Text({ nullable: true }) note: string | null;
  @Instant({ nullable: true }) answerBy: Date | null;
  @Instant() askedAt: Date;
  @Instant({ nullable: true }) answeredAt: Date | null;
  @Version() version: number;
}
