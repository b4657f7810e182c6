import type { Tone } from '@lienket/ui';
import type { TripLoadState, TripMemberStatus, TripState } from '../../../gql/graphql';

export const tripTones: Record<TripState, Tone> = {
  PLANNED: 'neutral',
  LOADING: 'warning',
  ON_THE_ROAD: 'info',
  DONE: 'success',
  CANCELLED: 'danger',
};
export const loadTones: Record<TripLoadState, Tone> = { BOOKED: 'neutral', ON_BOARD: 'info', OFF: 'success' };
export const memberTones: Record<TripMemberStatus, Tone> = {
  INVITED: 'warning',
  JOINED: 'success',
  DECLINED: 'danger',
  DROPPED: 'danger',
};
