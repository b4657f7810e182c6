import { Column, Entity, Index } from 'typeorm';
import { Id, Instant, Text } from '../database/columns.js';

/** Who did what, to what, for whom; insert-only, in the transaction of the act. */
@Entity('audit_event')
@Index('audit_event_entity', ['entityType', 'entityId', 'at'])
export class AuditEvent {
  @Id() id: string;
  @Instant() at: Date;
  @Column({ type: 'uuid', nullable: true }) userId: string | null;
  @Column({ type: 'uuid', nullable: true }) orgId: string | null;
  @Text() action: string;
  @Text() entityType: string;
  @Column({ type: 'uuid' }) entityId: string;
  /** By whose mandate, where an officer acted in the organization's name. */
  @Column({ type: 'uuid', nullable: true }) mandateId: string | null;
  @Column({ type: 'jsonb' }) data: unknown;
}
