import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A question or an answer between the buyer and one invited cooperative; nobody else reads it. */
@Entity('rfq_message')
@Index('rfq_message_thread', ['rfqId', 'sellerOrgId', 'id'])
@Check('rfq_message_from_a_side', 'from_org_id in (seller_org_id, buyer_org_id)')
@Check('rfq_message_says_something', 'length(body) > 0 or file_id is not null')
export class RfqMessage {
  @Id() id: string;
  @Ref('Rfq') rfqId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('Organization') fromOrgId: string;
  @Ref('User') authorId: string;
  @Text() body: string;
  @Ref('StoredFile', { nullable: true }) fileId: string | null;
  @Instant() at: Date;
}
