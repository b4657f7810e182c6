import { Injectable } from '@nestjs/common';
import {
  accept,
  AWAITING_ANSWER,
  type PetitionStep,
  refuse,
  type Refusal,
  type Result,
  UNANSWERED_PETITION,
} from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { FileBook } from '../registry/index.js';
import { PetitionAssignment } from './petition-assignment.entity.js';
import { PetitionBlocks } from './petition-blocks.js';
import { departmentToday, knownFields, lockPetition, moved, type PetitionRow, reasonOf, textOf } from './petition-book.js';
import { PetitionClock } from './petition-clock.js';
import { PetitionFile } from './petition-file.entity.js';
import { Petition } from './petition.entity.js';
import type { PetitionRefusal } from './petition.messages.js';
import { allianceId, PETITION_NOTICES, tellPetition } from './petition.notices.js';
import type { AssignCommand, ClassifyCommand, MergeCommand, PetitionFileCommand, TransferCommand } from './petition.view.js';

const PAPERS_MAX = 5;
const PETITIONER_KINDS = ['COOPERATIVE', 'COOPERATIVE_UNION', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS', 'ENTERPRISE'];

/** A petition's way to the body that answers it: received, classified, assigned, passed on, merged with its duplicate. */
@Injectable()
export class PetitionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly clock: PetitionClock,
    private readonly blocks: PetitionBlocks,
  ) {}

  file(actor: Actor, input: PetitionFileCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'petitionFile', clientKey: input.clientKey, input }, (tx) =>
      this.fileWithin(tx, actor, input),
    );
  }

  /** The same in the caller's transaction: a petition raised from an alert is filed together with the alert's answer. */
  async fileWithin(
    tx: Tx,
    actor: Actor,
    input: Omit<PetitionFileCommand, 'clientKey'>,
  ): Promise<Result<string, PetitionRefusal>> {
    assertMay(actor, 'petition.file', { ownerOrgId: actor.orgId });
    const alliance = actor.orgKind === 'ALLIANCE';
    const petitioner = await this.petitioner(tx, alliance ? input.petitionerOrgId : actor.orgId);
    if (!petitioner.ok) return petitioner;
    const [content, wantedOutcome] = [textOf(input.content), textOf(input.wantedOutcome)];
    if (!content.ok) return content;
    if (!wantedOutcome.ok) return wantedOutcome;
    if (!content.value) return refuse<PetitionRefusal>({ code: 'PETITION_CONTENT_MISSING' });
    const fields = await knownFields(tx, input.fieldCodes);
    if (!fields.ok) return fields;
    const receivedOn = (alliance && input.receivedOn) || tx.today;
    if (receivedOn > tx.today) return refuse<PetitionRefusal>({ code: 'RECEIVED_IN_FUTURE' });
    if (input.fileIds.length > PAPERS_MAX) return refuse<PetitionRefusal>({ code: 'TOO_MANY_PAPERS', max: PAPERS_MAX });
    const papers = [];
    for (const fileId of new Set(input.fileIds)) papers.push(await this.files.attach(tx, idOf(fileId), actor.orgId));
    const [id, number] = [newId(), await nextPetitionNumber(tx)];
    await tx.insert(Petition, {
      id,
      number,
      origin: alliance ? 'ALLIANCE' : 'COOPERATIVE',
      petitionerOrgId: petitioner.value.id,
      petitionerOrgIds: [petitioner.value.id],
      content: content.value,
      wantedOutcome: wantedOutcome.value,
      receivedOn,
      fieldCodes: fields.value,
      createdBy: actor.userId,
      isDemo: petitioner.value.isDemo,
    });
    await tx.insert(
      PetitionFile,
      papers.map((paper, position) => ({ petitionId: id, fileId: paper.id, position })),
    );
    if (input.mouId) {
      const linked = await this.blocks.link(tx, actor, id, idOf(input.mouId), null);
      if (!linked.ok) return linked;
    }
    await tx.audit('petition.file', 'petition', id, { fieldCodes: fields.value });
    if (alliance) await tellPetition(tx, PETITION_NOTICES.recorded, [petitioner.value.id], { id, number }, id);
    else await tellPetition(tx, PETITION_NOTICES.filed, [await allianceId(tx)], { id, number }, id);
    return accept(id);
  }

  classify(actor: Actor, input: ClassifyCommand): Promise<Result<string, Refusal>> {
    return this.manage(actor, input, 'classify', [], async (tx) => {
      const fields = await knownFields(tx, input.fieldCodes);
      if (!fields.ok) return fields;
      if (fields.value.length === 0) return refuse({ code: 'FIELDS_MISSING' });
      return accept({ fieldCodes: fields.value });
    });
  }

  assign(actor: Actor, input: AssignCommand): Promise<Result<string, Refusal>> {
    return this.manage(actor, input, 'assign', [], async (tx, petition) => {
      const department = isUuid(input.departmentId)
        ? await departmentToday(tx, input.departmentId)
        : refuse<PetitionRefusal>({ code: 'DEPARTMENT_UNKNOWN' });
      if (!department.ok) return department;
      const answerBefore = input.answerBefore ?? (await this.clock.proposedAnswerBefore(tx));
      if (answerBefore <= tx.today) return refuse({ code: 'ANSWER_BEFORE_PAST' });
      await this.ask(tx, actor, petition, 'ASSIGN', department.value, answerBefore, null);
      const told = { ...petition, answerBefore };
      await tellPetition(tx, PETITION_NOTICES.assigned, [department.value], told, `${petition.id}:${petition.version}`);
      await tellPetition(tx, PETITION_NOTICES.onItsWay, petition.petitionerOrgIds, told, `${petition.id}:${petition.version}`);
      return accept({
        departmentId: department.value,
        namedDepartmentId: input.departmentId,
        departmentIds: withId(petition.departmentIds, department.value),
        answerBefore,
      });
    });
  }

  /** The department says who is competent, and why; its deadline goes along. */
  transfer(actor: Actor, input: TransferCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'petition.transfer', clientKey: input.clientKey, input }, async (tx) => {
      const petition = await lockPetition(tx, idOf(input.id));
      const may = holds(actor, petition, 'petition.answer');
      if (!may.ok) return may;
      if (petition.version !== input.version) return versionConflict(petition.version);
      const next = moved(petition, 'transfer');
      if (!next.ok) return next;
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      const department = isUuid(input.departmentId)
        ? await departmentToday(tx, input.departmentId)
        : refuse<PetitionRefusal>({ code: 'DEPARTMENT_UNKNOWN' });
      if (!department.ok) return department;
      if (department.value === petition.departmentId) return refuse<PetitionRefusal>({ code: 'DEPARTMENT_THE_SAME' });
      await this.ask(tx, actor, petition, 'TRANSFER', department.value, petition.answerBefore, reason.value);
      await tx.query('delete from petition_draft where petition_id = $1', [petition.id]);
      await tx.updateVersioned(Petition, petition.id, petition.version, {
        status: next.value,
        departmentId: department.value,
        namedDepartmentId: input.departmentId,
        departmentIds: withId(petition.departmentIds, department.value),
      });
      await tx.audit('petition.transfer', 'petition', petition.id, { to: department.value });
      const key = `${petition.id}:${petition.version}`;
      await tellPetition(tx, PETITION_NOTICES.assigned, [department.value], petition, key);
      await tellPetition(tx, PETITION_NOTICES.transferred, [await allianceId(tx)], petition, key);
      return accept(petition.id);
    });
  }

  /** The duplicate ends in the other; its petitioner is answered there, and its agreements wait for that answer. */
  merge(actor: Actor, input: MergeCommand): Promise<Result<string, Refusal>> {
    const intoId = idOf(input.intoId);
    return this.manage(actor, input, 'merge', [intoId], async (tx, petition) => {
      if (intoId === petition.id) return refuse({ code: 'MERGE_WITH_ITSELF' });
      const into = await lockPetition(tx, intoId);
      if (!UNANSWERED_PETITION.includes(into.status)) return refuse({ code: 'MERGE_INTO_ENDED' });
      await tx.updateVersioned(Petition, into.id, into.version, {
        petitionerOrgIds: [...new Set([...into.petitionerOrgIds, ...petition.petitionerOrgIds])],
        fieldCodes: [...new Set([...into.fieldCodes, ...petition.fieldCodes])],
      });
      await this.blocks.carryOver(tx, actor, petition.id, into.id);
      await tx.audit('petition.absorb', 'petition', into.id, { from: petition.id });
      await tellPetition(tx, PETITION_NOTICES.merged, petition.petitionerOrgIds, into, petition.id);
      return accept({ mergedIntoId: into.id });
    });
  }

  private async petitioner(
    tx: Tx,
    id: string | null | undefined,
  ): Promise<Result<{ id: string; isDemo: boolean }, PetitionRefusal>> {
    if (!id || !isUuid(id)) return refuse({ code: 'PETITIONER_MISSING' });
    const [row] = await tx.query<{ id: string; kind: string; isDemo: boolean }>(
      `select id, kind, is_demo as "isDemo" from organization where id = $1 and status <> 'CLOSED'`,
      [id],
    );
    if (!row) return refuse({ code: 'PETITIONER_MISSING' });
    return PETITIONER_KINDS.includes(row.kind) ? accept(row) : refuse({ code: 'NOT_A_PETITIONER' });
  }

  private async ask(
    tx: Tx,
    actor: Actor,
    petition: PetitionRow,
    kind: 'ASSIGN' | 'TRANSFER',
    departmentId: string,
    answerBefore: string | null,
    reason: string | null,
  ): Promise<void> {
    await tx.insert(PetitionAssignment, {
      id: newId(),
      petitionId: petition.id,
      round: petition.reopened,
      kind,
      departmentId,
      answerBefore,
      reason,
      byOrgId: actor.orgId,
      byUser: actor.userId,
      at: tx.now,
    });
  }

  private manage(
    actor: Actor,
    input: { readonly clientKey: string; readonly id: string; readonly version: number },
    step: PetitionStep,
    others: readonly string[],
    decide: (tx: Tx, petition: PetitionRow) => Promise<Result<Partial<Petition>, PetitionRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `petition.${step}`, clientKey: input.clientKey, input }, async (tx) => {
      // In id order, so that two merges of the same pair do not wait for each other.
      await tx.query('select id from petition where id = any($1) order by id for update', [[idOf(input.id), ...others]]);
      const petition = await lockPetition(tx, idOf(input.id));
      assertMay(actor, 'petition.manage', {});
      if (petition.version !== input.version) return versionConflict(petition.version);
      const next = moved(petition, step);
      if (!next.ok) return next;
      const patch = await decide(tx, petition);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Petition, petition.id, petition.version, { ...patch.value, status: next.value });
      await tx.audit(`petition.${step}`, 'petition', petition.id);
      return accept(petition.id);
    });
  }
}

export const withId = (ids: readonly string[], id: string): string[] => [...new Set([...ids, id])];

/** "KN-2026-000012". */
export const nextPetitionNumber = async (tx: Tx): Promise<string> =>
  `KN-${tx.today.slice(0, 4)}-${String(await tx.nextNumber('KN')).padStart(6, '0')}`;

/** Whether the actor's organization is the one asked now; one that had it before may only read. */
export function holds(
  actor: Actor,
  petition: PetitionRow,
  action: 'petition.answer' | 'petition.issue',
): Result<null, PetitionRefusal> {
  assertMay(actor, action, { ownerOrgId: actor.orgId });
  if (petition.departmentId === actor.orgId) return accept(null);
  return AWAITING_ANSWER.includes(petition.status)
    ? refuse({ code: 'NOT_THE_DEPARTMENT' })
    : refuse({ code: 'PETITION_STATE', status: petition.status });
}
