import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BusinessDate, Flag, Instant, Ref, Text } from '../../platform/database/columns.js';

/** Where a memorandum stands: computed from facts by the domain's ladder and never set by hand. Recomputing gives the same row. */
@Entity('mou_progress')
@Index('mou_progress_board', ['eventId', 'nextSince', 'mouId'])
@Index('mou_progress_since', ['nextSince', 'mouId'])
@Index('mou_progress_rung', ['rung', 'nextSince', 'mouId'])
@Index('mou_progress_actor', ['nextActor', 'nextSince', 'mouId'])
export class MouProgress {
  @ForeignKey('Mou') @PrimaryColumn({ type: 'uuid' }) mouId: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  @Text() rung: string;
  @Column({ type: 'int' }) rungIndex: number;
  /** [{ code, state, reachedAt, grade }] for the nine rungs. */
  @Column({ type: 'jsonb' }) rungs: unknown;
  @Text({ nullable: true }) exit: string | null;
  /** Basis points of the committed value that was accepted; null where no line has a quantity. */
  @Column({ type: 'int', nullable: true }) realisationBp: number | null;
  /** The same from grade A alone, and from A and B. */
  @Column({ type: 'int', nullable: true }) realisationBpA: number | null;
  @Column({ type: 'int', nullable: true, name: 'realisation_bp_ab' }) realisationBpAB: number | null;
  @Text({ nullable: true }) weighting: string | null;
  @Column({ type: 'int' }) quantifiedLines: number;
  @Column({ type: 'int' }) totalLines: number;
  @Flag() anyAccepted: boolean;
  @Column({ type: 'int', array: true }) seasonMonths: number[];
  @BusinessDate({ nullable: true }) validFrom: string | null;
  @Text() nextActor: string;
  @Text() nextStep: string;
  @Instant() nextSince: Date;
  @Instant() updatedAt: Date;
}
