import type { LifeWaiverState } from '@lienket/domain';
import type { OfferedAction } from '../../ordering/index.js';

export interface LifeWaiverView {
  readonly id: string;
  readonly orderId: string;
  readonly orderLineId: string | null;
  readonly lotCode: string;
  readonly goods: string;
  readonly expiresOn: string;
  readonly arrivesOn: string;
  readonly minDays: number;
  readonly status: LifeWaiverState;
  readonly note: string;
  readonly askedByName: string;
  readonly askedAt: Date;
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

export interface LifeWaiverDecideCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
  readonly validUntil?: string | null;
}
