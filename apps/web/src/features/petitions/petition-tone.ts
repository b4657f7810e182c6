import type { Tone } from '@lienket/ui';
import type { PetitionStatus } from '../../gql/graphql';

export const petitionTone: Record<PetitionStatus, Tone> = {
  RECEIVED: 'neutral',
  CLASSIFIED: 'neutral',
  ASSIGNED: 'info',
  ANSWERED_IN_REPORT: 'info',
  DRAFT_ANSWER: 'info',
  OFFICIAL_ANSWER: 'success',
  ACCEPTED: 'success',
  NOT_SATISFIED: 'warning',
  MERGED: 'neutral',
};
