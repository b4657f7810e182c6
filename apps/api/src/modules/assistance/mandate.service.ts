import { Injectable } from '@nestjs/common';
import {
  accept,
  checkMandate,
  type MandateStanding,
  mandateLives,
  mandateStateOf,
  type MandateTerms,
  type MandateWay,
  refuse,
  type Refusal,
  type Result,
  secondPerson,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor, StandIn } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import { FileBook, LegalBook } from '../registry/index.js';
import { ASSISTANCE_NOTICES, tellAssistance } from './assistance.notices.js';
import { Mandate } from './mandate.entity.js';
import type { AssistanceRefusal } from './mandate.messages.js';
import type { MandateAct, MandateGive, MandateRecord } from './mandate.view.js';

/** Who sells and may need help with it. */
const HELPED_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'HOUSEHOLD_BUSINESS'];

interface Row extends MandateStanding {
  readonly id: string;
  readonly orgId: string;
  readonly allianceOrgId: string;
  readonly scopes: StandIn['scopes'];
  readonly recordedBy: string;
  readonly version: number;
}
const ROW = `select id, org_id as "orgId", alliance_org_id as "allianceOrgId", scopes, way, starts_on as "startsOn", ends_on as "endsOn",
  checked_at is not null as "isChecked", revoked_at is not null as "isRevoked", recorded_by as "recordedBy", version from mandate where id = $1`;

/** Mandates: given by a director, or written down by an officer and checked by another; used; taken back at once. */
@Injectable()
export class MandateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
    private readonly files: FileBook,
  ) {}

  give(actor: Actor, input: MandateGive): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'mandateGive', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'mandate.give', { ownerOrgId: actor.orgId });
      const [alliance] = await tx.query<{ id: string }>(
        `select id from organization where kind = 'ALLIANCE' and status = 'ACTIVE' order by created_at, id limit 1`,
      );
      if (!alliance) throw new NotFoundError();
      const terms = { ...input, way: 'IN_APP' as const, givenBy: null, hasEvidence: false };
      return this.write(tx, actor, terms, { orgId: actor.orgId, allianceOrgId: alliance.id, evidenceFileId: null });
    });
  }

  /** Given by telephone or on paper; nobody acts by it before a second person of the Alliance has seen the evidence. */
  record(actor: Actor, input: MandateRecord): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'mandateRecord', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'mandate.record', {});
      const file = input.evidenceFileId ? await this.files.attach(tx, idOf(input.evidenceFileId), actor.orgId) : null;
      const terms = { ...input, givenBy: tidyLine(input.givenBy), hasEvidence: file !== null };
      const sides = { orgId: idOf(input.orgId), allianceOrgId: actor.orgId, evidenceFileId: file?.id ?? null };
      return this.write(tx, actor, terms, sides);
    });
  }

  check(actor: Actor, input: MandateAct): Promise<Result<string, Refusal>> {
    return this.on(actor, 'mandateCheck', input, async (tx, row) => {
      assertMay(actor, 'mandate.check', {});
      if (mandateStateOf(row, tx.today) !== 'UNCHECKED') return refuse<AssistanceRefusal>({ code: 'MANDATE_CHECKED_ALREADY' });
      const second = secondPerson(row.recordedBy, actor.userId);
      if (!second.ok) return second;
      await tx.updateVersioned(Mandate, row.id, row.version, { checkedBy: actor.userId, checkedAt: tx.now });
      await tx.audit('mandate.check', 'mandate', row.id);
      await tellAssistance(tx, ASSISTANCE_NOTICES.checked, row.orgId, { mandateId: row.id, until: row.endsOn });
      return accept(row.id);
    });
  }

  /** At once: whoever acts by it is stopped at the next act, and its sessions end. */
  revoke(actor: Actor, input: MandateAct): Promise<Result<string, Refusal>> {
    return this.on(actor, 'mandateRevoke', input, async (tx, row) => {
      assertMay(actor, 'mandate.revoke', { ownerOrgId: row.orgId });
      if (['REVOKED', 'EXPIRED'].includes(mandateStateOf(row, tx.today)))
        return refuse<AssistanceRefusal>({ code: 'MANDATE_NOT_LIVE' });
      const revokeReason = tidyText(input.reason)?.slice(0, 500) ?? null;
      await tx.updateVersioned(Mandate, row.id, row.version, { revokedBy: actor.userId, revokedAt: tx.now, revokeReason });
      await tx.query('update session set revoked_at = $2 where mandate_id = $1 and revoked_at is null', [row.id, tx.now]);
      await tx.audit('mandate.revoke', 'mandate', row.id);
      const other = actor.orgId === row.orgId ? row.allianceOrgId : row.orgId;
      await tellAssistance(tx, ASSISTANCE_NOTICES.revoked, other, { mandateId: row.id, until: row.endsOn });
      return accept(row.id);
    });
  }

  /** What a session in the organization's name is made of; refused unless the mandate lives today. */
  use(actor: Actor, id: string): Promise<Result<{ readonly orgId: string; readonly standIn: StandIn }, AssistanceRefusal>> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(ROW, [idOf(id)]);
      assertMay(actor, 'mandate.use', {});
      if (row.allianceOrgId !== actor.orgId || !mandateLives(row, tx.today)) return refuse({ code: 'MANDATE_NOT_LIVE' });
      const standIn = { mandateId: row.id, homeOrgId: actor.orgId, scopes: row.scopes, endsOn: row.endsOn };
      return accept({ orgId: row.orgId, standIn });
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    given: MandateTerms & { readonly way: MandateWay },
    sides: { readonly orgId: string; readonly allianceOrgId: string; readonly evidenceFileId: string | null },
  ): Promise<Result<string, AssistanceRefusal>> {
    const { kind, status } = await tx.one<{ kind: string; status: string }>(
      'select kind, status from organization where id = $1',
      [sides.orgId],
    );
    if (!HELPED_KINDS.includes(kind) || status !== 'ACTIVE') return refuse({ code: 'MANDATE_NOT_FOR_THIS_KIND' });
    // Strictest where no row is in force: today only.
    const maxDays = Number((await this.law.value<number>(tx, 'MANDATE_MAX_DAYS', tx.today, given.way)) ?? 1);
    const checked = checkMandate({ ...given, reason: tidyText(given.reason) ?? '' }, tx.today, maxDays);
    if (!checked.ok) return checked;
    const { scopes, way, reason, startsOn, endsOn, givenBy } = checked.value;
    const id = newId();
    const terms = { id, ...sides, scopes: [...scopes], way, reason, startsOn, endsOn, givenBy };
    await tx.insert(Mandate, { ...terms, recordedBy: actor.userId });
    await tx.audit(way === 'IN_APP' ? 'mandate.give' : 'mandate.record', 'mandate', id, { scopes, endsOn });
    if (way === 'IN_APP')
      await tellAssistance(tx, ASSISTANCE_NOTICES.given, sides.allianceOrgId, { mandateId: id, until: endsOn });
    else await tellAssistance(tx, ASSISTANCE_NOTICES.recorded, sides.orgId, { mandateId: id, until: endsOn });
    return accept(id);
  }

  private on(
    actor: Actor,
    operation: string,
    input: MandateAct,
    decide: (tx: Tx, row: Row) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const row = await tx.one<Row>(`${ROW} for update`, [idOf(input.id)]);
      const result = await decide(tx, row);
      return result.ok && row.version !== input.version ? versionConflict(row.version) : result;
    });
  }
}
