import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Instant, Qty, Ref, Text } from '../../../platform/database/columns.js';

/** How a claim could end: the seller's answer, or the Alliance's proposal. Insert-only; a later one replaces it. */
@Entity('claim_offer')
@Index('claim_offer_number', ['claimId', 'n'], { unique: true })
@Check('claim_offer_side_known', `side in ('SELLER','ALLIANCE')`)
export class ClaimOffer {
  @Id() id: string;
  @Ref('Claim') claimId: string;
  @Column({ type: 'int' }) n: number;
  @Text() side: string;
  @Text({ nullable: true }) note: string | null;
  @Instant() at: Date;
  @Ref('User') byUser: string;
}

/** Shares of the price, never prices: the Alliance proposes without seeing them. Insert-only. */
@Entity('claim_offer_line')
@Index('claim_offer_line_once', ['offerId', 'claimLineId'], { unique: true })
@Check('claim_offer_line_outcome_known', `outcome in ('CREDIT_NOTE','REPLACEMENT','PRICE_CUT','RETURN','DISMISSED')`)
@Check('claim_offer_line_quantity', `(outcome = 'DISMISSED' and qty = 0) or (outcome <> 'DISMISSED' and qty > 0)`)
@Check(
  'claim_offer_line_cut',
  `(outcome = 'PRICE_CUT') = (cut_bp is not null) and (cut_bp is null or cut_bp between 1 and 10000)`,
)
export class ClaimOfferLine {
  @Id() id: string;
  @Ref('ClaimOffer') offerId: string;
  @Ref('ClaimLine') claimLineId: string;
  @Text() outcome: string;
  @Qty() qty: string;
  @Column({ type: 'int', nullable: true }) cutBp: number | null;
}
