import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/**
 * An order above a limit, kept as it was asked for until somebody decides. It is no order yet: it has no number of the sellers',
 * draws on no contract and is walled off from everybody but the buyer.
 */
@Entity('order_request')
@Index('order_request_buyer', ['buyerOrgId', 'id'])
@Index('order_request_waiting', ['buyerOrgId'], { where: `state = 'WAITING'` })
@Check('order_request_state_known', `state in ('WAITING','PLACED','REFUSED','WITHDRAWN')`)
@Check('order_request_kind_known', `kind in ('BASKETS','AWARD','POOL')`)
@Check(
  'order_request_decided_whole',
  `(state = 'WAITING') = (decided_at is null) and (state = 'PLACED') = (result_id is not null)`,
)
@Check('order_request_refusal_has_reason', `state <> 'REFUSED' or reason is not null`)
@Check('order_request_four_eyes', `state not in ('PLACED','REFUSED') or decided_by <> requested_by`)
export class OrderRequest {
  @Id() id: string;
  @Ref('Organization') buyerOrgId: string;
  @Text({ default: 'WAITING' }) state: string;
  @Text() kind: string;
  /** What the buyer sent, to be placed as it stands. */
  @Column({ type: 'jsonb' }) command: Record<string, unknown>;
  /** The lines with the prices of the day it was asked, for the one who decides. */
  @Column({ type: 'jsonb' }) lines: Record<string, unknown>[];
  /** The limits it goes beyond, as they stood. */
  @Column({ type: 'jsonb' }) breaches: Record<string, unknown>[];
  @Text() sellers: string;
  @Dong() total: bigint;
  @Ref('User') requestedBy: string;
  @Instant() requestedAt: Date;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) reason: string | null;
  /** The order or the group of orders it became; the pool whose members were asked. */
  @Column({ type: 'uuid', nullable: true }) resultId: string | null;
  @Flag() isDemo: boolean;
  @Version() version: number;
}
