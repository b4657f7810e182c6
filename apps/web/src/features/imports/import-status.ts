import type { StepState, Tone } from '@lienket/ui';
import type { ImportStatus } from '../../gql/graphql';

export const importTones: Record<ImportStatus, Tone> = {
  UPLOADED: 'neutral',
  READING: 'info',
  MATCHING: 'warning',
  CHECKED: 'warning',
  COMMITTING: 'info',
  COMMITTED: 'success',
  REVERTED: 'neutral',
  REJECTED: 'danger',
  CANCELLED: 'neutral',
  FAILED: 'danger',
};

export const importSteps = ['upload', 'match', 'check', 'commit', 'result'] as const;

const at: Record<ImportStatus, number> = {
  UPLOADED: 1,
  READING: 2,
  MATCHING: 1,
  CHECKED: 2,
  COMMITTING: 3,
  COMMITTED: 4,
  REVERTED: 4,
  REJECTED: 0,
  CANCELLED: 2,
  FAILED: 3,
};

/** How far an import has come, step by step. */
export function stepStates(status: ImportStatus): StepState[] {
  const isRefused = status === 'REJECTED' || status === 'FAILED';
  return importSteps.map((_, index) =>
    index < at[status]
      ? 'done'
      : index > at[status]
        ? 'ahead'
        : isRefused
          ? 'error'
          : status === 'COMMITTED'
            ? 'done'
            : 'current',
  );
}

export const isMoving = (status: ImportStatus): boolean =>
  status === 'UPLOADED' || status === 'READING' || status === 'COMMITTING';
