import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text, Version } from '../database/columns.js';

/** What an officer did in an organization's name, and the organization's word about it; written in the transaction of the act. */
@Entity('assisted_act')
@Index('assisted_act_org', ['orgId', 'id'])
@Index('assisted_act_waiting', ['orgId'], { where: `state = 'WAITING'` })
@Index('assisted_act_denied', ['officerId'], { where: `state = 'DENIED'` })
@Index('assisted_act_entity', ['entityType', 'entityId'])
@Index('assisted_act_mandate', ['mandateId'])
@Index('assisted_act_result', ['resultId'])
@Check('assisted_act_state_known', `state in ('WAITING','CONFIRMED','DENIED','SETTLED')`)
@Check('assisted_act_answered', `(state = 'WAITING') = (answered_at is null)`)
@Check('assisted_act_denied_with_reason', `(state in ('DENIED','SETTLED')) = (reason is not null)`)
@Check('assisted_act_settled_with_note', `(state = 'SETTLED') = (settled_note is not null)`)
export class AssistedAct {
  @Id() id: string;
  @Ref('Mandate') mandateId: string;
  /** In whose name. */
  @Ref('Organization') orgId: string;
  @Ref('User') officerId: string;
  /** The mutation: "orderAcknowledge". */
  @Text() operation: string;
  /** As in the diary: "order.acknowledge". */
  @Text() action: string;
  @Text() entityType: string;
  @Column({ type: 'uuid' }) entityId: string;
  /** What the act answered with: of a dispatch the shipment, whose diary is the order's. */
  @Column({ type: 'uuid', nullable: true }) resultId: string | null;
  @Text() state: string;
  @Instant() at: Date;
  @Ref('User', { nullable: true }) answeredBy: string | null;
  @Instant({ nullable: true }) answeredAt: Date | null;
  /** Why it was denied. */
  @Text({ nullable: true }) reason: string | null;
  @Ref('User', { nullable: true }) settledBy: string | null;
  @Instant({ nullable: true }) settledAt: Date | null;
  @Text({ nullable: true }) settledNote: string | null;
  @Version() version: number;
}
