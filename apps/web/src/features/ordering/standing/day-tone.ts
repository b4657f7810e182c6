import type { Tone } from '@lienket/ui';
import type { StandingDayState } from '../../../gql/graphql';

export const dayTone: Record<StandingDayState, Tone> = {
  PLACED: 'success',
  ASKED: 'warning',
  FAILED: 'danger',
  SKIPPED: 'neutral',
  PAUSED: 'neutral',
};
