import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** Somebody of the bank saw a pack. Rows are only added, in the transaction that hands the figures out. */
@Entity('evidence_view')
@Index('evidence_view_consent', ['consentId', 'id'])
@Check('evidence_view_form_known', `form in ('SCREEN','JSON','PDF')`)
export class EvidenceView {
  @Id() id: string;
  @Ref('EvidencePackRow') packId: string;
  @Ref('EvidenceConsent') consentId: string;
  @Ref('Organization') bankOrgId: string;
  @Ref('Organization') borrowerOrgId: string;
  @Text() form: string;
  @Ref('User') byUser: string;
  @Instant() at: Date;
}
