import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** That an agreement stands still, from the day it was seen until a fact ends it. Level, fact and clock are derived; people only answer. */
@Entity('agreement_alert')
@Index('agreement_alert_open', ['mouId', 'transition'], { unique: true, where: 'cleared_at is null' })
@Index('agreement_alert_level', ['level', 'mouId'], { where: 'cleared_at is null' })
@Index('agreement_alert_list', ['levelOrder', 'raisedAt', 'id'], { where: 'cleared_at is null' })
@Check('agreement_alert_level_known', `level in ('WATCH','RISK','STALLED')`)
@Check('agreement_alert_status_known', `status in ('RAISED','ACKNOWLEDGED','CLEARED')`)
@Check('agreement_alert_cleared_by_fact', `(status = 'CLEARED') = (cleared_at is not null)`)
@Check(
  'agreement_alert_acknowledged_with_reason',
  `status <> 'ACKNOWLEDGED' or (reason_code is not null and follow_up_on is not null)`,
)
export class AgreementAlert {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Text() transition: string;
  @Text() level: string;
  /** 1 STALLED, 2 RISK, 3 WATCH: the gravest first. */
  @Column({ type: 'int' }) levelOrder: number;
  @Text() status: string;
  @Text() fact: string;
  @BusinessDate() factOn: string;
  @Text({ nullable: true }) factRef: string | null;
  @Column({ type: 'int', nullable: true }) days: number | null;
  @Column({ type: 'int', nullable: true }) limitDays: number | null;
  @Column({ type: 'int', nullable: true }) shareBp: number | null;
  @Column({ type: 'int', nullable: true }) limitBp: number | null;
  /** Whose move it is: BUYER, SELLER, BOTH or ALLIANCE. */
  @Text() actor: string;
  @Text() step: string;
  @Instant() raisedAt: Date;
  /** Since when it stands at this level. */
  @Instant() levelAt: Date;
  @Text({ nullable: true }) reasonCode: string | null;
  @BusinessDate({ nullable: true }) followUpOn: string | null;
  @Instant({ nullable: true }) clearedAt: Date | null;
  @Version() version: number;
}
