import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** One party's word on a proposal; insert-only, once each. */
@Entity('agreement_proposal_answer')
@Index('agreement_proposal_answer_once', ['proposalId', 'orgId'], { unique: true })
@Check('agreement_proposal_answer_known', `answer in ('CONSENT','OBJECT')`)
@Check('agreement_proposal_answer_reason', `answer = 'CONSENT' or reason is not null`)
export class ProposalAnswer {
  @Id() id: string;
  @Ref('AgreementProposal') proposalId: string;
  @Ref('Organization') orgId: string;
  @Ref('User') userId: string;
  @Text() answer: string;
  @Text({ nullable: true }) reason: string | null;
  @Instant() at: Date;
}
