import type { OrderRequestState, StandingDayState, StandingStage } from '@lienket/domain';
import type { ContractRef } from '../../agreements/index.js';
import type { OfferedAction } from '../order-actions.js';
import type { OrderStatusName } from '../order.view.js';
import type { SheetLineView } from '../templates/order-template.view.js';

export interface StandingOrderSummaryView {
  readonly id: string;
  readonly name: string;
  readonly stage: StandingStage;
  readonly sellers: string;
  readonly lineCount: number;
  readonly contract: ContractRef | null;
  readonly weekdays: number[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly leadDays: number;
  /** The next day of delivery that is still to be placed. */
  readonly nextDay: string | null;
  readonly placed: number;
  /** Days that wait for somebody because they could not be placed. */
  readonly failed: number;
  readonly responsibleName: string;
  readonly isDemo: boolean;
}

/** When and what from a day on. */
export interface StandingRuleView {
  readonly id: string;
  readonly number: number;
  readonly weekdays: number[];
  readonly validFrom: string;
  /** The last day it holds: its own, or the day before the next change. */
  readonly until: string;
  readonly leadDays: number;
  readonly maxTotal: bigint | null;
  readonly sellers: string;
  readonly lineCount: number;
  readonly holds: 'PAST' | 'NOW' | 'COMING' | 'NEVER';
  readonly madeAt: Date;
  readonly madeByName: string;
}

export interface StandingSheetView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly version: number;
  readonly weekdays: number[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly leadDays: number;
  readonly maxTotal: bigint | null;
  readonly deliveryLocationId: string;
  readonly buyerPoNo: string | null;
  readonly contract: ContractRef | null;
  readonly earliest: string;
  readonly lines: SheetLineView[];
  readonly total: bigint;
}

export interface StandingDayAheadView {
  readonly day: string;
  readonly placesOn: string;
  readonly state: StandingDayState | null;
  readonly canPlace: boolean;
  readonly canSkip: boolean;
  readonly canRestore: boolean;
}

export interface StandingReasonView {
  readonly about: string | null;
  readonly text: string;
}

export interface StandingDayView extends Omit<StandingDayAheadView, 'state' | 'placesOn'> {
  readonly id: string;
  readonly state: StandingDayState;
  readonly reasons: StandingReasonView[];
  readonly decidedAt: Date;
  readonly decidedByName: string | null;
  readonly orderId: string | null;
  readonly groupId: string | null;
  readonly requestId: string | null;
  readonly number: string | null;
  readonly orderStatus: OrderStatusName | null;
  readonly requestState: OrderRequestState | null;
}

export interface StandingOrderView extends Omit<StandingOrderSummaryView, 'placed' | 'failed'> {
  readonly deliveryPlace: string;
  readonly buyerPoNo: string | null;
  readonly note: string | null;
  readonly maxTotal: bigint | null;
  readonly setUpAt: Date;
  readonly lines: SheetLineView[];
  readonly total: bigint;
  readonly gone: number;
  /** The latest first. */
  readonly rules: StandingRuleView[];
  readonly ahead: StandingDayAheadView[];
  readonly version: number;
  readonly availableActions: OfferedAction[];
}

export interface StandingOrderCreateCommand {
  readonly clientKey: string;
  readonly name: string;
  readonly templateId?: string | null;
  readonly orderId?: string | null;
  readonly weekdays: number[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly leadDays: number;
  readonly maxTotal?: bigint | null;
  readonly deliveryLocationId?: string | null;
  readonly buyerPoNo?: string | null;
}

export interface StandingOrderChangeCommand extends Omit<StandingOrderCreateCommand, 'name' | 'orderId'> {
  readonly id: string;
  readonly version: number;
  readonly ruleNumber: number;
  readonly lines?: { readonly position: number; readonly qty: string }[] | null;
}

export interface StandingOrderMoveCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

export interface StandingDayCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly day: string;
}
