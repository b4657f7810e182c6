import type { StepState, Tone } from '@lienket/ui';
import type { RegisterStatus } from '../../gql/graphql';

export const registerTones: Record<RegisterStatus, Tone> = {
  UPLOADED: 'info',
  VALIDATED: 'warning',
  SUBMITTED: 'warning',
  APPROVED: 'info',
  COMMITTED: 'success',
  REVERTED: 'neutral',
  REJECTED: 'danger',
  WITHDRAWN: 'neutral',
};

export const registerSteps = ['read', 'check', 'approve', 'commit'] as const;

const at: Record<RegisterStatus, number> = {
  UPLOADED: 0,
  VALIDATED: 1,
  SUBMITTED: 2,
  APPROVED: 3,
  COMMITTED: 4,
  REVERTED: 4,
  REJECTED: 0,
  WITHDRAWN: 1,
};

/** How far a register has come. */
export const stepStates = (status: RegisterStatus): StepState[] =>
  registerSteps.map((_, index) =>
    index < at[status] ? 'done' : index > at[status] ? 'ahead' : status === 'REJECTED' ? 'error' : 'current',
  );

export const isMoving = (status: RegisterStatus): boolean => status === 'UPLOADED' || status === 'APPROVED';
