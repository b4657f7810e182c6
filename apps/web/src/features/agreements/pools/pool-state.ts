import type { Tone } from '@lienket/ui';
import type { SupplyPoolState, SupplyShareStatus } from '../../../gql/graphql';

export const poolTones: Record<SupplyPoolState, Tone> = {
  FORMING: 'warning',
  AWAITING_BUYER: 'warning',
  OPEN: 'success',
  CLOSED: 'neutral',
};

export const shareTones: Record<SupplyShareStatus, Tone> = {
  OFFERED: 'warning',
  COMMITTED: 'success',
  DECLINED: 'danger',
  RELEASED: 'neutral',
};
