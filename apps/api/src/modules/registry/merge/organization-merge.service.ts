import { Injectable } from '@nestjs/common';
import {
  accept,
  MERGE_TRANSITIONS,
  type MergeAction,
  type MergeState,
  nextState,
  ORGANIZATION_TRANSITIONS,
  type Refusal,
  refuse,
  type Result,
  secondPerson,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { LOCK_ORGANIZATION, type LockedOrganization } from '../life/organization-life.service.js';
import { organizationMerged } from '../organization-notices.js';
import { Organization } from '../organization.entity.js';
import type { MergeRefusal } from './merge.messages.js';
import { OrganizationMerge } from './organization-merge.entity.js';

export interface MergePropose {
  readonly clientKey: string;
  readonly duplicateId: string;
  readonly survivorId: string;
  readonly reason: string;
}

export interface MergeDecide {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

interface LockedMerge {
  readonly id: string;
  readonly duplicateId: string;
  readonly survivorId: string;
  readonly status: MergeState;
  readonly proposedBy: string;
  readonly version: number;
}

const LONGEST_REASON = 500;

/** One body registered twice becomes one, by two persons of the Alliance. What moves and what stays: docs/decisions/008-merging-organizations.md. */
@Injectable()
export class OrganizationMergeService {
  constructor(private readonly uow: UnitOfWork) {}

  propose(actor: Actor, input: MergePropose): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'mergePropose', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'organization.merge', {});
      const [duplicateId, survivorId] = [idOf(input.duplicateId), idOf(input.survivorId)];
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      if (duplicateId === survivorId) return refuse<MergeRefusal>({ code: 'MERGE_WITH_ITSELF' });
      const pair = await lockPair(tx, duplicateId, survivorId);
      const fits = checkPair(pair);
      if (!fits.ok) return fits;
      const [open] = await tx.query(
        `select 1 from organization_merge where status = 'PROPOSED' and (duplicate_id in ($1, $2) or survivor_id = $1)`,
        [duplicateId, survivorId],
      );
      if (open) return refuse<MergeRefusal>({ code: 'MERGE_ALREADY_PROPOSED' });
      const id = newId();
      await tx.insert(OrganizationMerge, {
        id,
        duplicateId,
        survivorId,
        reason: reason.value,
        proposedBy: actor.userId,
        proposedAt: tx.now,
      });
      await tx.audit('merge.propose', 'organization', duplicateId, { survivorId, reason: reason.value });
      return accept(id);
    });
  }

  approve(actor: Actor, input: MergeDecide): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'approve', input, async (tx, merge) => {
      const pair = await lockPair(tx, merge.duplicateId, merge.survivorId);
      const fits = checkPair(pair);
      if (!fits.ok) return fits;
      const membersAdded = await this.merge(tx, actor, pair);
      return accept({ membersAdded });
    });
  }

  refuse(actor: Actor, input: MergeDecide): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'refuse', input, async () => {
      const reason = reasonOf(input.reason);
      return reason.ok ? accept({}) : reason;
    });
  }

  /** The one who proposed it sees her mistake. */
  withdraw(actor: Actor, input: MergeDecide): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'withdraw', input, async (_tx, merge) => {
      if (merge.proposedBy !== actor.userId) throw new ForbiddenError();
      return accept({});
    });
  }

  private decide(
    actor: Actor,
    action: MergeAction,
    input: MergeDecide,
    effect: (tx: Tx, merge: LockedMerge) => Promise<Result<Partial<OrganizationMerge>, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    const operation = `merge.${action}`;
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'organization.merge', {});
      const merge = await tx.one<LockedMerge>(
        `select id, duplicate_id as "duplicateId", survivor_id as "survivorId", status, proposed_by as "proposedBy", version
         from organization_merge where id = $1 for update`,
        [idOf(input.id)],
      );
      if (merge.version !== input.version) return versionConflict(merge.version);
      const moved: Result<MergeState, Refusal> = nextState(MERGE_TRANSITIONS, merge.status, action);
      if (!moved.ok) return refuse<MergeRefusal>({ code: 'MERGE_DECIDED' });
      const eyes = action === 'withdraw' ? accept(null) : secondPerson(merge.proposedBy, actor.userId);
      if (!eyes.ok) return eyes;
      const outcome = await effect(tx, merge);
      if (!outcome.ok) return outcome;
      const note = tidyText(input.reason)?.slice(0, LONGEST_REASON) ?? null;
      await tx.updateVersioned(OrganizationMerge, merge.id, merge.version, {
        ...outcome.value,
        status: moved.value,
        decidedBy: actor.userId,
        decidedAt: tx.now,
        decisionNote: note,
      });
      await tx.audit(operation, 'organization', merge.duplicateId, {
        survivorId: merge.survivorId,
        ...(note ? { reason: note } : {}),
      });
      return accept(merge.id);
    });
  }

  /** People get a seat in the survivor and keep the old one for its documents; nothing that documents name is rewritten. */
  private async merge(tx: Tx, actor: Actor, { duplicate, survivor }: Pair): Promise<number> {
    const seats = await tx.change<{ id: string }>(
      `insert into membership (id, user_id, org_id, roles)
       select gen_random_uuid(), m.user_id, $2, m.roles from membership m
       where m.org_id = $1 and m.ended_at is null
         and not exists (select 1 from membership own where own.user_id = m.user_id and own.org_id = $2 and own.ended_at is null)
       returning id`,
      [duplicate.id, survivor.id],
    );
    await tx.query(
      `update bank_account_change set status = 'CANCELLED', cancelled_by = $2, cancelled_at = $3, version = version + 1
       where org_id = $1 and status in ('WAITING', 'CONFIRMED')`,
      [duplicate.id, actor.userId, tx.now],
    );
    // What was merged into the duplicate before now leads straight to the survivor.
    await tx.query('update organization set merged_into_id = $2 where merged_into_id = $1', [duplicate.id, survivor.id]);
    await tx.updateVersioned(Organization, duplicate.id, duplicate.version, {
      status: 'MERGED',
      mergedIntoId: survivor.id,
      statusReason: null,
      statusAt: tx.now,
      statusBy: actor.userId,
    });
    await tx.audit('merge.survive', 'organization', survivor.id, { duplicateId: duplicate.id, name: duplicate.name });
    await sendNotice(tx, organizationMerged, {
      orgId: survivor.id,
      facts: { name: duplicate.name, survivor: survivor.name },
      key: duplicate.id,
    });
    await tx.tell('catalog.organization-changed', { orgId: duplicate.id });
    return seats.length;
  }
}

