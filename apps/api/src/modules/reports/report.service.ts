import { Injectable } from '@nestjs/common';
import {
  accept,
  type LocalDate,
  nextState,
  type Refusal,
  refuse,
  REPORT_TRANSITIONS,
  reportNumber,
  reportPeriod,
  type ReportState,
  type Result,
  secondPerson,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { contentHash } from '../../platform/content-hash.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { tidyText } from '../../platform/text.js';
import { LegalBook } from '../registry/index.js';
import { ProgressReport, PublishedResult, ReportSnapshot } from './progress-report.entity.js';
import { lastIssued, makeReport, type ReportContent } from './report-making.js';
import type { ReportRefusal } from './report.messages.js';
import { reportPrepared } from './report.notices.js';
import { publishedResults } from './published-results.js';

export interface PrepareReport {
  readonly clientKey: string;
  /** Null: agreements of every conference. */
  readonly eventCode?: string | null;
  readonly periodFrom: LocalDate;
  readonly asOf: LocalDate;
}

export interface ReportStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

interface Standing {
  readonly id: string;
  readonly eventId: string | null;
  readonly eventTitle: string | null;
  readonly status: ReportState;
  readonly asOf: string;
  readonly previousId: string | null;
  readonly preparedBy: string;
  readonly isDemo: boolean;
  readonly version: number;
}

const LONGEST_REASON = 500;
const no = (refusal: ReportRefusal) => refuse(refusal);
/** Reports of one scope follow one another. */
const lockScope = (tx: Tx, eventId: string | null) =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('progress-report:' || $1, 0))`, [eventId ?? 'all']);

/** One officer draws a report up, and its numbers are frozen there and then; another person issues it. */
@Injectable()
export class ReportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
  ) {}

  prepare(actor: Actor, input: PrepareReport): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'reportPrepare', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'report.prepare', {});
      const [event] = input.eventCode
        ? await tx.query<{ id: string; title: string }>('select id, title from event where code = $1', [input.eventCode])
        : [null];
      if (event === undefined) return no({ code: 'REPORT_EVENT_MISSING' });
      const eventId = event?.id ?? null;
      await lockScope(tx, eventId);
      const previous = await lastIssued(tx, eventId);
      const period = reportPeriod(input, tx.today, previous?.asOf ?? null);
      if (!period.ok) return period;
      const { content, isDemo } = await makeReport(
        tx,
        this.legal,
        { eventId, orgId: actor.orgId, periodFrom: input.periodFrom, asOf: input.asOf },
        previous,
      );
      if (content.facts.agreements + (content.facts.credits?.rows.length ?? 0) === 0) return no({ code: 'REPORT_EMPTY' });
      const id = newId();
      await tx.insert(ProgressReport, {
        id,
        orgId: actor.orgId,
        eventId,
        periodFrom: input.periodFrom,
        asOf: input.asOf,
        previousId: previous?.id ?? null,
        preparedBy: actor.userId,
        preparedAt: tx.now,
        isDemo,
      });
      const sha256 = contentHash(content);
      await tx.insert(ReportSnapshot, { reportId: id, content, sha256, takenAt: tx.now });
      await tx.audit('report.prepare', 'report', id, { asOf: input.asOf, sha256 });
      await sendNotice(tx, reportPrepared, { orgId: actor.orgId, facts: { id, asOf: input.asOf }, key: id });
      return accept(id);
    });
  }

  /** Gives the number and the day; what was frozen is issued as it stands. */
  issue(actor: Actor, input: ReportStep): Promise<Result<string, Refusal>> {
    return this.step(actor, 'reportIssue', 'issue', input, async (tx, report) => {
      const eyes = secondPerson(report.preparedBy, actor.userId);
      if (!eyes.ok) return eyes;
      await lockScope(tx, report.eventId);
      const last = await lastIssued(tx, report.eventId);
      if ((last?.id ?? null) !== report.previousId) return no({ code: 'REPORT_OVERTAKEN' });
      const numberNo = await tx.nextNumber('BC');
      await tx.query(
        `update progress_report set status = 'ISSUED', number_year = $2, number_no = $3, issued_by = $4, issued_on = $5, version = version + 1 where id = $1`,
        [report.id, Number(tx.today.slice(0, 4)), numberNo, actor.userId, tx.today],
      );
      const { content } = await tx.one<{ content: ReportContent }>('select content from report_snapshot where report_id = $1', [
        report.id,
      ]);
      await tx.insert(PublishedResult, {
        reportId: report.id,
        title: report.eventTitle ?? 'Tất cả biên bản đã ký',
        number: reportNumber(numberNo),
        asOf: report.asOf,
        issuedOn: tx.today,
        results: publishedResults(content.facts),
        isDemo: report.isDemo,
      });
      await tx.audit('report.issue', 'report', report.id, { number: reportNumber(numberNo) });
      return accept(null);
    });
  }

  /** A draft that shall not be issued; a new one takes its place. */
  withdraw(actor: Actor, input: ReportStep & { readonly reason: string }): Promise<Result<string, Refusal>> {
    return this.step(actor, 'reportWithdraw', 'withdraw', input, async (tx, report) => {
      const reason = tidyText(input.reason);
      if (!reason || reason.length > LONGEST_REASON) return no({ code: 'REPORT_REASON_MISSING' });
      await tx.query(
        `update progress_report set status = 'WITHDRAWN', withdrawn_by = $2, withdraw_reason = $3, version = version + 1 where id = $1`,
        [report.id, actor.userId, reason],
      );
      await tx.audit('report.withdraw', 'report', report.id, { reason });
      return accept(null);
    });
  }

  private step(
    actor: Actor,
    operation: string,
    action: 'issue' | 'withdraw',
    input: ReportStep,
    decide: (tx: Tx, report: Standing) => Promise<Result<null, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, action === 'issue' ? 'report.issue' : 'report.prepare', {});
      const report = await tx.one<Standing>(
        `select r.id, r.event_id as "eventId", (select title from event e where e.id = r.event_id) as "eventTitle", r.status, r.as_of as "asOf",
           r.previous_id as "previousId", r.prepared_by as "preparedBy", r.is_demo as "isDemo", r.version
         from progress_report r where r.id = $1 for update`,
        [idOf(input.id)],
      );
      const moved = nextState(REPORT_TRANSITIONS, report.status, action);
      if (!moved.ok) return moved;
      if (report.version !== input.version) return versionConflict(report.version);
      const decided = await decide(tx, report);
      return decided.ok ? accept(report.id) : decided;
    });
  }
}
