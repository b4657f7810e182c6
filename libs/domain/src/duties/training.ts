import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

export const TRAINING_KINDS = ['TRAINING', 'GUIDANCE'] as const;
export type TrainingKind = (typeof TRAINING_KINDS)[number];

export type TrainingRefusal =
  | { readonly code: 'TRAINING_TOPIC_MISSING' }
  | { readonly code: 'TRAINING_IN_FUTURE' }
  | { readonly code: 'TRAINING_NOBODY' }
  | { readonly code: 'TRAINING_PEOPLE_INVALID' };

/** The register holds what was held: a day that has come, a topic, at least one organization and as many people as organizations. */
export function checkTraining(
  draft: { readonly topic: string; readonly heldOn: LocalDate; readonly organizations: number; readonly people: number },
  today: LocalDate,
): Result<null, TrainingRefusal> {
  if (!draft.topic.trim()) return refuse({ code: 'TRAINING_TOPIC_MISSING' });
  if (draft.heldOn > today) return refuse({ code: 'TRAINING_IN_FUTURE' });
  if (draft.organizations === 0) return refuse({ code: 'TRAINING_NOBODY' });
  return Number.isInteger(draft.people) && draft.people >= draft.organizations && draft.people <= 100_000
    ? accept(null)
    : refuse({ code: 'TRAINING_PEOPLE_INVALID' });
}
