import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** What a bank paid out. Rows are only added; a mistake is taken back by its opposite. */
@Entity('credit_disbursement')
@Index('credit_disbursement_agreement', ['agreementId', 'at'])
@Index('credit_disbursement_undone_once', ['reversesId'], { unique: true, where: 'reverses_id is not null' })
@Check('credit_disbursement_sign', 'amount <> 0 and (amount < 0) = (reverses_id is not null)')
export class CreditDisbursement {
  @Id() id: string;
  @Ref('CreditAgreement') agreementId: string;
  @Ref('Organization') bankOrgId: string;
  @Ref('Organization') borrowerOrgId: string;
  @Dong() amount: bigint;
  @BusinessDate() paidOn: string;
  @Text({ nullable: true }) docNo: string | null;
  @Text({ nullable: true }) note: string | null;
  @Ref('CreditDisbursement', { nullable: true }) reversesId: string | null;
  @Ref('Organization') byOrgId: string;
  @Ref('User') byUser: string;
  @Instant() at: Date;
}
