import { Check, Entity, PrimaryColumn } from 'typeorm';
import { Qty, Text } from '../../platform/database/columns.js';

/** Rollup of the commitment ledger for one line, written under its row lock in the transaction of the entry; `audit` proves it. */
@Entity('agreement_line_total')
@Check('agreement_line_total_kind_known', `line_kind in ('MOU','CONTRACT')`)
@Check('agreement_line_total_not_negative', 'called_off >= 0 and dispatched >= 0 and accepted >= 0 and rejected >= 0')
export class AgreementLineTotal {
  @PrimaryColumn({ type: 'uuid' }) lineId: string;
  @Text() lineKind: string;
  @Qty({ nullable: true }) committed: string | null;
  @Qty({ default: '0' }) calledOff: string;
  @Qty({ default: '0' }) dispatched: string;
  @Qty({ default: '0' }) accepted: string;
  @Qty({ default: '0' }) rejected: string;
  @Qty({ default: '0' }) invoiced: string;
  @Qty({ default: '0' }) paid: string;
}
