import { Injectable } from '@nestjs/common';
import { nextState, REGISTER_TRANSITIONS, type RegisterAction, type RegisterState } from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { asSystem } from '../../platform/database/as-system.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { explain, type Locale } from '../../platform/graphql/refusal.js';
import { cellAddress } from '../../platform/spreadsheets/index.js';
import type { Problem } from '../imports/index.js';
import { organizationRefSql } from '../registry/index.js';
import { RegisterParts } from './register-parts.js';
import { revertUntil } from './register-reverting.js';
import { type ReadSheet, type SheetName, SHEETS } from './register-sheet.js';
import { registerMessages } from './register.messages.js';
import type { BatchView, MatchView, ProblemView, SheetView, SourceView } from './register.view.js';

interface Row extends Omit<BatchView, 'sheets' | 'availableActions' | 'revertUntil' | 'refusal'> {
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly refusal: { readonly code: string } | null;
  readonly sheetsRead: readonly ReadSheet[];
  readonly counts: readonly { readonly sheetNo: number; readonly outcome: string | null; readonly count: number }[];
}

const STEPS = ['submit', 'approve', 'return', 'withdraw', 'revert'] as const satisfies readonly RegisterAction[];
const nameOf = (column: string) => `(select full_name from app_user u where u.id = b.${column})`;

const SELECT = `select b.id, json_build_object('code', e.code, 'title', e.title, 'heldOn', e.held_on) as event, b.file_name as "fileName", b.status, b.mode,
    b.refusal, b.return_reason as "returnReason", b.created_by as "createdBy", ${nameOf('created_by')} as "createdByName", b.created_at as "createdAt",
    b.submitted_by as "submittedBy", ${nameOf('submitted_by')} as "submittedByName", b.submitted_at as "submittedAt",
    ${nameOf('approved_by')} as "approvedByName", b.approved_at as "approvedAt", b.committed_at as "committedAt", b.reverted_at as "revertedAt",
    b.version, b.sheets as "sheetsRead",
    coalesce((select json_agg(json_build_object('sheetNo', c.sheet_no, 'outcome', c.outcome, 'count', c.n))
      from (select sheet_no, outcome, count(*)::int as n from register_row r where r.batch_id = b.id group by 1, 2) c), '[]') as counts
  from register_batch b join event e on e.id = b.event_id`;

/** One whose duplicate was merged into a petition reads its answer, not the other's words. */
const OWN_WORDS = `and ((select app_scope()) in ('alliance', 'system') or petitioner_org_id = (select app_org()) or department_ids @> array[(select app_org())])`;

