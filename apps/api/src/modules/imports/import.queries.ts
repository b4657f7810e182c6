import { Injectable } from '@nestjs/common';
import { type ImportAction, type ImportState, type Locale, type Refusal } from '@lienket/domain';
import { allows, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BadInputError } from '../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { explain } from '../../platform/graphql/refusal.js';
import { isUuid } from '../../platform/ids.js';
import { columnLetters } from '../../platform/spreadsheets/index.js';
import { missingColumns } from './column-matching.js';
import { may } from './import-batches.js';
import { ImportKinds } from './import-kinds.js';
import { undoUntil } from './import-undoing.js';
import { importMessages } from './import.messages.js';
import type {
  ImportActionView,
  ImportBatchView,
  ImportKeptView,
  ImportProblemGroupView,
  ImportProblemView,
  ImportRowView,
  ImportUndoView,
} from './import.view.js';
import type { ImportKind, ImportKindName, Problem, RowOutcome } from './import-kind.js';
import { keptMessages, type KeptReason } from './kept.messages.js';

interface BatchRow {
  readonly id: string;
  readonly orgId: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly status: ImportState;
  readonly mode: 'VALID_ONLY' | 'ALL_OR_NOTHING' | null;
  readonly headers: readonly { readonly header: string; readonly sample: string | null }[];
  readonly mapping: readonly (string | null)[];
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly toCreate: number;
  readonly toUpdate: number;
  readonly toSkip: number;
  readonly withErrors: number;
  readonly cancelAsked: boolean;
  readonly refusal: Refusal | null;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly revertedAt: Date | null;
  readonly version: number;
}

const SELECT = `select b.id, b.org_id as "orgId", b.kind, b.file_name as "fileName", b.status, b.mode, b.headers, b.mapping, b.rows_total as "rowsTotal",
    b.rows_done as "rowsDone", b.to_create as "toCreate", b.to_update as "toUpdate", b.to_skip as "toSkip", b.with_errors as "withErrors",
    b.cancel_asked as "cancelAsked", b.refusal, u.full_name as "createdByName", b.created_at as "createdAt", b.committed_at as "committedAt",
    b.reverted_at as "revertedAt", b.version
  from import_batch b join app_user u on u.id = b.created_by`;

const STEPS: readonly ImportAction[] = ['match', 'commit', 'cancel', 'revert'];
const PAGE_GONE = 'Trang này không còn. Hãy tải lại danh sách.';

