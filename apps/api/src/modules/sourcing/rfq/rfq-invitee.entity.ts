import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** One cooperative's invitation and its answer when it cannot quote; each reads its own row only. */
@Entity('rfq_invitee')
@Index('rfq_invitee_once', ['rfqId', 'sellerOrgId'], { unique: true })
@Index('rfq_invitee_seller', ['sellerOrgId', 'rfqId'])
@Check('rfq_invitee_decline_reason', '(declined_at is null) = (decline_reason is null)')
export class RfqInvitee {
  @Id() id: string;
  @Ref('Rfq') rfqId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  /** Empty while the request is a draft: the cooperative knows nothing of it yet. */
  @Instant({ nullable: true }) invitedAt: Date | null;
  @Instant({ nullable: true }) seenAt: Date | null;
  @Instant({ nullable: true }) declinedAt: Date | null;
  @Text({ nullable: true }) declineReason: string | null;
}
