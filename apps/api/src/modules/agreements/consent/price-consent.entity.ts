import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Instant, Ref } from '../../../platform/database/columns.js';

/** One party's word that the Alliance may read the prices of this agreement; it holds only with the word of all sellers and buyers. */
@Entity('price_consent')
@Index('price_consent_standing', ['mouId', 'orgId'], { unique: true, where: 'revoked_at is null' })
@Check('price_consent_revoked_by_somebody', '(revoked_at is null) = (revoked_by is null)')
export class PriceConsent {
  @Id() id: string;
  @Ref('Mou') mouId: string;
  @Ref('Organization') orgId: string;
  @Ref('User') givenBy: string;
  @Instant() givenAt: Date;
  /** Last day on which it holds. */
  @BusinessDate() expiresOn: string;
  @Ref('User', { nullable: true }) revokedBy: string | null;
  @Instant({ nullable: true }) revokedAt: Date | null;
}
