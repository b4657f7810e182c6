import { may, type Actor as PolicyActor, type Parties, type PolicyAction } from '@lienket/domain';
import { ForbiddenError, NotFoundError } from '../errors.js';
import type { Actor } from './actor.js';

/** The domain's policy, asked for a session's actor. */
export const allows = (actor: Actor, action: PolicyAction, parties: Parties): boolean =>
  may(actor as PolicyActor, action, parties);

/** Throws FORBIDDEN when a party's person has the wrong role. */
export function assertMay(actor: Actor, action: PolicyAction, parties: Parties): void {
  if (!allows(actor, action, parties)) throw new ForbiddenError();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (id: string): boolean => UUID.test(id);

/** What is no id cannot be found either. */
export function idOf(id: string): string {
  if (!isUuid(id)) throw new NotFoundError();
  return id.toLowerCase();
}