interface Pair {
  readonly duplicate: LockedOrganization;
  readonly survivor: LockedOrganization;
}

/** Both rows in id order, so that two merges of one pair wait instead of meeting head on. */
async function lockPair(tx: Tx, duplicateId: string, survivorId: string): Promise<Pair> {
  const found = new Map<string, LockedOrganization>();
  for (const id of [duplicateId, survivorId].sort()) found.set(id, await tx.one<LockedOrganization>(LOCK_ORGANIZATION, [id]));
  return { duplicate: found.get(duplicateId)!, survivor: found.get(survivorId)! };
}

function checkPair({ duplicate, survivor }: Pair): Result<null, MergeRefusal> {
  if (duplicate.kind === 'ALLIANCE' || survivor.kind === 'ALLIANCE') return refuse({ code: 'MERGE_OF_ALLIANCE' });
  if (duplicate.isDemo !== survivor.isDemo) return refuse({ code: 'MERGE_DEMO_WITH_REAL' });
  const ended = [duplicate, survivor].find(({ status }) => !nextState(ORGANIZATION_TRANSITIONS, status, 'merge').ok);
  return ended ? refuse({ code: 'MERGE_OF_ENDED', name: ended.name }) : accept(null);
}

function reasonOf(text: string | null | undefined): Result<string, MergeRefusal> {
  const reason = tidyText(text);
  if (!reason) return refuse({ code: 'MERGE_REASON_MISSING' });
  return reason.length > LONGEST_REASON ? refuse({ code: 'MERGE_REASON_TOO_LONG', max: LONGEST_REASON }) : accept(reason);
}
