import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Ref, Text } from '../../platform/database/columns.js';

/** A line of the notice worth keeping: outside body, speaker, figure; with the words it rests on. */
@Entity('event_fact')
@Index('event_fact_event', ['eventId', 'kind', 'position'], { unique: true })
@Check('event_fact_kind_known', `kind in ('OUTSIDE_BODY','SPEAKER','FIGURE','DUTY')`)
export class EventFact {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Text() kind: string;
  @Column({ type: 'int' }) position: number;
  @Text() titleVi: string;
  @Text() titleEn: string;
  @Text({ nullable: true }) detailVi: string | null;
  @Text({ nullable: true }) detailEn: string | null;
  @Ref('Organization', { nullable: true }) orgId: string | null;
}
