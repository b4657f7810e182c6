import type { Tone } from '@lienket/ui';
import type { DutyState } from '../../gql/graphql';

export const dutyTone: Readonly<Record<DutyState, Tone>> = {
  UNKNOWN: 'neutral',
  IN_PROGRESS: 'info',
  DONE: 'success',
  NOT_DONE: 'warning',
};
