import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** One step of a credit agreement, dated by who took it. Rows are only added. */
@Entity('credit_step')
@Index('credit_step_agreement', ['agreementId', 'at'])
@Check('credit_step_known', `step in ('confirm','file','appraise','approve','refuse','grant','close','lapse','withdraw')`)
@Check('credit_step_assisted_by_other', 'for_org_id is null or for_org_id <> by_org_id')
export class CreditStepRow {
  @Id() id: string;
  @Ref('CreditAgreement') agreementId: string;
  @Text() step: string;
  @Text() toStatus: string;
  @BusinessDate() happenedOn: string;
  /** The limit, with `grant`. */
  @Dong({ nullable: true }) amount: bigint | null;
  @Text({ nullable: true }) reason: string | null;
  @Text({ nullable: true }) note: string | null;
  @Text({ nullable: true }) docNo: string | null;
  @Ref('Organization') byOrgId: string;
  /** Assisted mode: the side the Alliance wrote for. */
  @Ref('Organization', { nullable: true }) forOrgId: string | null;
  @Ref('User', { nullable: true }) byUser: string | null;
  @Instant() at: Date;
}
