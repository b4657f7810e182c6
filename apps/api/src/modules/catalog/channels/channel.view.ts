import { CHANNEL_STATES, type ChannelAction, type ChannelState } from '@lienket/domain';
import type { OrganizationRef } from '../../registry/index.js';

export { CHANNEL_STATES, type ChannelState };
export const CHANNEL_ACTIONS = [
  'submit',
  'return',
  'sell',
  'pause',
  'remove',
  'restart',
] as const satisfies readonly ChannelAction[];

export interface ChannelPlatformView {
  readonly code: string;
  readonly name: string;
  readonly hosts: string[];
}

export interface ChannelStepView {
  readonly code: string;
  readonly text: string;
  readonly doneAt: Date | null;
}

export interface ChannelSaleView {
  readonly month: string;
  readonly qty: string | null;
  readonly note: string | null;
}

export interface ChannelCallView {
  readonly id: string;
  readonly note: string;
  readonly calledBy: string;
  readonly calledAt: Date;
}

export interface ChannelListingView {
  readonly id: string;
  readonly productId: string;
  readonly productName: string;
  readonly baseUnit: string;
  readonly cooperative: OrganizationRef;
  readonly platform: ChannelPlatformView;
  readonly url: string | null;
  readonly state: ChannelState;
  readonly lastCheckedOn: string | null;
  readonly lastCheckedBy: string | null;
  readonly lastCheckNote: string | null;
  readonly movedAt: Date;
  readonly stalledDays: number | null;
  readonly steps: ChannelStepView[];
  readonly sales: ChannelSaleView[];
  readonly calls: ChannelCallView[];
  readonly actions: ChannelAction[];
  readonly isDemo: boolean;
  readonly version: number;
}

export interface ChannelLinkView {
  readonly platform: string;
  readonly url: string;
}

export interface ChannelAddCommand {
  readonly clientKey: string;
  readonly productId: string;
  readonly platformCode: string;
  readonly url?: string | null;
}

export interface ChannelChangeCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly url?: string | null;
  readonly action?: ChannelAction | null;
}

export interface ChannelStepCommand {
  readonly clientKey: string;
  readonly listingId: string;
  readonly stepCode: string;
  readonly done: boolean;
}

export interface ChannelCheckCommand {
  readonly clientKey: string;
  readonly listingId: string;
  readonly checkedOn: string;
  readonly note?: string | null;
}

export interface ChannelSaleCommand {
  readonly clientKey: string;
  readonly listingId: string;
  /** Any day of the month. */
  readonly month: string;
  readonly qty?: string | null;
  readonly note?: string | null;
}

export interface ChannelCallCommand {
  readonly clientKey: string;
  readonly listingId: string;
  readonly note: string;
}
