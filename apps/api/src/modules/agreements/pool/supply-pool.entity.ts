import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Flag, Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Several cooperatives meet one line of a buyer: of a contract with the lead, or of a memorandum until the lead's contract on it is signed. */
@Entity('supply_pool')
@Index('supply_pool_contract_line', ['contractLineId'], { unique: true, where: 'closed_at is null' })
@Index('supply_pool_mou_line', ['mouLineId', 'leadOrgId'], { unique: true, where: 'closed_at is null' })
@Check('supply_pool_has_a_line', 'mou_line_id is not null or contract_line_id is not null')
@Check('supply_pool_two_sides', 'lead_org_id <> buyer_org_id')
@Check('supply_pool_shares_fit', 'case_size > 0 and shared_qty >= 0 and (line_qty is null or shared_qty <= line_qty)')
@Check('supply_pool_closed_whole', '(closed_at is null) = (close_reason is null)')
export class SupplyPool {
  @Id() id: string;
  @Ref('Mou', { nullable: true }) mouId: string | null;
  @Ref('MouLine', { nullable: true }) mouLineId: string | null;
  @Ref('Contract', { nullable: true }) contractId: string | null;
  @Ref('ContractLine', { nullable: true }) contractLineId: string | null;
  @Ref('Organization') leadOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() goods: string;
  @Text() baseUnit: string;
  /** Shares and call-offs are whole cases of this size. */
  @Qty() caseSize: string;
  /** What the line holds at most; null where a memorandum names no quantity. */
  @Qty({ nullable: true }) lineQty: string | null;
  /** Sum of the offered and committed parts. */
  @Qty({ default: '0' }) sharedQty: string;
  @Ref('Organization') proposedByOrgId: string;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Text({ nullable: true }) closeReason: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
