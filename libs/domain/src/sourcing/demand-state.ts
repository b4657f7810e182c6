import type { LocalDate } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';

/** What is stored; EXPIRED is told by the calendar alone. */
export const DEMAND_STORED_STATES = ['DRAFT', 'OPEN', 'CLOSED'] as const;
export type DemandStoredState = (typeof DEMAND_STORED_STATES)[number];

export const DEMAND_STATES = [...DEMAND_STORED_STATES, 'EXPIRED'] as const;
export type DemandState = (typeof DEMAND_STATES)[number];
export type DemandAction = 'edit' | 'publish' | 'close' | 'answer';

/** A buyer's "cần mua". What expired can be closed, with the word why; a new need is a new post. */
export const DEMAND_TRANSITIONS: Transitions<DemandState, DemandAction> = {
  DRAFT: { edit: 'DRAFT', publish: 'OPEN', close: 'CLOSED' },
  OPEN: { close: 'CLOSED', answer: 'OPEN' },
  EXPIRED: { close: 'CLOSED' },
  CLOSED: {},
};

/** What the post is on `today`: open after its last day for answers is expired, whether or not anybody wrote it down. */
export function demandStateOn(
  post: { readonly state: DemandStoredState; readonly openUntil: LocalDate | null },
  today: LocalDate,
): DemandState {
  return post.state === 'OPEN' && post.openUntil !== null && post.openUntil < today ? 'EXPIRED' : post.state;
}

export const DEMAND_VISIBILITIES = ['PUBLIC', 'SELLERS', 'CHOSEN'] as const;
export type DemandVisibility = (typeof DEMAND_VISIBILITIES)[number];
