import type { Tone } from '@lienket/ui';
import type { ChannelState } from '../../gql/graphql';

export const channelTone: Record<ChannelState, Tone> = {
  PREPARING: 'info',
  WAITING: 'warning',
  SELLING: 'success',
  PAUSED: 'neutral',
  REMOVED: 'neutral',
};
