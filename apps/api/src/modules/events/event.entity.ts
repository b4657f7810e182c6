import { Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Text, Version } from '../../platform/database/columns.js';

@Entity('event')
@Index('event_code', ['code'], { unique: true })
export class Event {
  @Id() id: string;
  @Text() code: string;
  @Text() title: string;
  @BusinessDate() heldOn: string;
  @Text() host: string;
  @Text({ nullable: true }) chair: string | null;
  /** The notice that is the source; number and date of signature are blank in it and stay empty here. */
  @Text() sourceTitle: string;
  @Text({ nullable: true }) sourceNumber: string | null;
  @BusinessDate({ nullable: true }) sourceSignedOn: string | null;
  @Column({ type: 'int', nullable: true }) attendanceApprox: number | null;
  @Column({ type: 'int', nullable: true }) boothCount: number | null;
  /** Tables for meetings on the day; null: none were set up. */
  @Column({ type: 'int', nullable: true }) tableCount: number | null;
  /** Number of cooperatives and enterprises that signed; the number of memoranda is not in the notice. */
  @Column({ type: 'int', nullable: true }) signingPartyCount: number | null;
  /** Fictional: whatever its register brings in is marked as demo too. */
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
