import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { ScoreCode, ScorecardSide } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { Scorecard, ScorecardPage, ScorecardSideName, ScoreCodeName, ScoreRowPage } from './scorecard.graphql.js';
import { ScorecardQueries } from './scorecard.queries.js';

const MOST = 100;
const months = { type: () => Int, nullable: true, defaultValue: 12 } as const;
const pageOf = <Row>(rows: readonly Row[], first: number | null, skip: number | null): Row[] => {
  const from = Math.max(0, skip ?? 0);
  return rows.slice(from, from + Math.min(MOST, Math.max(1, first ?? 20)));
};

@Resolver(() => Scorecard)
export class ScorecardResolver {
  constructor(private readonly queries: ScorecardQueries) {}

  @Query(() => Scorecard, {
    description: 'For the organization itself, its partners (what they trade with each other) and the Alliance.',
  })
  @Authority('SIGNED_IN')
  scorecard(
    @Args('orgId', { type: () => ID }) orgId: string,
    @Args('side', { type: () => ScorecardSideName }) side: ScorecardSide,
    @Args('months', months) past: number,
    @CurrentActor() actor: Actor,
  ): Promise<Scorecard> {
    return this.queries.card(actor, orgId, side, past) as Promise<Scorecard>;
  }

  @Query(() => ScoreRowPage, { description: 'What counts in a figure, what missed first.' })
  @Authority('SIGNED_IN')
  async scorecardRows(
    @Args('orgId', { type: () => ID }) orgId: string,
    @Args('side', { type: () => ScorecardSideName }) side: ScorecardSide,
    @Args('code', { type: () => ScoreCodeName }) code: ScoreCode,
    @Args('months', months) past: number,
    @CurrentActor() actor: Actor,
    @Args('unit', { type: () => String, nullable: true }) unit?: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first?: number | null,
    @Args('skip', { type: () => Int, nullable: true, defaultValue: 0 }) skip?: number | null,
  ): Promise<ScoreRowPage> {
    const rows = await this.queries.rows(actor, { organization: { id: orgId }, side, months: past }, code, unit ?? null);
    return { rows: pageOf(rows, first ?? null, skip ?? null), total: rows.length } as ScoreRowPage;
  }

  @Query(() => ScorecardPage, { description: 'Everybody who traded on a side in the period.' })
  @Authority('board.view')
  async scorecards(
    @Args('side', { type: () => ScorecardSideName }) side: ScorecardSide,
    @Args('months', months) past: number,
    @CurrentActor() actor: Actor,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('sort', { type: () => ScoreCodeName, nullable: true, description: 'Weakest first by this figure; else by name.' })
    sort?: ScoreCode | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first?: number | null,
    @Args('skip', { type: () => Int, nullable: true, defaultValue: 0 }) skip?: number | null,
  ): Promise<ScorecardPage> {
    const cards = await this.queries.list(actor, { side, months: past, search: search ?? null, sort: sort ?? null });
    return { cards: pageOf(cards, first ?? null, skip ?? null), total: cards.length } as ScorecardPage;
  }
}
