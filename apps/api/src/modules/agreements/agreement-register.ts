import { Injectable } from '@nestjs/common';
import type { MouState } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { Mou } from './mou.entity.js';
import { MouParty } from './mou-party.entity.js';
import { searchTextOf } from './mou-terms.js';
import { ProgressKeeper } from './progress-keeper.js';

export interface RegisteredParty {
  readonly orgId: string;
  readonly role: string;
  readonly mustSign: boolean;
  readonly representative: string | null;
}

export interface RegisteredHead {
  readonly title: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly pricePrinciple: string;
  readonly qualityTerms: string | null;
  readonly parties: readonly RegisteredParty[];
}

export interface RegisteredLine {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly baseUnit: string;
  readonly targetQty: string | null;
  readonly seasonMonths: readonly number[];
  readonly referencePrice: string | null;
}

export interface RegisteredMou extends RegisteredHead {
  readonly id: string;
  readonly registerNo: string;
  readonly status: MouState;
  readonly signatures: number;
  readonly lines: readonly RegisteredLine[];
}

type NewHead = RegisteredHead & {
  readonly id: string;
  readonly registerNo: string;
  readonly isNew: boolean;
  readonly names: readonly string[];
};

/**
 * Memoranda as a conference's register brings them in: drafts, whatever day the register names, until two officers attest the paper.
 * The register speaks for what nobody has signed in the system yet.
 */
@Injectable()
export class AgreementRegister {
  private readonly derived: ((tx: Tx, mouIds: readonly string[]) => Promise<void>)[] = [];

  constructor(private readonly progress: ProgressKeeper) {}

  /** A module above that keeps rows derived from memoranda says how they go when a memorandum goes. */
  onForget(forget: (tx: Tx, mouIds: readonly string[]) => Promise<void>): void {
    this.derived.push(forget);
  }

  async find(tx: Tx, eventId: string, lock: boolean): Promise<RegisteredMou[]> {
    if (lock) await tx.query('select id from mou where event_id = $1 order by id for update', [eventId]);
    return tx.query(
      `select m.id, m.register_no as "registerNo", m.title, m.status, m.valid_from as "validFrom", m.valid_to as "validTo",
         m.price_principle as "pricePrinciple", m.quality_terms as "qualityTerms",
         (select count(*)::int from signature s where s.document_type = 'MOU' and s.document_id = m.id) as signatures,
         coalesce((select json_agg(json_build_object('orgId', p.org_id, 'role', p.role, 'mustSign', p.must_sign, 'representative', p.representative)
           order by p.position) from mou_party p where p.mou_id = m.id), '[]') as parties,
         coalesce((select json_agg(json_build_object('id', l.id, 'lineNo', l.line_no, 'description', l.description, 'baseUnit', l.base_unit,
           'targetQty', l.target_qty::text, 'seasonMonths', l.season_months, 'referencePrice', l.reference_price::text) order by l.line_no)
           from mou_line l where l.mou_id = m.id), '[]') as lines
       from mou m where m.event_id = $1 order by m.id`,
      [eventId],
    );
  }

  async saveHeads(tx: Tx, event: { readonly id: string; readonly isDemo: boolean }, heads: readonly NewHead[]): Promise<void> {
    const columnsOf = (head: NewHead) => ({
      title: head.title,
      validFrom: head.validFrom,
      validTo: head.validTo,
      pricePrinciple: head.pricePrinciple,
      qualityTerms: head.qualityTerms,
      partyOrgIds: head.parties.map(({ orgId }) => orgId),
      searchText: searchTextOf(
        head.registerNo,
        head.title,
        head.names.map((names) => ({ names })),
      ),
    });
    const actor = tx.actor!;
    await tx.insert(
      Mou,
      heads
        .filter(({ isNew }) => isNew)
        .map((head) => ({
          ...columnsOf(head),
          id: head.id,
          eventId: event.id,
          registerNo: head.registerNo,
          status: 'DRAFT',
          createdBy: actor.userId,
          createdByOrgId: actor.orgId,
          recordedAt: tx.now,
          isDemo: event.isDemo,
        })),
    );
    const changed = heads.filter(({ isNew }) => !isNew);
    for (const head of changed) {
      await tx.manager.update(Mou, { id: head.id }, { ...columnsOf(head), version: () => 'version + 1' });
    }
    await tx.query('delete from mou_party where mou_id = any($1)', [changed.map(({ id }) => id)]);
    await tx.insert(
      MouParty,
      heads.flatMap(({ id, parties }) => parties.map((party, position) => ({ ...party, id: newId(), mouId: id, position }))),
    );
    await tx.auditMany(
      'mou.register',
      'mou',
      heads.map(({ id, registerNo, isNew }) => ({ entityId: id, data: { registerNo, isNew } })),
    );
  }

  /** Lines by their number: a known one is overwritten, others stay. */
  async saveLines(tx: Tx, lines: readonly (RegisteredLine & { readonly mouId: string })[]): Promise<void> {
    await tx.query(
      `insert into mou_line (id, mou_id, line_no, description, base_unit, target_qty, season_months, reference_price)
       select v.id, v."mouId", v."lineNo", v.description, v."baseUnit", v."targetQty", v."seasonMonths", v."referencePrice"
       from jsonb_to_recordset($1::jsonb) as v(id uuid, "mouId" uuid, "lineNo" int, description text, "baseUnit" text, "targetQty" numeric,
         "seasonMonths" int[], "referencePrice" bigint)
       on conflict (id) do update set description = excluded.description, base_unit = excluded.base_unit, target_qty = excluded.target_qty,
         season_months = excluded.season_months, reference_price = excluded.reference_price`,
      [JSON.stringify(lines)],
    );
    await tx.query('update mou set version = version + 1 where id = any($1)', [[...new Set(lines.map(({ mouId }) => mouId))]]);
  }

  refresh(tx: Tx, mouIds: readonly string[]): Promise<void> {
    return this.progress.refresh(tx, mouIds);
  }

  /** What is derived of memoranda that go. */
  async forget(tx: Tx, mouIds: readonly string[]): Promise<void> {
    for (const forget of this.derived) await forget(tx, mouIds);
    await tx.query('delete from mou_progress where mou_id = any($1)', [mouIds]);
  }
}
