import type { ProductRef } from '../../catalog/index.js';
import type { OrganizationRef } from '../../registry/index.js';
import type { BasisName, OfferedAction } from '../rfq/rfq.view.js';

export const AWARD_STATES = ['PROPOSED', 'DONE', 'RETURNED'] as const;
export type AwardStateName = (typeof AWARD_STATES)[number];
export const AWARD_USES = ['ORDER', 'CONTRACT'] as const;
export type AwardUseName = (typeof AWARD_USES)[number];

export interface AwardLineView {
  readonly id: string;
  readonly rfqId: string;
  readonly rfqNumber: string;
  readonly rfqLineId: string;
  readonly quoteLineId: string;
  readonly seller: OrganizationRef;
  readonly buyer: OrganizationRef;
  /** Of a joint quote: who led it. */
  readonly lead: OrganizationRef | null;
  readonly product: ProductRef | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSize: string;
  readonly qty: string;
  readonly unitPrice: bigint;
  readonly freightPerUnit: bigint | null;
  readonly amount: bigint;
  readonly basis: BasisName;
  readonly leadDays: number;
  readonly usedByType: AwardUseName | null;
  readonly usedById: string | null;
  readonly awardedAt: Date;
}

export interface AwardView {
  readonly id: string;
  readonly status: AwardStateName;
  readonly total: bigint;
  readonly note: string | null;
  readonly allowOver: boolean;
  readonly picks: { readonly quoteLineId: string; readonly qty: string }[];
  readonly proposedAt: Date;
  readonly proposedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly returnReason: string | null;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}
