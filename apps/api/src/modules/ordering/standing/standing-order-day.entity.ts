import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** Why a day could not be placed, in both languages; `about` names the goods of a line. */
export interface StandingReason {
  readonly about: string | null;
  readonly vi: string;
  readonly en: string;
}

/** What became of one day of delivery. One row a day: the uniqueness is what keeps a day from being placed twice. */
@Entity('standing_order_day')
@Index('standing_order_day_once', ['standingOrderId', 'day'], { unique: true })
@Index('standing_order_day_failed', ['buyerOrgId'], { where: `state = 'FAILED'` })
@Check('standing_order_day_state_known', `state in ('PLACED','ASKED','FAILED','SKIPPED','PAUSED')`)
@Check('standing_order_day_result', `(state in ('PLACED','ASKED')) = (result_id is not null)`)
@Check('standing_order_day_failure_has_reason', `state <> 'FAILED' or jsonb_array_length(reasons) > 0`)
export class StandingOrderDay {
  @Id() id: string;
  @Ref('StandingOrder') standingOrderId: string;
  @Ref('Organization') buyerOrgId: string;
  @BusinessDate() day: string;
  @Text() state: string;
  /** The order or group of orders of a placed day; the request of one that was asked for. */
  @Column({ type: 'uuid', nullable: true }) resultId: string | null;
  @Column({ type: 'jsonb', default: [] }) reasons: StandingReason[];
  @Instant() decidedAt: Date;
  /** Null: the clock. */
  @Ref('User', { nullable: true }) decidedBy: string | null;
}
