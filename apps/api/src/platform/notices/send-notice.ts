import { SYSTEM } from '../auth/actor.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Facts, Notice } from './notice.js';

/** The outbox task that turns a told fact into one notification for each person. */
export const DELIVER_NOTICE = 'notice.deliver';

export interface ToldNotice<F extends Facts = Facts> {
  /** The organization that is told. */
  readonly orgId: string;
  readonly facts: F;
  /** Names the fact: the same kind and key reach a person once, however often they are sent. */
  readonly key: string;
  /** Whose act it was; the acting organization unless said otherwise. */
  readonly fromOrgId?: string | null;
}

export interface NoticeJob extends ToldNotice {
  readonly kind: string;
}

/** Tells an organization's people a fact, through the outbox: they hear of it only if this transaction commits. */
export async function sendNotice<F extends Facts>(tx: Tx, notice: Notice<F>, told: ToldNotice<F>): Promise<void> {
  const { orgId, facts, key } = told;
  const actorOrgId = tx.actor && tx.actor !== SYSTEM ? tx.actor.orgId : null;
  const job: NoticeJob = { kind: notice.kind, orgId, facts, key, fromOrgId: told.fromOrgId ?? actorOrgId };
  await tx.tell(DELIVER_NOTICE, { ...job });
}
