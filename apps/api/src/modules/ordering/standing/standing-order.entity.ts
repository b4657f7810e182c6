import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A sheet that is ordered again on fixed weekdays of a season; when and what its rules say. */
@Entity('standing_order')
@Index('standing_order_buyer', ['buyerOrgId', 'id'])
@Index('standing_order_open', ['validTo'], { where: `state <> 'ENDED'` })
@Check('standing_order_state_known', `state in ('ACTIVE','PAUSED','ENDED')`)
@Check('standing_order_season_rising', 'valid_from <= valid_to')
export class StandingOrder {
  @Id() id: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() name: string;
  @Text({ default: 'ACTIVE' }) state: string;
  /** First and last day of the season over all rules, for the sweep and the lists. */
  @BusinessDate() validFrom: string;
  @BusinessDate() validTo: string;
  /** In whose name it is placed, under whose limits: who set it up, changed or resumed it last. */
  @Ref('User') responsibleId: string;
  @Instant() setUpAt: Date;
  @Flag() isDemo: boolean;
  @Version() version: number;
}
