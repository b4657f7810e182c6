import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Qty, Ref } from '../../platform/database/columns.js';

/** What the parties plan to call off, by period; the pace is measured against it. */
@Entity('contract_schedule')
@Index('contract_schedule_period', ['contractLineId', 'periodFrom'], { unique: true })
@Check('contract_schedule_in_order', 'period_from <= period_to and qty > 0')
export class ContractSchedule {
  @Id() id: string;
  @Ref('ContractLine') contractLineId: string;
  @BusinessDate() periodFrom: string;
  @BusinessDate() periodTo: string;
  @Qty() qty: string;
}