/** Registers as the officers see them, and where an agreement's fields came from. */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly parts: RegisterParts,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, first: number | null, after: string | null): Promise<Connection<BatchView>> {
    const size = pageSize(first);
    const key = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(`${SELECT} where $1::uuid is null or b.id < $1 order by b.id desc limit $2`, [
        key?.[0] ?? null,
        size + 1,
      ]);
      return toConnection(
        rows,
        size,
        (row) => this.viewOf(row, actor),
        ({ id }) => encodeCursor(id),
        () => this.count(actor),
      );
    });
  }

  byId(actor: Actor, id: string): Promise<BatchView> {
    return this.uow.read(actor, async (tx) => this.viewOf(await tx.one<Row>(`${SELECT} where b.id = $1`, [idOf(id)]), actor));
  }

  async matches(actor: Actor, batchId: string, onlyDoubtful: boolean): Promise<MatchView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<MatchView>(
        `select m.id, m.row_no as row, m.code, m.name, m.tax_code as "taxCode", m.basis, m.is_doubtful as "isDoubtful", m.decision, m.org_id as "orgId",
           coalesce((select json_agg(json_build_object('organization', ${organizationRefSql('o')}, 'taxCode', o.tax_code, 'address', o.address,
             'score', (c ->> 'score')::float) order by (c ->> 'score')::float desc, o.id)
             from jsonb_array_elements(m.candidates) c join organization o on o.id = (c ->> 'orgId')::uuid), '[]') as candidates
         from register_match m where m.batch_id = $1 and (m.is_doubtful or not $2) order by m.row_no`,
        [batchId, onlyDoubtful],
      ),
    );
  }

  problems(actor: Actor, batch: BatchView, first: number | null, after: string | null): Promise<Connection<ProblemView>> {
    const size = pageSize(first);
    const key = decodeCursor(after, 3);
    const from = `from register_row r, jsonb_array_elements(r.problems) with ordinality as p(problem, at)
      where r.batch_id = $1 and r.outcome = 'ERROR'`;
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<{ sheetNo: number; row: number; key: string; at: number; problem: Problem; holds: number }>(
        `select r.sheet_no as "sheetNo", r.row_no as row, r.key, p.at::int as at, p.problem,
           (select count(*)::int from register_row h where h.batch_id = r.batch_id and h.outcome = 'HELD'
             and h.held_by ->> 'sheet' = ($5::text[])[r.sheet_no + 1] and (h.held_by ->> 'row')::int = r.row_no) as holds
         ${from} and (r.sheet_no, r.row_no, p.at) > ($2, $3, $4) order by r.sheet_no, r.row_no, p.at limit $6`,
        [batch.id, ...(key ?? [-1, 0, 0]).map(Number), SHEETS, size + 1],
      );
      const count = () =>
        this.uow.read(
          actor,
          async (inner) => (await inner.one<{ n: number }>(`select count(*)::int as n ${from}`, [batch.id])).n,
        );
      return toConnection(
        rows,
        size,
        ({ sheetNo, row, key: rowKey, problem, holds }) =>
          this.problemOf(batch, SHEETS[sheetNo]!, row, rowKey, problem, holds, actor.locale),
        ({ sheetNo, row, at }) => encodeCursor(sheetNo, row, at),
        count,
      );
    });
  }

  /** The cells a thing's fields came from, those of the newest register that stands; empty for what was made in the system. */
  sources(actor: Actor, table: 'mou' | 'credit_agreement' | 'petition', targetId: string): Promise<SourceView[]> {
    return this.uow.read(actor, async (tx) => {
      // Seen first as the reader sees it: only who may read the thing learns where it came from.
      const { id } = await tx.one<{ id: string }>(
        `select id from ${table} where id = $1 ${table === 'petition' ? OWN_WORDS : ''}`,
        [idOf(targetId)],
      );
      const rows = await asSystem(tx, () =>
        tx.query<Omit<SourceView, 'label'>>(
          `select distinct on (v.sheet, v.item, v.field) v.sheet, v.item, v.field, v.value, v.sheet_title || '!' || v.cell as place, v.scan_page as "scanPage",
             b.file_name as "fileName", b.committed_at as "committedAt"
           from register_value v join register_batch b on b.id = v.batch_id and b.status = 'COMMITTED'
           where v.target_id = $1 and v.field <> 'scanPage' order by v.sheet, v.item, v.field, b.committed_at desc`,
          [id],
        ),
      );
      const place = ({ sheet, field }: { sheet: SheetName; field: string }) =>
        this.parts.of(sheet).columns.findIndex(({ key }) => key === field);
      return rows
        .map((row) => ({ ...row, label: this.parts.of(row.sheet).columns[place(row)]?.label[actor.locale] ?? row.field }))
        .sort((a, b) => SHEETS.indexOf(a.sheet) - SHEETS.indexOf(b.sheet) || a.item - b.item || place(a) - place(b));
    });
  }

  private async count(actor: Actor): Promise<number> {
    return this.uow.read(actor, async (tx) => (await tx.one<{ n: number }>('select count(*)::int as n from register_batch')).n);
  }

  private problemOf(
    batch: BatchView,
    sheet: SheetName,
    row: number,
    key: string,
    { column, code, found, ...words }: Problem,
    holds: number,
    locale: Locale,
  ): ProblemView {
    const { title, mapping } = batch.sheets.find((one) => one.sheet === sheet)!;
    const at = mapping.indexOf(column);
    const part = this.parts.of(sheet);
    const label = part.columns.find((one) => one.key === column)?.label[locale] ?? column;
    return {
      sheet,
      sheetTitle: title ?? part.label[locale],
      row,
      cell: at < 0 ? null : cellAddress(at, row),
      key,
      label,
      code,
      found,
      message: words[locale],
      holds,
    };
  }

  private viewOf({ createdBy, submittedBy, sheetsRead, counts, refusal, ...row }: Row, actor: Actor): BatchView {
    const { locale } = actor;
    const sheets = this.parts.all.map((part): SheetView => {
      const read = sheetsRead.find(({ name }) => name === part.name);
      const of = (...outcomes: string[]) =>
        counts
          .filter(({ sheetNo, outcome }) => SHEETS[sheetNo] === part.name && outcomes.includes(outcome ?? ''))
          .reduce((sum, { count }) => sum + count, 0);
      return {
        sheet: part.name,
        label: part.label[locale],
        title: read?.title ?? null,
        mapping: read?.mapping ?? [],
        ignoredHeaders: read ? read.headers.filter((header, i) => header && read.mapping[i] === null) : [],
        total: of('CREATE', 'UPDATE', 'SAME', 'UNDECIDED', 'WAITING', 'HELD', 'ERROR'),
        creates: of('CREATE'),
        updates: of('UPDATE'),
        same: of('SAME', 'UNDECIDED'),
        waiting: of('WAITING'),
        held: of('HELD'),
        errors: of('ERROR'),
      };
    });
    const matchesOpen = counts.filter(({ outcome }) => outcome === 'UNDECIDED').reduce((sum, { count }) => sum + count, 0);
    const open: BatchView = {
      ...row,
      refusal: refusal && explain(registerMessages, refusal, locale).message,
      revertUntil: row.committedAt && revertUntil(row.committedAt),
      sheets,
      matchesOpen,
      availableActions: [],
    };
    const isPreparer = actor.userId === createdBy || actor.userId === submittedBy;
    return { ...open, availableActions: STEPS.map((action) => this.actionOf(action, open, isPreparer, locale)) };
  }

  private actionOf(action: (typeof STEPS)[number], batch: BatchView, isPreparer: boolean, locale: Locale) {
    const blocked = (refusal: { readonly code: string }) => ({
      action,
      allowed: false,
      reason: explain(registerMessages, refusal, locale).message,
    });
    const moved = nextState(REGISTER_TRANSITIONS, batch.status as RegisterState, action);
    if (!moved.ok) return blocked(moved.refusal);
    const changes = batch.sheets.reduce((sum, { creates, updates }) => sum + creates + updates, 0);
    if (action === 'submit' && batch.matchesOpen > 0)
      return blocked({ code: 'MATCHES_OPEN', count: batch.matchesOpen } as { readonly code: string });
    if (action === 'submit' && changes === 0) return blocked({ code: 'REGISTER_EMPTY' });
    if ((action === 'approve' || action === 'return') && isPreparer) return blocked({ code: 'SECOND_PERSON_NEEDED' });
    if (action === 'revert' && batch.revertUntil! < this.clock.now()) return blocked({ code: 'REVERT_TOO_LATE' });
    return { action, allowed: true, reason: null };
  }
}
