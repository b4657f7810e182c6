import type { Tone } from '@lienket/ui';
import type { ContractStatus } from '../../gql/graphql';

export const contractTones: Record<ContractStatus, Tone> = {
  DRAFT: 'neutral',
  NEGOTIATING: 'warning',
  SIGNED: 'info',
  ACTIVE: 'success',
  SUSPENDED: 'warning',
  TERMINATED: 'danger',
  COMPLETED: 'neutral',
};
