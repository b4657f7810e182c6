import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Qty, Ref } from '../../../platform/database/columns.js';

/** One quantity called off from a pool, and how far it went. The buyer's line: its parts and the shortage add up to it. */
@Entity('pool_call_off')
@Index('pool_call_off_pool', ['poolId', 'id'])
@Check('pool_call_off_adds_up', 'qty > 0 and shortage >= 0 and allocated > 0 and allocated + shortage = qty')
@Check(
  'pool_call_off_flows_once',
  'returned >= 0 and reallocated >= 0 and reallocated <= returned and (flowed_at is not null or returned = 0)',
)
export class PoolCallOff {
  @Id() id: string;
  @Ref('SupplyPool') poolId: string;
  @Ref('Organization') leadOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Qty() qty: string;
  @Qty() allocated: string;
  /** What no cap covered; the buyer saw it before it placed the orders. */
  @Qty() shortage: string;
  @BusinessDate() requestedOn: string;
  @Ref('Location') locationId: string;
  @Ref('User') placedBy: string;
  @Instant() placedAt: Date;
  @Instant() answerDueAt: Date;
  /** When what members declined went back to the others, which happens once; `returned` of it, `reallocated` found room. */
  @Instant({ nullable: true }) flowedAt: Date | null;
  @Qty({ default: '0' }) returned: string;
  @Qty({ default: '0' }) reallocated: string;
}
