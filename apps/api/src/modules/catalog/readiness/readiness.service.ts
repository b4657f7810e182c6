import { Injectable } from '@nestjs/common';
import { accept, addMonths, type EvidenceLevel, possibleEvidence, type Refusal, type Result, refuse } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import { LegalBook } from '../../registry/index.js';
import { PRODUCT_GROUPS } from '../catalog.view.js';
import { BuyerChecklist } from './buyer-checklist.entity.js';
import { BuyerRequirement } from './buyer-requirement.entity.js';
import type { ReadinessRefusal } from './readiness.messages.js';
import { RequirementWaiver } from './requirement-waiver.entity.js';

export interface ChecklistSave {
  readonly clientKey: string;
  readonly version: number;
  readonly items: readonly {
    readonly code: string;
    readonly evidence: EvidenceLevel;
    readonly onlyGroups: readonly string[];
    readonly note?: string | null;
  }[];
}

export interface RequirementWaive {
  readonly clientKey: string;
  readonly productId: string;
  readonly forAllProducts: boolean;
  readonly code: string;
  readonly reason: string;
  readonly endsOn: string;
}

type Row = Omit<BuyerRequirement, 'buyerOrgId'>;
const no = (refusal: ReadinessRefusal) => refuse(refusal);

/** What a buyer asks for, and what it does without for a while. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  /** The whole list at once: what is no longer named is no longer asked. */
  saveChecklist(actor: Actor, input: ChecklistSave): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'checklistSave', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'checklist.edit', { buyerOrgId: actor.orgId });
      const version = await this.lock(tx, actor);
      if (version !== input.version) return versionConflict(version);
      const rows = await this.rows(tx, input);
      if (!rows.ok) return rows;
      await tx.query('update buyer_checklist set saved_by = $2, saved_at = $3, version = $4 where buyer_org_id = $1', [
        actor.orgId,
        actor.userId,
        tx.now,
        version + 1,
      ]);
      await tx.query('delete from buyer_requirement where buyer_org_id = $1', [actor.orgId]);
      await tx.insert(
        BuyerRequirement,
        rows.value.map((row) => ({ buyerOrgId: actor.orgId, ...row })),
      );
      await tx.audit('checklist.save', 'checklist', actor.orgId, { items: rows.value });
      return accept(actor.orgId);
    });
  }

  /** A manager's name, a reason and a last day: the line counts as met until then. */
  waive(actor: Actor, input: RequirementWaive): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'requirementWaive', clientKey: input.clientKey, input }, async (tx) => {
      const product = await tx.one<{ id: string; org_id: string }>(
        `select id, org_id from product where id = $1 and org_id <> $2 and status in ('PUBLISHED', 'PAUSED')`,
        [idOf(input.productId), actor.orgId],
      );
      assertMay(actor, 'requirement.waive', { buyerOrgId: actor.orgId });
      const reason = tidyText(input.reason);
      if (!reason) return no({ code: 'REASON_MISSING' });
      if (reason.length > 2000) return no({ code: 'REASON_TOO_LONG' });
      if (input.endsOn < tx.today) return no({ code: 'WAIVER_END_IN_PAST' });
      const months = await this.law.number(tx, 'REQUIREMENT_WAIVER_MAX_MONTHS', tx.today);
      const latest = months === null ? input.endsOn : addMonths(tx.today, months);
      if (input.endsOn > latest) return no({ code: 'WAIVER_TOO_LONG', latest });
      const [asked] = await tx.query('select 1 from buyer_requirement where buyer_org_id = $1 and code = $2 for update', [
        actor.orgId,
        input.code,
      ]);
      if (!asked) return no({ code: 'WAIVER_NOT_ASKED' });
      const id = newId();
      const waiver = {
        sellerOrgId: product.org_id,
        productId: input.forAllProducts ? null : product.id,
        code: input.code,
        reason,
        endsOn: input.endsOn,
      };
      await tx.insert(RequirementWaiver, { id, buyerOrgId: actor.orgId, ...waiver, grantedBy: actor.userId, grantedAt: tx.now });
      await tx.audit('requirement.waive', 'requirement_waiver', id, waiver);
      return accept(id);
    });
  }

  endWaiver(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'requirementWaiverEnd', clientKey: input.clientKey, input }, async (tx) => {
      const row = await tx.one<{ id: string; ended_at: Date | null }>(
        'select id, ended_at from requirement_waiver where id = $1 and buyer_org_id = $2 for update',
        [idOf(input.id), actor.orgId],
      );
      assertMay(actor, 'requirement.waive', { buyerOrgId: actor.orgId });
      if (row.ended_at) return no({ code: 'WAIVER_ENDED' });
      await tx.query('update requirement_waiver set ended_by = $2, ended_at = $3 where id = $1', [row.id, actor.userId, tx.now]);
      await tx.audit('requirement.waiver-end', 'requirement_waiver', row.id);
      return accept(row.id);
    });
  }

  /** The list's row, made when it is saved for the first time; version 0 stands for none yet. */
  private async lock(tx: Tx, actor: Actor): Promise<number> {
    await tx.query(
      `insert into buyer_checklist (buyer_org_id, saved_by, saved_at, version) values ($1, $2, $3, 0) on conflict do nothing`,
      [actor.orgId, actor.userId, tx.now],
    );
    const { version } = await tx.one<Pick<BuyerChecklist, 'version'>>(
      'select version from buyer_checklist where buyer_org_id = $1 for update',
      [actor.orgId],
    );
    return version;
  }

  private async rows(tx: Tx, { items }: ChecklistSave): Promise<Result<Row[], Refusal>> {
    const types = await tx.query<{ code: string; kinds: string[]; fact: string | null }>(
      'select code, kinds, fact from requirement_type',
    );
    const known = new Map(types.map((type) => [type.code, type]));
    const refused: RowRefusal<ReadinessRefusal>[] = [];
    const rows = items.map(({ code, evidence, onlyGroups, note: typed }, row) => {
      const note = tidyLine(typed);
      const type = known.get(code);
      const say = (field: string, refusal: ReadinessRefusal) => refused.push({ row, field, refusal });
      if (!type) say('code', { code: 'REQUIREMENT_UNKNOWN' });
      else if (items.findIndex((one) => one.code === code) < row) say('code', { code: 'REQUIREMENT_TWICE' });
      else if (!possibleEvidence(type).includes(evidence)) say('evidence', { code: 'EVIDENCE_NOT_POSSIBLE' });
      if (onlyGroups.some((group) => !(PRODUCT_GROUPS as readonly string[]).includes(group)))
        say('onlyGroups', { code: 'GROUP_UNKNOWN' });
      if ((note?.length ?? 0) > 500) say('note', { code: 'REQUIREMENT_NOTE_TOO_LONG' });
      return { code, evidence, onlyGroups: [...new Set(onlyGroups)], note };
    });
    return refused.length > 0 ? rowsRefused(refused) : accept(rows);
  }
}
