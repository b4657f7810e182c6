import type { Tone } from '@lienket/ui';
import type { PoolShareStatus, QuoteStatus, RfqStatus } from '../../gql/graphql';

export const rfqTone: Record<RfqStatus, Tone> = {
  DRAFT: 'neutral',
  OPEN: 'info',
  CLOSED: 'warning',
  AWARDED: 'success',
  CANCELLED: 'neutral',
};

export const quoteTone: Record<QuoteStatus, Tone> = {
  DRAFT: 'warning',
  SENT: 'info',
  COUNTERED: 'warning',
  ACCEPTED: 'success',
  REJECTED: 'neutral',
  WITHDRAWN: 'neutral',
  EXPIRED: 'danger',
};

export const shareTone: Record<PoolShareStatus, Tone> = { OFFERED: 'warning', COMMITTED: 'success', DECLINED: 'neutral' };
