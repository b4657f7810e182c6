import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Locale, Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, ReaderLocale } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import {
  ProgressReport,
  ProgressReportConnection,
  PublicResult,
  ReportActionInput,
  ReportAgreement,
  ReportFacts,
  ReportPrepareInput,
  ReportResult,
  ReportWithdrawInput,
} from './report.graphql.js';
import type { ReportContent } from './report-making.js';
import { reportMessages } from './report.messages.js';
import { ReportQueries } from './report.queries.js';
import { ReportService } from './report.service.js';
import { groupName } from './report-words.js';

type Answer = Promise<typeof ReportResult>;
const MOST = 100;

@Resolver(() => ProgressReport)
export class ReportResolver {
  private readonly contents = new WeakMap<ProgressReport, Promise<ReportContent>>();

  constructor(
    private readonly queries: ReportQueries,
    private readonly service: ReportService,
  ) {}

  @Query(() => ProgressReportConnection)
  @Authority('report.prepare')
  progressReports(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<ProgressReport>> {
    return this.queries.page(actor, first, after);
  }

  @Query(() => ProgressReport, { nullable: true })
  @Authority('report.prepare')
  progressReport(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<ProgressReport> {
    return this.queries.byId(actor, id);
  }

  @Query(() => ReportFacts)
  @Authority('report.prepare')
  async reportPreview(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @Args('periodFrom', { type: () => LocalDate }) periodFrom: string,
    @Args('asOf', { type: () => LocalDate }) asOf: string,
    @CurrentActor() actor: Actor,
  ): Promise<ReportFacts> {
    return factsView(await this.queries.preview(actor, eventCode, periodFrom, asOf), actor.locale);
  }

  @Query(() => [PublicResult], { description: 'The newest issued report of each conference, as everybody may read it.' })
  @Authority('PUBLIC')
  async publicResults(@ReaderLocale() locale: Locale): Promise<PublicResult[]> {
    const results = await this.queries.published();
    return results.map((result) => ({
      ...{ minCases: 5 },
      ...result,
      groups: result.groups.map((row) => ({ ...row, label: groupName(row.label, locale) })),
    })) as unknown as PublicResult[];
  }

  @ResolveField(() => ReportFacts)
  async facts(@Parent() report: ProgressReport, @CurrentActor() actor: Actor): Promise<ReportFacts> {
    return factsView(await this.contentOf(report, actor), actor.locale);
  }

  @ResolveField(() => [ReportAgreement], { description: 'In the order of the register; at most a hundred at a time.' })
  async annex(
    @Parent() report: ProgressReport,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('skip', { type: () => Int, nullable: true, defaultValue: 0 }) skip: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<ReportAgreement[]> {
    const { facts } = await this.contentOf(report, actor);
    const from = Math.max(0, skip ?? 0);
    return facts.annex.slice(from, from + Math.min(MOST, Math.max(1, first ?? 20))) as unknown as ReportAgreement[];
  }

  @Mutation(() => ReportResult)
  @Authority('report.prepare')
  async reportPrepare(@Args('input') input: ReportPrepareInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.prepare(actor, input));
  }

  @Mutation(() => ReportResult)
  @Authority('report.issue')
  async reportIssue(@Args('input') input: ReportActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.issue(actor, input));
  }

  @Mutation(() => ReportResult)
  @Authority('report.prepare')
  async reportWithdraw(@Args('input') input: ReportWithdrawInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  /** The snapshot is large: facts and annex of one answer read it once. */
  private contentOf(report: ProgressReport, actor: Actor): Promise<ReportContent> {
    const found = this.contents.get(report) ?? this.queries.content(actor, report.id);
    this.contents.set(report, found);
    return found;
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(
      result,
      'ProgressReport',
      (id) => this.queries.byId(actor, id),
      reportMessages,
      actor.locale,
    ) as unknown as Answer;
  }
}

const factsView = ({ facts, corrections }: ReportContent, locale: Locale): ReportFacts =>
  ({
    // Reports drawn up before these were counted.
    ...{ minCases: 5, ended: 0, lapsed: 0, pace: [] },
    ...facts,
    groups: facts.groups.map((row) => ({ ...row, label: groupName(row.group, locale) })),
    districts: facts.districts.map((row) => ({ ...row, label: row.name })),
    communes: facts.communes.map((row) => ({ ...row, label: row.name })),
    stallReasons:
      facts.stallReasons?.map(({ reason, ...row }) => ({
        ...row,
        name: reason && (locale === 'en' ? reason.nameEn : reason.nameVi),
      })) ?? null,
    corrections,
  }) as unknown as ReportFacts;
