import type { OrganizationStatus } from '../../gql/graphql';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const tones: Record<OrganizationStatus, Tone> = {
  DRAFT: 'neutral',
  PENDING: 'warning',
  ACTIVE: 'success',
  SUSPENDED: 'danger',
  CLOSED: 'neutral',
  MERGED: 'neutral',
};

/** The colour of an organization's state; the word always stands beside it. */
export const organizationTone = (status: OrganizationStatus): Tone => tones[status];
