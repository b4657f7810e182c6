import { isUuid } from '../auth/access.js';
import type { Actor, StandIn } from '../auth/actor.js';
import { ForbiddenError } from '../errors.js';
import { newId } from '../ids.js';
import { AssistedAct } from '../records/assisted-act.entity.js';
import type { Tx } from './unit-of-work.js';

/** SQL over a row of `mandate`: whether it is in force on the day `day`. The rule is the domain's `mandateLives`. */
export const mandateLivesSql = (alias: string, day: string): string =>
  `(${alias}.revoked_at is null and (${alias}.way = 'IN_APP' or ${alias}.checked_at is not null) and ${day}::date between ${alias}.starts_on and ${alias}.ends_on)`;

/** Held until the act is saved: a mandate revoked meanwhile either stops the act or comes after it. */
export async function holdMandate(tx: Tx, actor: Actor, { mandateId }: StandIn): Promise<void> {
  const live = await tx.query(
    `select 1 from mandate m where m.id = $1 and m.org_id = $2 and ${mandateLivesSql('m', '$3')} for share`,
    [mandateId, actor.orgId, tx.today],
  );
  if (live.length === 0) throw new ForbiddenError();
}

/** Every act in another organization's name leaves one row that waits for that organization's word. */
export async function stampAct(
  tx: Tx,
  actor: Actor,
  { mandateId }: StandIn,
  { operation, resultId }: { readonly operation: string; readonly resultId: string },
): Promise<void> {
  const { action, entityType, entityId } = tx.firstAct ?? { action: operation, entityType: operation, entityId: resultId };
  await tx.insert(AssistedAct, {
    ...{ id: newId(), mandateId, orgId: actor.orgId, officerId: actor.userId },
    ...{ operation, action, entityType, entityId, state: 'WAITING', at: tx.now },
    resultId: isUuid(resultId) ? resultId : null,
  });
}
