import type { NetTakeLine, PriceBasis } from '@lienket/domain';
import type { OrganizationRefView } from '../../registry/index.js';

export const PRICE_STATES = ['UPCOMING', 'STANDING', 'ENDED'] as const;
export type PriceState = (typeof PRICE_STATES)[number];

export interface ListPriceTierView {
  readonly minQty: string;
  readonly unitPrice: bigint;
  /** By the buyer's terms on the first day it holds, or today; null for everybody's price or without terms. */
  readonly netTake: { readonly net: bigint; readonly lines: readonly NetTakeLine[] } | null;
}

export interface ListPriceView {
  readonly id: string;
  readonly product: { readonly id: string; readonly slug: string; readonly nameVi: string; readonly baseUnit: string };
  readonly gradeId: string | null;
  readonly gradeName: string | null;
  readonly buyer: OrganizationRefView | null;
  readonly basis: PriceBasis;
  readonly validFrom: string;
  /** The last day, included. */
  readonly validTo: string | null;
  readonly state: PriceState;
  readonly tiers: ListPriceTierView[];
}

export interface CommercialTermsView {
  readonly id: string;
  readonly buyer: OrganizationRefView;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly frontBp: number;
  readonly rebateBp: number;
  readonly dcBp: number;
  readonly promoBp: number;
  readonly feePerUnit: bigint;
  readonly note: string | null;
}
