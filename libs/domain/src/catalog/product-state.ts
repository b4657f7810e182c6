import type { Transitions } from '../shared/state-machine.js';

export type ProductState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'PAUSED' | 'ARCHIVED';
export type ProductAction = 'submit' | 'return' | 'publish' | 'pause' | 'resume' | 'archive';

/** The cooperative submits, pauses, resumes and archives; the Alliance publishes or returns with a comment. */
export const PRODUCT_TRANSITIONS: Transitions<ProductState, ProductAction> = {
  DRAFT: { submit: 'IN_REVIEW' },
  IN_REVIEW: { publish: 'PUBLISHED', return: 'DRAFT' },
  PUBLISHED: { pause: 'PAUSED', archive: 'ARCHIVED' },
  PAUSED: { resume: 'PUBLISHED', archive: 'ARCHIVED' },
  ARCHIVED: {},
};
