import type { Tone } from '@lienket/ui';
import type { OrderRequestState } from '../../../gql/graphql';

export const requestTone: Record<OrderRequestState, Tone> = {
  WAITING: 'warning',
  PLACED: 'success',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
};
