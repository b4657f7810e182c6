import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Flag, Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Goods that went from one party to another by telephone or on paper. The words of both sides stand in `OutsideWord`; this row is their sum. */
@Entity('outside_delivery')
@Index('outside_delivery_mou', ['mouId', 'recordedAt'])
@Index('outside_delivery_waiting', ['answerBy'], { where: `state = 'WAITING'` })
@Check('outside_delivery_state_known', `state in ('WAITING','CONFIRMED','DENIED','DECLARED','WITHDRAWN')`)
@Index('outside_delivery_contract', ['contractId', 'recordedAt'], { where: 'contract_id is not null' })
@Check('outside_delivery_positive', 'qty > 0')
@Check(
  'outside_delivery_has_a_line',
  '(mou_id is null) = (mou_line_id is null) and (contract_id is null) = (contract_line_id is null) and coalesce(mou_line_id, contract_line_id) is not null',
)
@Check(
  'outside_delivery_two_sides',
  'seller_org_id <> buyer_org_id and author_org_id in (seller_org_id, buyer_org_id) and recorded_by_org_id in (seller_org_id, buyer_org_id)',
)
export class OutsideDelivery {
  @Id() id: string;
  /** What it counts for: a line of a memorandum, or of a contract and the memorandum's line above that, where there is one. */
  @Ref('Mou', { nullable: true }) mouId: string | null;
  @Ref('MouLine', { nullable: true }) mouLineId: string | null;
  @Ref('Contract', { nullable: true }) contractId: string | null;
  @Ref('ContractLine', { nullable: true }) contractLineId: string | null;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text({ default: 'WAITING' }) state: string;
  @Qty() qty: string;
  @BusinessDate() deliveredOn: string;
  @Flag() hasDocument: boolean;
  /** Whose word stands; the other side answers it. */
  @Ref('Organization') authorOrgId: string;
  @BusinessDate() answerBy: string;
  @Ref('Organization') recordedByOrgId: string;
  @Instant() recordedAt: Date;
  @Version() version: number;
}
