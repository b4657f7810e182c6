import type { EvidenceLevel, MissingBecause, NextMover, ReadinessState } from '@lienket/domain';
import type { CertificateView, OrganizationRefView } from '../../registry/index.js';
import type { ProductGroup } from '../catalog.view.js';

export interface RequirementTypeView {
  readonly code: string;
  readonly name: string;
  readonly levels: EvidenceLevel[];
  readonly kinds: string[];
  readonly groups: ProductGroup[];
  readonly isUsual: boolean;
  readonly usualEvidence: EvidenceLevel;
}

export interface BuyerChecklistView {
  readonly id: string;
  readonly isTemplate: boolean;
  readonly version: number;
  readonly items: {
    readonly code: string;
    readonly evidence: EvidenceLevel;
    readonly onlyGroups: ProductGroup[];
    readonly note: string | null;
  }[];
}

export interface WaiverView {
  readonly id: string;
  readonly reason: string;
  readonly endsOn: string;
  readonly grantedByName: string;
}

export interface ReadinessItemView {
  readonly code: string;
  readonly name: string;
  readonly note: string | null;
  readonly state: ReadinessState;
  readonly asked: EvidenceLevel;
  readonly evidence: EvidenceLevel | null;
  readonly expiresOn: string | null;
  readonly because: MissingBecause | null;
  readonly nextMover: NextMover | null;
  readonly kinds: string[];
  readonly fact: string | null;
  readonly certificate: CertificateView | null;
  readonly scanUrl: string | null;
  readonly waiver: WaiverView | null;
}

export interface ProductReadinessView {
  readonly productId: string;
  readonly buyer: OrganizationRefView;
  readonly met: number;
  readonly required: number;
  readonly items: ReadinessItemView[];
}

export interface ProductRefView {
  readonly id: string;
  readonly slug: string;
  readonly nameVi: string;
  readonly baseUnit: string;
}

export interface ReadinessGapView {
  readonly code: string;
  readonly name: string;
  readonly kinds: string[];
  readonly fact: string | null;
  nextMover: NextMover;
  readonly buyers: string[];
  readonly products: ProductRefView[];
}

export interface ReadinessTableView {
  readonly columns: RequirementTypeView[];
  readonly rows: {
    readonly product: ProductRefView;
    readonly seller: OrganizationRefView;
    readonly met: number;
    readonly required: number;
    readonly cells: { readonly code: string; readonly state: ReadinessState; readonly nextMover: NextMover | null }[];
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
