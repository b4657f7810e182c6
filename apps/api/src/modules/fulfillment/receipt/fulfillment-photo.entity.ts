import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** A picture that proves something between two sides: rejected goods, claimed goods, a hand-over. Insert-only. */
@Entity('fulfillment_photo')
@Index('fulfillment_photo_once', ['ownerType', 'ownerId', 'fileId'], { unique: true })
@Index('fulfillment_photo_file', ['fileId'])
@Check('fulfillment_photo_owner_known', `owner_type in ('RECEIPT_LINE','CLAIM_LINE','PROOF')`)
export class FulfillmentPhoto {
  @Id() id: string;
  @Text() ownerType: string;
  @Column({ type: 'uuid' }) ownerId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Ref('StoredFile') fileId: string;
  @Column({ type: 'int' }) position: number;
  @Instant() addedAt: Date;
}
