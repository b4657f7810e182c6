import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** A memorandum: intent, never debt. Its rung is derived (`MouProgress`), its status follows the state machine in the domain. */
@Entity('mou')
@Index('mou_register_no', ['eventId', 'registerNo'], { unique: true })
@Index('mou_event', ['eventId'])
@Index('mou_unsigned', ['status', 'id'], { where: `status in ('DRAFT','SIGNING')` })
@Index('mou_party_orgs', { synchronize: false })
@Index('mou_renewed_from', ['renewedFromId'], { where: 'renewed_from_id is not null' })
@Check('mou_outcome_known', `outcome in ('FULFILLED','PARTLY','UNSUCCESSFUL','CANCELLED')`)
@Check('mou_status_known', `status in ('DRAFT','SIGNING','SIGNED','IN_FORCE','SUSPENDED','CLOSED','EXPIRED','LAPSED')`)
@Check('mou_validity_in_order', 'valid_to is null or valid_from is null or valid_from <= valid_to')
export class Mou {
  @Id() id: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  @Text() registerNo: string;
  @Text() title: string;
  @Text({ default: 'DRAFT' }) status: string;
  /** FULFILLED, PARTLY, UNSUCCESSFUL or CANCELLED once closed. */
  @Text({ nullable: true }) outcome: string | null;
  /** The day of the last mandatory signature. */
  @BusinessDate({ nullable: true }) signedOn: string | null;
  @BusinessDate({ nullable: true }) validFrom: string | null;
  @BusinessDate({ nullable: true }) validTo: string | null;
  /** FIXED, FLOOR, MARKET, INDEXED or PER_ORDER. */
  @Text({ default: 'PER_ORDER' }) pricePrinciple: string;
  @Text({ nullable: true }) qualityTerms: string | null;
  /** All parties, copied from `MouParty` at every change, so that row-level security needs no join. */
  @Column({ type: 'uuid', array: true }) partyOrgIds: string[];
  /** Register number, title and names of the parties without diacritics, for the board's search. */
  @Text({ default: '' }) searchText: string;
  @Ref('StoredFile', { nullable: true }) documentFileId: string | null;
  /** SHA-256 of the signed scan; a signature names the hash it was given for. */
  @Text({ nullable: true }) documentSha256: string | null;
  /** The memorandum that this one carries on. */
  @Ref('Mou', { nullable: true }) renewedFromId: string | null;
  @Ref('User') createdBy: string;
  @Ref('Organization') createdByOrgId: string;
  @Instant() recordedAt: Date;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
