import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Ref, Text } from '../../../platform/database/columns.js';

/** A duty other than volume: a visit, a trial shelf, a label, a training. Where it stands follows from `ObligationEvent`. */
@Entity('mou_obligation')
@Index('mou_obligation_number', ['mouId', 'obligationNo'], { unique: true })
@Index('mou_obligation_due', ['dueOn'])
@Check('mou_obligation_named', `title <> ''`)
export class MouObligation {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Column({ type: 'int' }) obligationNo: number;
  @Text() title: string;
  @Ref('Organization') obligedOrgId: string;
  @BusinessDate() dueOn: string;
}
