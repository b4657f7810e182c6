import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Where an organization wants to hear what happens. The secret that signs is derived from the id, never stored. */
@Entity('webhook_endpoint')
@Index('webhook_endpoint_org', ['orgId', 'id'])
export class WebhookEndpoint {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() url: string;
  /** Kinds of notice; empty means all. */
  @Column({ type: 'text', array: true }) events: string[];
  @Ref('User') createdBy: string;
  @Instant({ nullable: true }) endedAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}

/** One event for one endpoint: the log of its tries, and what to try next. */
@Entity('webhook_delivery')
@Index('webhook_delivery_once', ['endpointId', 'eventKey'], { unique: true })
@Index('webhook_delivery_org', ['orgId', 'id'])
@Check('webhook_delivery_state_known', `state in ('WAITING','DELIVERED','FAILED')`)
export class WebhookDelivery {
  @Id() id: string;
  @Ref('WebhookEndpoint') endpointId: string;
  @Ref('Organization') orgId: string;
  @Text() event: string;
  /** Kind and key of the fact: told twice, it is delivered once. */
  @Text() eventKey: string;
  @Column({ type: 'jsonb' }) payload: object;
  @Text() state: string;
  @Column({ type: 'int', default: 0 }) tries: number;
  @Column({ type: 'int', nullable: true }) lastStatus: number | null;
  @Text({ nullable: true }) lastError: string | null;
  @Instant({ nullable: true }) lastTriedAt: Date | null;
  @Instant({ nullable: true }) nextTryAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
