import type { MandateScope } from '@lienket/domain';

/** By whose word somebody of the Alliance acts in another organization's name. */
export interface StandIn {
  readonly mandateId: string;
  /** The Alliance, to which the person belongs. */
  readonly homeOrgId: string;
  readonly scopes: readonly MandateScope[];
  /** The last business day of the mandate. */
  readonly endsOn: string;
}

/** Who acts, for which organization: taken from the server-side session, never from the request. */
export interface Actor {
  readonly userId: string;
  readonly sessionId: string;
  readonly orgId: string;
  readonly orgKind: string;
  readonly roles: readonly string[];
  readonly locale: 'vi' | 'en';
  /** Assisted mode: `orgId` is the organization helped, `userId` the officer's own. */
  readonly standIn?: StandIn | null;
}

/** The platform itself: jobs, seeds and migrations of data. */
export const SYSTEM: Actor = {
  userId: '00000000-0000-0000-0000-000000000000',
  sessionId: '00000000-0000-0000-0000-000000000000',
  orgId: '00000000-0000-0000-0000-000000000000',
  orgKind: 'SYSTEM',
  roles: [],
  locale: 'vi',
};

export type Scope = 'system' | 'alliance' | 'member' | 'visitor';

/** What row-level security is told about the reader. */
export function scopeOf(actor: Actor | null): Scope {
  if (!actor) return 'visitor';
  if (actor === SYSTEM) return 'system';
  return actor.orgKind === 'ALLIANCE' ? 'alliance' : 'member';
}
