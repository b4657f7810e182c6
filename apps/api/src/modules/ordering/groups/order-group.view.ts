import type { OrderLineCommand, OrderSummaryView } from '../order.view.js';

export interface BasketInput {
  readonly sellerOrgId: string;
  readonly contractId?: string | null;
  /** The memorandum a spot order counts for from the start. */
  readonly linkMouId?: string | null;
  readonly lines: OrderLineCommand[];
}

export interface OrderGroupPlaceCommand {
  readonly clientKey: string;
  readonly buyerPoNo?: string | null;
  readonly requestedOn: string;
  readonly deliveryLocationId: string;
  readonly note?: string | null;
  readonly baskets: BasketInput[];
}

export interface OrderGroupSummaryView {
  readonly id: string;
  readonly number: string;
  readonly buyerPoNo: string | null;
  readonly placedAt: Date;
  readonly placedByName: string;
  readonly requestedOn: string;
  readonly orderCount: number;
  readonly lineCount: number;
  /** Orders whose seller has not answered, and orders that have ended. */
  readonly waiting: number;
  readonly ended: number;
  readonly orderedTotal: bigint;
  readonly confirmedTotal: bigint;
  readonly acceptedTotal: bigint;
  readonly isDemo: boolean;
}

export interface OrderGroupView extends OrderGroupSummaryView {
  readonly note: string | null;
  readonly orders: OrderSummaryView[];
}
