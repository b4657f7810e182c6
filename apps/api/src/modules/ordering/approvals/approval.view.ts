import type { LimitPeriod, OrderRequestState, Role } from '@lienket/domain';
import type { OfferedAction } from '../order-actions.js';

export interface PurchaseLimit {
  readonly id: string;
  readonly userId: string | null;
  readonly personName: string | null;
  readonly role: Role | null;
  readonly perOrder: bigint | null;
  readonly perPeriod: bigint | null;
  readonly period: LimitPeriod | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly spent: bigint | null;
  readonly periodTo: string | null;
  readonly inForce: boolean;
  readonly setByName: string;
  readonly version: number;
}

export interface OrderingPerson {
  readonly userId: string;
  readonly name: string;
}

export interface OrderRequestLine {
  readonly seller: string;
  readonly description: string;
  readonly packName: string;
  readonly qty: string;
  readonly unit: string;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly placeName: string;
  readonly requestedOn: string;
}

export interface LimitBreach {
  readonly kind: 'ORDER' | 'PERIOD';
  readonly period: LimitPeriod | null;
  readonly allowed: bigint;
  readonly spent: bigint | null;
  readonly amount: bigint;
}

export interface OrderRequestSummary {
  readonly id: string;
  readonly state: OrderRequestState;
  readonly sellers: string;
  readonly lineCount: number;
  readonly total: bigint;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly isDemo: boolean;
}

export interface OrderRequest extends OrderRequestSummary {
  readonly lines: OrderRequestLine[];
  readonly breaches: LimitBreach[];
  readonly orderId: string | null;
  readonly groupId: string | null;
  readonly poolId: string | null;
  readonly version: number;
  readonly availableActions: OfferedAction[];
}
