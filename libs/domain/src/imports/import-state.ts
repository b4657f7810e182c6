import type { Transitions } from '../shared/state-machine.js';

export const IMPORT_STATES = [
  'UPLOADED',
  'READING',
  'MATCHING',
  'CHECKED',
  'COMMITTING',
  'COMMITTED',
  'REVERTED',
  'REJECTED',
  'CANCELLED',
  'FAILED',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export type ImportAction =
  'read' | 'ask' | 'match' | 'check' | 'commit' | 'recheck' | 'finish' | 'revert' | 'reject' | 'cancel' | 'fail';

/** A file is read, its columns are matched, every row is checked without effect; only then a person lets it change anything. */
export const IMPORT_TRANSITIONS: Transitions<ImportState, ImportAction> = {
  UPLOADED: { read: 'READING', cancel: 'CANCELLED', reject: 'REJECTED', fail: 'FAILED' },
  READING: { ask: 'MATCHING', check: 'CHECKED', cancel: 'CANCELLED', reject: 'REJECTED', fail: 'FAILED' },
  MATCHING: { match: 'READING', cancel: 'CANCELLED' },
  CHECKED: { match: 'READING', commit: 'COMMITTING', cancel: 'CANCELLED' },
  COMMITTING: { finish: 'COMMITTED', recheck: 'READING', cancel: 'CANCELLED', fail: 'FAILED' },
  COMMITTED: { revert: 'REVERTED' },
  REVERTED: {},
  REJECTED: {},
  CANCELLED: {},
  FAILED: {},
};

/** An import may be taken back this long after it went in. */
export const IMPORT_UNDO_HOURS = 24;
