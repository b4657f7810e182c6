import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A call, a visit, a promise: insert-only, the Alliance's own. */
@Entity('case_entry')
@Index('case_entry_mou', ['mouId', 'happenedOn'])
@Index('case_entry_promised', ['promisedFor'], { where: 'promised_for is not null' })
@Check('case_entry_kind_known', `kind in ('CALL','VISIT','MEETING','PROMISE','NOTE')`)
@Check('case_entry_promise_has_day', `(kind = 'PROMISE') = (promised_for is not null)`)
export class CaseEntry {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Text() kind: string;
  @BusinessDate() happenedOn: string;
  /** Whom it was with. */
  @Ref('Organization', { nullable: true }) withOrgId: string | null;
  @Text() text: string;
  @BusinessDate({ nullable: true }) promisedFor: string | null;
  @Ref('User') recordedBy: string;
  @Instant() recordedAt: Date;
}
