import type { EvidencePack } from '@lienket/domain';
import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../../platform/database/columns.js';

/** Figures as they were at the cut-off, with their hash. Never changed; newer figures are another pack. */
@Entity('evidence_pack')
@Index('evidence_pack_consent', ['consentId', 'id'])
@Check('evidence_pack_hash', 'length(sha256) = 64')
export class EvidencePackRow {
  @Id() id: string;
  @Ref('EvidenceConsent') consentId: string;
  @Ref('Organization') bankOrgId: string;
  @Ref('Organization') borrowerOrgId: string;
  @Instant() cutOff: Date;
  @Column({ type: 'jsonb' }) content: EvidencePack;
  @Text() sha256: string;
  @Ref('User') madeBy: string;
}
