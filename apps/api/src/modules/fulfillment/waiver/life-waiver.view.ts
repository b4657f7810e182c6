import type { LifeWaiverOrigin, LifeWaiverState } from '@lienket/domain';
import type { OfferedAction } from '../../ordering/index.js';

export interface LifeWaiverView {
  readonly id: string;
  readonly orderId: string;
  readonly orderLineId: string | null;
  readonly origin: LifeWaiverOrigin;
  readonly lotCode: string | null;
  readonly goods: string;
  readonly expiresOn: string | null;
  readonly arrivesOn: string | null;
  readonly minDays: number;
  readonly leastDays: number | null;
  readonly status: LifeWaiverState;
  readonly note: string | null;
  readonly askedByName: string | null;
  readonly askedAt: Date | null;
  readonly reason: string | null;
  readonly validUntil: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface LifeWaiverAskCommand {
  readonly clientKey: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly wholeOrder: boolean;
  readonly lotCode: string;
  readonly arrivesOn: string;
  readonly note: string;
}

export interface LifeWaiverOfferCommand {
  readonly clientKey: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly lotCode?: string | null;
  readonly leastDays: number;
  readonly validUntil: string;
  readonly reason: string;
}

/** Days of life the rules ask for on arrival of an order line. */
export interface LineLifeView {
  readonly orderLineId: string;
  readonly minDays: number;
}

export interface LifeWaiverDecideCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
  readonly validUntil?: string | null;
}
