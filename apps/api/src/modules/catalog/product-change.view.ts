import type { GradeClaim } from './product-parts.js';
import type { CooperativeView, ProductGroup } from './catalog.view.js';

export const PRODUCT_CHANGE_STATES = ['PENDING', 'APPLIED', 'DECLINED', 'WITHDRAWN'] as const;

/** What a product claims, or wants to; null where it says nothing. */
export interface ProductClaimsView {
  readonly nameVi: string | null;
  readonly nameEn: string | null;
  readonly group: ProductGroup | null;
  readonly subgroup: string | null;
  readonly description: string | null;
  readonly story: string | null;
  readonly origin: string | null;
  readonly originCommuneCode: string | null;
  readonly originCommuneName: string | null;
  readonly traceabilityUrl: string | null;
  readonly photoFileId: string | null;
  readonly photoUrl: string | null;
  readonly grades: GradeClaim[];
}

export interface ProductChangeView {
  readonly id: string;
  readonly status: (typeof PRODUCT_CHANGE_STATES)[number];
  /** The names of the fields that differ, as in ProductClaims. */
  readonly fields: string[];
  readonly before: ProductClaimsView;
  readonly after: ProductClaimsView;
  readonly reason: string | null;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly hasPrice: boolean;
  readonly product: { readonly id: string; readonly slug: string; readonly nameVi: string; readonly baseUnit: string };
  readonly cooperative: CooperativeView;
}
