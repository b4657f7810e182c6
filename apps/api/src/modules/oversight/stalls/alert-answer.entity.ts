import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** What an officer answered to an alert: why, what next, when to look again. Insert-only, the Alliance's own. */
@Entity('alert_answer')
@Index('alert_answer_alert', ['alertId', 'at'])
@Check('alert_answer_kind_known', `kind in ('ACKNOWLEDGE','SNOOZE')`)
export class AlertAnswer {
  @Id() id: string;
  @Ref('AgreementAlert') alertId: string;
  @Text() kind: string;
  @Text() reasonCode: string;
  @Text() nextStep: string;
  @BusinessDate() followUpOn: string;
  @Ref('User') answeredBy: string;
  @Instant() at: Date;
}
