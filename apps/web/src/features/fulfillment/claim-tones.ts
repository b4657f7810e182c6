import type { Tone } from '@lienket/ui';
import type { ClaimStatus, ReceiptStatus } from '../../gql/graphql';

export const claimTones: Record<ClaimStatus, Tone> = {
  OPEN: 'warning',
  ANSWERED: 'info',
  MEDIATION: 'warning',
  RESOLVED: 'success',
  UNRESOLVED: 'danger',
  WITHDRAWN: 'neutral',
};

export const receiptTones: Record<ReceiptStatus, Tone> = {
  POSTED: 'info',
  DISPUTED: 'warning',
  FINAL: 'success',
  VOIDED: 'danger',
};
