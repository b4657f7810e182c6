import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A buyer's request for quotation. Invited cooperatives see it once it is sent, and never each other. */
@Entity('rfq')
@Index('rfq_number', ['number'], { unique: true })
@Index('rfq_buyer', ['buyerOrgId', 'id'])
@Check('rfq_status_known', `status in ('DRAFT','OPEN','CLOSED','AWARDED','CANCELLED')`)
@Check('rfq_basis_known', `basis in ('EXW','DC','STORE')`)
@Check('rfq_deadline_when_sent', `status = 'DRAFT' or status = 'CANCELLED' or (deadline_at is not null and sent_at is not null)`)
@Check('rfq_cancel_reason', `status <> 'CANCELLED' or cancel_reason is not null`)
export class Rfq {
  @Id() id: string;
  @Text() number: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() title: string;
  @Text({ default: 'DRAFT' }) status: string;
  /** Where the price should be compared: at the farm gate, the distribution centre or the store. */
  @Text() basis: string;
  @Ref('Location', { nullable: true }) deliveryLocationId: string | null;
  /** Name and address as they stood when the request was saved. */
  @Text({ nullable: true }) deliveryPlace: string | null;
  @BusinessDate({ nullable: true }) periodFrom: string | null;
  @BusinessDate({ nullable: true }) periodTo: string | null;
  @Instant({ nullable: true }) deadlineAt: Date | null;
  @Text({ nullable: true }) note: string | null;
  @Text({ nullable: true }) cancelReason: string | null;
  @Instant({ nullable: true }) sentAt: Date | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Instant({ nullable: true }) awardedAt: Date | null;
  @Ref('User') createdBy: string;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
