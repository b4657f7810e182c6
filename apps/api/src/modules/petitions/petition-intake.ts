import { Injectable } from '@nestjs/common';
import { accept, type PetitionState, refuse, type Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import type { ImageSpec } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { PetitionAnswer } from './petition-answer.entity.js';
import { PetitionAssignment } from './petition-assignment.entity.js';
import { ANSWERING_KINDS, departmentToday, knownFields } from './petition-book.js';
import { Petition } from './petition.entity.js';
import type { PetitionRefusal } from './petition.messages.js';
import { nextPetitionNumber } from './petition.service.js';

/** One item of a conference's register. What the register leaves empty is null, and stays null. */
export interface RegisteredPetition {
  /** The id it gets when it is new; made here without one. */
  readonly id?: string;
  readonly eventId: string;
  /** Number in the register: with the event it is the item's key. */
  readonly registerNo: string;
  readonly petitionerOrgId: string | null;
  readonly petitionerName: string | null;
  readonly content: string | null;
  readonly wantedOutcome: string | null;
  readonly fieldCodes: readonly string[];
  readonly receivedOn: string | null;
  /** As the register names it; today's successor is asked. */
  readonly departmentId: string | null;
  /** "Trước ngày", strictly. */
  readonly answerBefore: string | null;
  /** What the report handed out at the conference answered. */
  readonly reportAnswer: string | null;
  /** A written answer the register speaks of: official only once its file is added. */
  readonly docNo: string | null;
  readonly docDate: string | null;
}

export interface Registered {
  readonly id: string;
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED';
}

interface Known {
  readonly id: string;
  readonly status: PetitionState;
  readonly version: number;
  readonly departmentId: string | null;
  readonly departmentIds: string[];
}

/** An item as it stands, for a dry run. */
export interface KnownPetition {
  readonly id: string;
  readonly registerNo: string;
  readonly petitionerOrgId: string | null;
  readonly content: string | null;
  readonly receivedOn: string | null;
  readonly fieldCodes: readonly string[];
}

/** The row that a register's item is; what people did with it since has rows of its own and bumps its version. */
export const PETITION_IMAGE: ImageSpec = { table: 'petition', children: [], counters: ['version'] };

/** Register import: every call runs in the import's own transaction, so all of a register comes in or nothing. */
@Injectable()
export class PetitionIntake {
  /** The event's registered items, locked when the next step saves. */
  find(tx: Tx, eventId: string, lock: boolean): Promise<KnownPetition[]> {
    return tx.query<KnownPetition>(
      `select id, register_no as "registerNo", petitioner_org_id as "petitionerOrgId", content, received_on as "receivedOn", field_codes as "fieldCodes"
       from petition where event_id = $1 and register_no is not null order by id ${lock ? 'for update' : ''}`,
      [eventId],
    );
  }

  /** Bodies that may answer, by name or short name without case and accents; the successor of one that is no more is found by `departmentToday`. */
  async departmentNamed(tx: Tx, name: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `select o.id from organization o where o.kind = any($2) and fold_vietnamese($1) in (fold_vietnamese(o.name), fold_vietnamese(o.short_name)) order by o.id limit 2`,
      [name, ANSWERING_KINDS],
    );
    const [only] = rows;
    if (rows.length !== 1 || !only) return null;
    return (await departmentToday(tx, only.id)).ok ? only.id : null;
  }

  /** What the import itself wrote beside an item that nobody has touched since: goes before the item. */
  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await asSystem(tx, async () => {
      for (const table of ['petition_assignment', 'petition_answer'])
        await tx.query(`delete from ${table} where petition_id = any($1)`, [ids]);
    });
  }

  /** Creates or updates by (event, register number). People's later steps are never undone: an update only fills and corrects the item itself. */
  async register(tx: Tx, actor: Actor, item: RegisteredPetition): Promise<Result<Registered, PetitionRefusal>> {
    const fields = await knownFields(tx, item.fieldCodes);
    if (!fields.ok) return fields;
    const department = item.departmentId ? await departmentToday(tx, item.departmentId) : accept(null);
    if (!department.ok) return department;
    const [known] = await tx.query<Known>(
      `select id, status, version, department_id as "departmentId", department_ids as "departmentIds" from petition
       where event_id = $1 and register_no = $2 for update`,
      [item.eventId, item.registerNo],
    );
    const columns = {
      petitionerOrgId: item.petitionerOrgId,
      petitionerName: item.petitionerName,
      content: item.content,
      wantedOutcome: item.wantedOutcome,
      receivedOn: item.receivedOn,
      registeredDocNo: item.docNo,
      registeredDocDate: item.docDate,
    };
    if (known) return this.update(tx, known, { ...columns, fieldCodes: fields.value });
    const id = item.id ?? newId();
    const assigned = department.value !== null;
    const status = !assigned
      ? fields.value.length
        ? 'CLASSIFIED'
        : 'RECEIVED'
      : item.reportAnswer
        ? 'ANSWERED_IN_REPORT'
        : 'ASSIGNED';
    await tx.insert(Petition, {
      ...columns,
      id,
      number: await nextPetitionNumber(tx),
      eventId: item.eventId,
      registerNo: item.registerNo,
      origin: 'REGISTER',
      petitionerOrgIds: item.petitionerOrgId ? [item.petitionerOrgId] : [],
      fieldCodes: fields.value,
      status,
      departmentId: department.value,
      namedDepartmentId: assigned ? item.departmentId : null,
      departmentIds: department.value ? [department.value] : [],
      answerBefore: item.answerBefore,
      createdBy: actor.userId,
      isDemo: await this.isDemo(tx, item.petitionerOrgId),
    });
    if (department.value) {
      const common = { petitionId: id, round: 0, departmentId: department.value, answerBefore: item.answerBefore, at: tx.now };
      await tx.insert(PetitionAssignment, { ...common, id: newId(), kind: 'ASSIGN', byOrgId: actor.orgId, byUser: actor.userId });
      if (item.reportAnswer)
        await tx.insert(PetitionAnswer, {
          ...common,
          id: newId(),
          kind: 'REPORT',
          summary: item.reportAnswer,
          byUser: actor.userId,
        });
    }
    await tx.audit('petition.register', 'petition', id, { registerNo: item.registerNo });
    return accept({ id, outcome: 'CREATED' });
  }

  /** Takes items out again that nobody has touched since; a refusal names the state of the first that somebody has. */
  async withdraw(tx: Tx, ids: readonly string[]): Promise<Result<number, PetitionRefusal>> {
    return asSystem(tx, async () => {
      const rows = await tx.query<{ id: string; status: PetitionState; touched: boolean }>(
        `select p.id, p.status, p.version > 1 or exists (select 1 from petition_block b where b.petition_id = p.id)
           or exists (select 1 from petition m where m.merged_into_id = p.id) as touched
         from petition p where p.id = any($1) and p.origin = 'REGISTER' order by p.id for update of p`,
        [ids],
      );
      const touched = rows.find((row) => row.touched);
      if (touched) return refuse<PetitionRefusal>({ code: 'PETITION_STATE', status: touched.status });
      const gone = rows.map(({ id }) => id);
      for (const table of ['petition_assignment', 'petition_answer'])
        await tx.query(`delete from ${table} where petition_id = any($1)`, [gone]);
      await tx.query('delete from petition where id = any($1)', [gone]);
      await tx.auditMany(
        'petition.withdraw',
        'petition',
        gone.map((entityId) => ({ entityId, data: {} })),
      );
      return accept(gone.length);
    });
  }

  private async update(
    tx: Tx,
    known: Known,
    columns: Partial<Petition> & { readonly fieldCodes: string[] },
  ): Promise<Result<Registered, PetitionRefusal>> {
    const [same] = await tx.query(
      `select 1 from petition where id = $1 and petitioner_org_id is not distinct from $2 and petitioner_name is not distinct from $3
         and content is not distinct from $4 and wanted_outcome is not distinct from $5 and received_on is not distinct from $6
         and registered_doc_no is not distinct from $7 and registered_doc_date is not distinct from $8 and field_codes = $9`,
      [
        known.id,
        columns.petitionerOrgId,
        columns.petitionerName,
        columns.content,
        columns.wantedOutcome,
        columns.receivedOn,
        columns.registeredDocNo,
        columns.registeredDocDate,
        columns.fieldCodes,
      ],
    );
    if (same) return accept({ id: known.id, outcome: 'UNCHANGED' });
    await tx.updateVersioned(Petition, known.id, known.version, {
      ...columns,
      petitionerOrgIds: columns.petitionerOrgId ? [columns.petitionerOrgId] : [],
      ...(known.status === 'RECEIVED' && columns.fieldCodes.length ? { status: 'CLASSIFIED' } : {}),
    });
    await tx.audit('petition.register', 'petition', known.id, { corrected: true });
    return accept({ id: known.id, outcome: 'UPDATED' });
  }

  private async isDemo(tx: Tx, orgId: string | null): Promise<boolean> {
    if (!orgId) return false;
    const [row] = await tx.query<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [orgId]);
    return row?.isDemo ?? false;
  }
}
