import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Instant, Ref, Text, Version } from '../../platform/database/columns.js';

/** An organization's word that the Alliance may act in its name: what, why, from when, until when. */
@Entity('mandate')
@Index('mandate_org', ['orgId', 'id'])
@Index('mandate_ends', ['endsOn'], { where: 'revoked_at is null' })
@Check('mandate_way_known', `way in ('IN_APP','PHONE','PAPER')`)
@Check('mandate_scopes_known', `scopes <> '{}' and scopes <@ array['PRODUCTS','ORDERS','DISPATCH']`)
@Check('mandate_days', 'ends_on >= starts_on')
@Check('mandate_recorded_with_evidence', `way = 'IN_APP' or (evidence_file_id is not null and given_by is not null)`)
@Check('mandate_checked_by_another', 'checked_by is null or checked_by <> recorded_by')
@Check('mandate_revoked_whole', '(revoked_at is null) = (revoked_by is null)')
export class Mandate {
  @Id() id: string;
  /** Who is helped. */
  @Ref('Organization') orgId: string;
  @Ref('Organization') allianceOrgId: string;
  @Column({ type: 'text', array: true }) scopes: string[];
  @Text() way: string;
  @Text() reason: string;
  @BusinessDate() startsOn: string;
  @BusinessDate() endsOn: string;
  /** Who of the organization gave it by telephone or on paper. */
  @Text({ nullable: true }) givenBy: string | null;
  @Ref('StoredFile', { nullable: true }) evidenceFileId: string | null;
  /** The director who gave it in the system, else the officer who wrote it down. */
  @Ref('User') recordedBy: string;
  @Ref('User', { nullable: true }) checkedBy: string | null;
  @Instant({ nullable: true }) checkedAt: Date | null;
  @Ref('User', { nullable: true }) revokedBy: string | null;
  @Instant({ nullable: true }) revokedAt: Date | null;
  @Text({ nullable: true }) revokeReason: string | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}