/** The imports of the reader's own organization. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly kinds: ImportKinds,
  ) {}

  async page(actor: Actor, first: number | null, after: string | null): Promise<Connection<ImportBatchView>> {
    const size = pageSize(first);
    const [cursor = null] = decodeCursor(after, 1) ?? [];
    if (cursor !== null && !isUuid(cursor)) throw new BadInputError(PAGE_GONE, 'after');
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<BatchRow>(`${SELECT} where b.org_id = $1 and ($2::uuid is null or b.id < $2) order by b.id desc limit $3`, [
        actor.orgId,
        cursor,
        size + 1,
      ]),
    );
    const count = () =>
      this.uow
        .read(actor, (tx) =>
          tx.one<{ count: number }>('select count(*)::int as count from import_batch where org_id = $1', [actor.orgId]),
        )
        .then((row) => row.count);
    return toConnection(
      rows,
      size,
      (row) => this.viewOf(row, actor),
      (row) => encodeCursor(row.id),
      count,
    );
  }

  async byId(actor: Actor, id: string): Promise<ImportBatchView> {
    const row = await this.uow.read(actor, (tx) =>
      tx.one<BatchRow>(`${SELECT} where b.id = $1 and b.org_id = $2`, [idOf(id), actor.orgId]),
    );
    return this.viewOf(row, actor);
  }

  /** Rows in the order of the file. */
  async rows(actor: Actor, batch: ImportBatchView, outcome: RowOutcome | null, first: number | null, after: string | null) {
    const size = pageSize(first);
    const [cursor = '0'] = decodeCursor(after, 1) ?? [];
    if (!/^\d{1,7}$/.test(cursor)) throw new BadInputError(PAGE_GONE, 'after');
    const where = 'batch_id = $1 and ($2::text is null or outcome = $2)';
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<{ row: number; key: string; outcome: RowOutcome | null; errors: Problem[] }>(
        `select row_no as row, key, outcome, errors from import_row where ${where} and row_no > $3 order by row_no limit $4`,
        [batch.id, outcome, Number(cursor), size + 1],
      ),
    );
    const count = () =>
      this.uow
        .read(actor, (tx) =>
          tx.one<{ count: number }>(`select count(*)::int as count from import_row where ${where}`, [batch.id, outcome]),
        )
        .then((row) => row.count);
    const describe = this.describer(batch, actor.locale);
    return toConnection(
      rows,
      size,
      ({ errors, ...row }): ImportRowView => ({ ...row, problems: errors.map((problem) => describe(problem, row.row)) }),
      ({ row }) => encodeCursor(row),
      count,
    );
  }

  /** The same fix for many cells is one task: the most frequent first. */
  async problemGroups(actor: Actor, batch: ImportBatchView): Promise<ImportProblemGroupView[]> {
    const groups = await this.uow.read(actor, (tx) =>
      tx.query<Problem & { count: number; rows: number[] }>(
        `select e.problem ->> 'code' as code, e.problem ->> 'column' as column, min(e.problem ->> 'vi') as vi, min(e.problem ->> 'en') as en,
           '' as found, count(*)::int as count, (array_agg(r.row_no order by r.row_no))[1:5] as rows
         from import_row r, jsonb_array_elements(r.errors) as e(problem) where r.batch_id = $1 and r.outcome = 'ERROR'
         group by 1, 2 order by count(*) desc, 1, 2 limit 50`,
        [batch.id],
      ),
    );
    const describe = this.describer(batch, actor.locale);
    return groups.map(({ count, rows, ...problem }) => {
      const { code, column, label, message } = describe(problem, rows[0]!);
      return {
        code,
        column,
        label,
        message,
        count,
        cells: rows.map((row) => describe(problem, row).cell ?? (actor.locale === 'vi' ? `dòng ${row}` : `row ${row}`)),
      };
    });
  }

  async undo(actor: Actor, batch: ImportBatchView): Promise<ImportUndoView | null> {
    if (batch.status !== 'REVERTED') return null;
    const rows = await this.uow.read(actor, (tx) =>
      tx.query<{ row: number; reason: KeptReason['code'] | null; name: string }>(
        `select c.row_no as row, c.kept_reason as reason, coalesce(r.key, '') as name
         from import_change c left join import_row r on r.batch_id = c.batch_id and r.row_no = c.row_no
         where c.batch_id = $1 order by c.row_no`,
        [batch.id],
      ),
    );
    const kept = rows.flatMap(({ row, name, reason }): ImportKeptView[] =>
      reason ? [{ row, name, reason: explain(keptMessages, { code: reason }, actor.locale).message }] : [],
    );
    return { undone: rows.length - kept.length, kept: kept.slice(0, 200) };
  }

  private describer(batch: ImportBatchView, locale: Locale): (problem: Problem, row: number) => ImportProblemView {
    const labels = new Map(batch.columns.map(({ key, label }) => [key, label]));
    const letters = new Map(batch.headers.flatMap(({ column, letter }) => (column ? [[column, letter] as const] : [])));
    return ({ column, code, found, ...words }, row) => {
      const letter = letters.get(column);
      return {
        column,
        label: labels.get(column) ?? column,
        cell: letter ? `${letter}${row}` : null,
        code,
        found,
        message: words[locale],
      };
    };
  }

  private viewOf({ orgId, mapping, refusal, ...row }: BatchRow, actor: Actor): ImportBatchView {
    const kind = this.kinds.of(row.kind);
    const { locale } = actor;
    const asked = refusal && explain(importMessages, refusal, locale);
    return {
      ...row,
      refusal: asked ? asked.message : null,
      headers: row.headers.map(({ header, sample }, index) => ({
        letter: columnLetters(index),
        header,
        sample,
        column: mapping[index] ?? null,
      })),
      columns: kind.columns.map(({ key, label, required, help }) => ({
        ...{ key, label: label[locale], isRequired: required === true || key === kind.keyColumns[0], help: help[locale] },
      })),
      missing: row.status === 'MATCHING' ? missingColumns(kind, mapping).map(({ label }) => label[locale]) : [],
      undoUntil: row.committedAt && undoUntil(row.committedAt),
      availableActions: allows(actor, kind.action, { ownerOrgId: orgId })
        ? STEPS.map((step) => this.actionOf(step, row, locale))
        : [],
    };
  }

  private actionOf(action: ImportAction, row: Omit<BatchRow, 'orgId' | 'mapping' | 'refusal'>, locale: Locale): ImportActionView {
    const blocked = (refusal: Refusal) => ({ action, allowed: false, reason: explain(importMessages, refusal, locale).message });
    const moved = may(row.status, action);
    if (!moved.ok) return blocked(moved.refusal);
    if (action === 'commit' && row.toCreate + row.toUpdate === 0) return blocked({ code: 'NOTHING_TO_COMMIT' });
    if (action === 'revert' && undoUntil(row.committedAt!) < this.clock.now()) return blocked({ code: 'UNDO_TOO_LATE' });
    return { action, allowed: true, reason: null };
  }

  kindsFor(actor: Actor): ImportKind[] {
    return this.kinds.all.filter((kind) => allows(actor, kind.action, { ownerOrgId: actor.orgId }));
  }
}
