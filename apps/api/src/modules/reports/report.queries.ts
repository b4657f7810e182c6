import { Injectable } from '@nestjs/common';
import { nextState, REPORT_TRANSITIONS, reportNumber, type ReportState, secondPerson } from '@lienket/domain';
import { allows, assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { explain } from '../../platform/graphql/refusal.js';
import { LegalBook } from '../registry/index.js';
import type { PublishedResults } from './published-results.js';
import { lastIssued, makeReport, type ReportContent } from './report-making.js';
import { reportMessages } from './report.messages.js';

export interface ReportRow {
  readonly id: string;
  readonly event: { code: string; title: string; heldOn: string } | null;
  readonly periodFrom: string;
  readonly asOf: string;
  readonly status: ReportState;
  readonly numberNo: number | null;
  readonly preparedBy: string;
  readonly preparedByName: string;
  readonly preparedAt: Date;
  readonly issuedByName: string | null;
  readonly issuedOn: string | null;
  readonly withdrawReason: string | null;
  readonly orgName: string;
  readonly orgAddress: string | null;
  readonly sha256: string;
  readonly isDemo: boolean;
  readonly version: number;
}

export interface ReportView extends ReportRow {
  readonly number: string | null;
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

export interface PublicResultView extends PublishedResults {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly asOf: string;
  readonly issuedOn: string;
  readonly isDemo: boolean;
}

const nameOf = (column: string) => `(select full_name from app_user u where u.id = r.${column})`;
const SELECT = `select r.id, case when e.id is null then null else json_build_object('code', e.code, 'title', e.title, 'heldOn', e.held_on) end as event,
    r.period_from as "periodFrom", r.as_of as "asOf", r.status, r.number_no as "numberNo", r.prepared_by as "preparedBy",
    ${nameOf('prepared_by')} as "preparedByName", r.prepared_at as "preparedAt", ${nameOf('issued_by')} as "issuedByName", r.issued_on as "issuedOn",
    r.withdraw_reason as "withdrawReason", o.name as "orgName", o.address as "orgAddress", s.sha256, r.is_demo as "isDemo", r.version
  from progress_report r join report_snapshot s on s.report_id = r.id join organization o on o.id = r.org_id left join event e on e.id = r.event_id`;

@Injectable()
export class ReportQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pool: SqlPool,
    private readonly legal: LegalBook,
  ) {}

  /** Newest first. */
  page(actor: Actor, first: number | null, after: string | null): Promise<Connection<ReportView>> {
    const size = pageSize(first);
    const key = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<ReportRow>(`${SELECT} where $1::uuid is null or r.id < $1 order by r.id desc limit $2`, [
        key?.[0] ?? null,
        size + 1,
      ]);
      return toConnection(
        rows,
        size,
        (row) => viewOf(row, actor),
        ({ id }) => encodeCursor(id),
        async () =>
          (await this.uow.read(actor, (count) => count.one<{ n: number }>('select count(*)::int as n from progress_report'))).n,
      );
    });
  }

  byId(actor: Actor, id: string): Promise<ReportView> {
    return this.uow.read(actor, async (tx) => viewOf(await tx.one<ReportRow>(`${SELECT} where r.id = $1`, [idOf(id)]), actor));
  }

  content(actor: Actor, id: string): Promise<ReportContent> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<{ content: ReportContent }>('select content from report_snapshot where report_id = $1', [
        idOf(id),
      ]);
      return row.content;
    });
  }

  /** What a report of this period would say now; nothing is kept. */
  preview(actor: Actor, eventCode: string | null, periodFrom: string, asOf: string): Promise<ReportContent> {
    assertMay(actor, 'report.prepare', {});
    return this.uow.read(actor, async (tx) => {
      const eventId = eventCode ? (await tx.one<{ id: string }>('select id from event where code = $1', [eventCode])).id : null;
      const { content } = await makeReport(
        tx,
        this.legal,
        { eventId, orgId: actor.orgId, periodFrom, asOf },
        await lastIssued(tx, eventId),
      );
      return content;
    });
  }

  /** The newest issued report of each scope. */
  async published(): Promise<PublicResultView[]> {
    const rows = await this.pool.rows<Omit<PublicResultView, keyof PublishedResults> & { results: PublishedResults }>(
      'published-results',
      `select distinct on (title) report_id as id, title, number, as_of as "asOf", issued_on as "issuedOn", is_demo as "isDemo", results
       from published_result order by title, as_of desc`,
    );
    return rows.map(({ results, ...row }) => ({ ...row, ...results }));
  }
}

function viewOf(row: ReportRow, actor: Actor): ReportView {
  const actions = (['issue', 'withdraw'] as const).filter((action) =>
    allows(actor, action === 'issue' ? 'report.issue' : 'report.prepare', {}),
  );
  return {
    ...row,
    number: row.numberNo === null ? null : reportNumber(row.numberNo),
    availableActions: actions.map((action) => {
      const moved = nextState(REPORT_TRANSITIONS, row.status, action);
      const eyes = action === 'issue' ? secondPerson(row.preparedBy, actor.userId) : null;
      const refusal = !moved.ok ? moved.refusal : eyes && !eyes.ok ? eyes.refusal : null;
      return { action, allowed: refusal === null, reason: refusal && explain(reportMessages, refusal, actor.locale).message };
    }),
  };
}
