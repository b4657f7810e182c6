import { Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** Proof of delivery: who took the goods over, drawn by hand on a phone, and how they stood there. One for each shipment. */
@Entity('delivery_proof')
@Index('delivery_proof_shipment', ['shipmentId'], { unique: true })
export class DeliveryProof {
  @Id() id: string;
  @Ref('Shipment') shipmentId: string;
  @Ref('Organization') sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() receiverName: string;
  @Ref('StoredFile') signatureFileId: string;
  @Text({ nullable: true }) note: string | null;
  /** By the phone, where it was sent later: told, never reckoned with. */
  @Instant({ nullable: true }) signedAt: Date | null;
  @Instant() recordedAt: Date;
  @Ref('User') recordedBy: string;
}
