import {
  accept,
  nextState,
  PETITION_TRANSITIONS,
  type PetitionState,
  type PetitionStep,
  refuse,
  type Result,
} from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { tidyText } from '../../platform/text.js';
import type { PetitionRefusal } from './petition.messages.js';

export const TEXT_MAX = 4000;

export interface PetitionRow {
  readonly id: string;
  readonly number: string;
  readonly status: PetitionState;
  readonly petitionerOrgId: string | null;
  readonly petitionerOrgIds: string[];
  readonly departmentId: string | null;
  readonly departmentIds: string[];
  readonly fieldCodes: string[];
  readonly receivedOn: string | null;
  readonly answerBefore: string | null;
  readonly reopened: number;
  readonly isDemo: boolean;
  readonly version: number;
}

/** The petition under lock, or NOT_FOUND: also for one the reader's organization has no part in. */
export const lockPetition = (tx: Tx, id: string): Promise<PetitionRow> =>
  tx.one<PetitionRow>(
    `select id, number, status, petitioner_org_id as "petitionerOrgId", petitioner_org_ids as "petitionerOrgIds", department_id as "departmentId",
       department_ids as "departmentIds", field_codes as "fieldCodes", received_on as "receivedOn", answer_before as "answerBefore", reopened,
       is_demo as "isDemo", version
     from petition where id = $1 for update`,
    [id],
  );

export function moved(petition: Pick<PetitionRow, 'status'>, step: PetitionStep): Result<PetitionState, PetitionRefusal> {
  const next = nextState(PETITION_TRANSITIONS, petition.status, step);
  return next.ok ? accept(next.value) : refuse({ code: 'PETITION_STATE', status: petition.status });
}

/** Tidied text, null where it is empty, refused where it is too long. */
export function textOf(value: string | null | undefined): Result<string | null, PetitionRefusal> {
  const text = tidyText(value) ?? null;
  return (text?.length ?? 0) > TEXT_MAX ? refuse({ code: 'PETITION_TEXT_TOO_LONG', max: TEXT_MAX }) : accept(text);
}

export function reasonOf(value: string | null | undefined): Result<string, PetitionRefusal> {
  const text = textOf(value);
  if (!text.ok) return text;
  return text.value ? accept(text.value) : refuse({ code: 'PETITION_REASON_MISSING' });
}

/** The codes without repeats, all of them known. */
export async function knownFields(tx: Tx, codes: readonly string[]): Promise<Result<string[], PetitionRefusal>> {
  const wanted = [...new Set(codes)];
  const known = await tx.query<{ code: string }>('select code from petition_field where code = any($1) order by position', [
    wanted,
  ]);
  return known.length === wanted.length ? accept(known.map(({ code }) => code)) : refuse({ code: 'FIELD_UNKNOWN' });
}

export const ANSWERING_KINDS = ['DEPARTMENT', 'ALLIANCE', 'BANK', 'PROMOTION_AGENCY'];

/**
 * Who has the duty today: the named body, or along its successions the one that took over. A 2024 register names bodies that were merged
 * on 1/3/2025, and a petition needs an owner who lives.
 */
export async function departmentToday(tx: Tx, namedId: string): Promise<Result<string, PetitionRefusal>> {
  const [row] = await tx.query<{ id: string }>(
    `with recursive line as (
       select o.id, o.status, o.kind, o.valid_to, 0 as step from organization o where o.id = $1
       union all
       select o.id, o.status, o.kind, o.valid_to, line.step + 1 from line join organization_succession s on s.predecessor_id = line.id and s.since <= $2
         join organization o on o.id = s.successor_id where line.step < 10
     )
     select id from line where status = 'ACTIVE' and (valid_to is null or valid_to >= $2) and kind = any($3) order by step limit 1`,
    [namedId, tx.today, ANSWERING_KINDS],
  );
  return row ? accept(row.id) : refuse({ code: 'DEPARTMENT_UNKNOWN' });
}
