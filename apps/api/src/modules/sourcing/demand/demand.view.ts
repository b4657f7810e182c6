import { DEMAND_STATES, DEMAND_VISIBILITIES, type DemandState, type DemandVisibility } from '@lienket/domain';
import type { ProductRef } from '../../catalog/index.js';
import type { OrganizationRef } from '../../registry/index.js';
import type { BasisName, OfferedAction } from '../rfq/rfq.view.js';

export { DEMAND_STATES, DEMAND_VISIBILITIES, type DemandState, type DemandVisibility };
export const PRODUCT_GROUPS = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'] as const;
export type GroupName = (typeof PRODUCT_GROUPS)[number];

export interface DemandAnswerView {
  readonly id: string;
  readonly seller: OrganizationRef;
  readonly product: ProductRef | null;
  readonly weeklyQty: string;
  readonly note: string | null;
  readonly answeredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly version: number;
}

export interface DemandPostView {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: DemandState;
  readonly mine: boolean;
  readonly buyer: OrganizationRef;
  readonly product: ProductRef | null;
  readonly productName: string | null;
  readonly productGroup: GroupName | null;
  readonly spec: string | null;
  readonly baseUnit: string;
  readonly weeklyQty: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly basis: BasisName;
  readonly deliveryPlace: string | null;
  readonly certificateKinds: string[];
  readonly visibility: DemandVisibility;
  readonly openUntil: string | null;
  readonly note: string | null;
  readonly closeReason: string | null;
  readonly publishedAt: Date | null;
  readonly isDemo: boolean;
  readonly version: number;
  /** Null for everybody but the buyer and the Alliance. */
  readonly answerCount: number | null;
  readonly ownAnswer: DemandAnswerView | null;
}

/** The page: with what only the buyer may read. */
export interface DemandPageView extends DemandPostView {
  readonly deliveryLocationId: string | null;
  readonly ceilingPrice: bigint | null;
  readonly chosen: OrganizationRef[];
  readonly answers: DemandAnswerView[];
  readonly availableActions: OfferedAction[];
}

export interface DemandSaveCommand {
  readonly clientKey: string;
  readonly id?: string | null;
  readonly version?: number | null;
  readonly title?: string | null;
  readonly productId?: string | null;
  readonly productName?: string | null;
  readonly productGroup?: GroupName | null;
  readonly spec?: string | null;
  readonly baseUnit: string;
  readonly weeklyQty: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly basis: BasisName;
  readonly deliveryLocationId?: string | null;
  readonly certificateKinds: readonly string[];
  readonly ceilingPrice?: bigint | null;
  readonly visibility: DemandVisibility;
  readonly chosenIds: readonly string[];
  readonly openUntil?: string | null;
  readonly note?: string | null;
}

export interface DemandActionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

export interface DemandAnswerCommand {
  readonly clientKey: string;
  readonly postId: string;
  readonly productId?: string | null;
  readonly weeklyQty: string;
  readonly note?: string | null;
}

export interface DemandQuestion {
  readonly mine?: boolean | null;
  readonly status?: readonly DemandState[] | null;
  readonly group?: GroupName | null;
  readonly search?: string | null;
  readonly month?: number | null;
  readonly unanswered?: boolean | null;
}
