import type { Tone } from '@lienket/ui';
import type { ProductStatus } from '../../gql/graphql';

export const statusTones: Record<ProductStatus, Tone> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'warning',
  PUBLISHED: 'success',
  PAUSED: 'info',
  ARCHIVED: 'neutral',
};
