import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BusinessDate } from '../../../platform/database/columns.js';

/** The day for which the alerts of a memorandum were last computed; the audit recomputes them for that same day. */
@Entity('stall_evaluation')
export class StallEvaluation {
  @ForeignKey('Mou') @PrimaryColumn({ type: 'uuid' }) mouId: string;
  @BusinessDate() evaluatedOn: string;
}
