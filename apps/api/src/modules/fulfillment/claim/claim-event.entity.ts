import { Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** The claim's diary, for both sides and the mediator. Insert-only; nobody's act is the clock's. */
@Entity('claim_event')
@Index('claim_event_claim', ['claimId', 'id'])
export class ClaimEvent {
  @Id() id: string;
  @Ref('Claim') claimId: string;
  /** OPEN, OFFER, AGREE, ESCALATE, PROPOSE, GIVE_UP, WITHDRAW, RESOLVE. */
  @Text() kind: string;
  @Instant() at: Date;
  @Ref('User', { nullable: true }) byUser: string | null;
  @Ref('Organization', { nullable: true }) byOrgId: string | null;
  @Text({ nullable: true }) note: string | null;
}
