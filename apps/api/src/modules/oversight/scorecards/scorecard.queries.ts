import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  type LocalDate,
  localDateOf,
  type ScoreCase,
  type ScoreCode,
  scorecard,
  type ScorecardRules,
  type ScorecardSide,
  type ScoreFigure,
} from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { LegalBook, likePatterns, type OrganizationRefView, organizationRefSql } from '../../registry/index.js';
import { type LineRow, tradeFacts, type TradeFacts } from './scorecard-facts.js';

export interface ScorecardView {
  readonly organization: OrganizationRefView;
  readonly side: ScorecardSide;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly minCases: number;
  readonly fullBp: number;
  /** The reader is a partner and sees what the two trade with each other. */
  readonly isSharedTrade: boolean;
  readonly figures: ScoreFigure[];
}

export interface ScoreRowView extends ScoreCase {
  readonly number: string;
  readonly goods: string | null;
  readonly contractId: string | null;
  /** The day it was due: promised, asked for, of the answer or of the payment. */
  readonly dueOn: LocalDate | null;
  readonly partner: OrganizationRefView | null;
}

export interface ListQuestion {
  readonly side: ScorecardSide;
  readonly months: number;
  readonly search?: string | null;
  /** Weakest first by this figure; null: by name. */
  readonly sort?: ScoreCode | null;
}

/** Figures in which less is better. */
const LESS_IS_BETTER: readonly ScoreCode[] = ['REJECTED', 'CANCELLED'];
const MOST_MONTHS = 24;

@Injectable()
export class ScorecardQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
  ) {}

  /** One organization's card: its own, a partner's for the trade with the reader, or any for the Alliance; else like a missing one. */
  card(actor: Actor, orgId: string, side: ScorecardSide, months: number): Promise<ScorecardView> {
    return this.uow.read(actor, async (tx) => (await this.open(tx, actor, orgId, side, months)).view);
  }

  /** What stands behind a figure, what missed first, then by number. */
  rows(
    actor: Actor,
    card: Pick<ScorecardView, 'side'> & { readonly organization: { readonly id: string }; readonly months: number },
    code: ScoreCode,
    unit: string | null,
  ): Promise<ScoreRowView[]> {
    return this.uow.read(actor, async (tx) => {
      const { view, facts } = await this.open(tx, actor, card.organization.id, card.side, card.months);
      const figure = view.figures.find((one) => one.code === code && one.unit === unit);
      if (!figure) return [];
      // Backwards, so that an order keeps the first of its lines.
      const lineBy = new Map(
        facts.lines.toReversed().flatMap((line) => [[line.orderId, line] as const, [line.lineId, line] as const]),
      );
      const rows = figure.list.map((one) => ({ ...one, ...described(facts, lineBy.get(one.ref), code, one.ref) }));
      const partners = await refsOf(tx, [...new Set(rows.map(({ partners }) => partners[card.side]))]);
      const missed = ({ numerator, denominator }: ScoreCase) => (numerator === denominator ? 1 : 0);
      return rows
        .map(({ partners: sides, ...row }) => ({ ...row, partner: partners.get(sides[card.side]) ?? null }))
        .sort((a, b) => missed(a) - missed(b) || (a.number < b.number ? 1 : -1));
    });
  }

  /** Everybody who traded on this side in the period, for the Alliance. */
  list(actor: Actor, { side, months, search, sort }: ListQuestion): Promise<ScorecardView[]> {
    return this.uow.read(actor, async (tx) => {
      const rules = await this.rules(tx, months);
      const facts = await tradeFacts(tx, null, rules.from, rules.to);
      const traded = [...new Set([...facts.lines, ...facts.plans, ...facts.bills].map((row) => row[OWN[side]]))];
      const found = await refsOf(tx, traded, search ?? null);
      const cards = [...found.values()].map((organization) => ({
        ...{ organization, side, from: rules.from, to: rules.to, minCases: rules.minCases, fullBp: rules.fullBp },
        isSharedTrade: false,
        figures: scorecard(side, ofOrganization(facts, side, organization.id), rules),
      }));
      return cards.sort(inOrderOf(sort ?? null));
    });
  }

  private async open(tx: Tx, actor: Actor, given: string, side: ScorecardSide, months: number) {
    const orgId = idOf(given);
    const isOwn = orgId === actor.orgId;
    if (!isOwn && actor.orgKind !== 'ALLIANCE') await assertPartner(tx, orgId);
    const organization = (await refsOf(tx, [orgId])).get(orgId);
    if (!organization) throw new NotFoundError();
    const rules = await this.rules(tx, months);
    const facts = ofOrganization(await tradeFacts(tx, orgId, rules.from, rules.to), side, orgId);
    const view: ScorecardView = {
      ...{ organization, side, from: rules.from, to: rules.to, minCases: rules.minCases, fullBp: rules.fullBp },
      isSharedTrade: !isOwn && actor.orgKind !== 'ALLIANCE',
      figures: scorecard(side, facts, rules),
    };
    return { view, facts };
  }

  /** Whole days that are over; limits as they stand today. Without a limit no rate is told at all. */
  private async rules(tx: Tx, months: number): Promise<ScorecardRules> {
    const to = addDays(tx.today, -1);
    return {
      from: addDays(addMonths(to, -Math.min(MOST_MONTHS, Math.max(1, months))), 1),
      to,
      minCases: (await this.legal.number(tx, 'RATE_MIN_CASES', tx.today)) ?? Number.MAX_SAFE_INTEGER,
      fullBp: (await this.legal.number(tx, 'SCORECARD_FULL_BP', tx.today)) ?? 10_000,
    };
  }
}

const OWN = { SELLER: 'sellerOrgId', BUYER: 'buyerOrgId' } as const;

/** Somebody with whom the reader stands in a memorandum, a contract or an order: the walls show no others. */
async function assertPartner(tx: Tx, orgId: string): Promise<void> {
  const [known] = await tx.query(
    `select 1 from mou where party_org_ids @> array[$1::uuid] union all select 1 from contract where $1 in (seller_org_id, buyer_org_id)
     union all select 1 from purchase_order where $1 in (seller_org_id, buyer_org_id) limit 1`,
    [orgId],
  );
  if (!known) throw new NotFoundError();
}

async function refsOf(tx: Tx, ids: readonly string[], search: string | null = null): Promise<Map<string, OrganizationRefView>> {
  const rows = await tx.query<{ ref: OrganizationRefView }>(
    `select ${organizationRefSql('o')} as ref from organization o where o.id = any($1) and ($2::text[] is null or fold_vietnamese(o.name || ' ' || coalesce(o.short_name, '')) like all($2)) order by o.name`,
    [ids, search ? likePatterns(search) : null],
  );
  return new Map(rows.map(({ ref }) => [ref.id, ref]));
}

function ofOrganization(facts: TradeFacts, side: ScorecardSide, orgId: string): TradeFacts {
  const own = <Row extends { sellerOrgId: string; buyerOrgId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row[OWN[side]] === orgId);
  return {
    lines: own(facts.lines),
    arrivals: own(facts.arrivals),
    plans: own(facts.plans),
    bills: own(facts.bills),
    payments: own(facts.payments),
  };
}

function described(facts: TradeFacts, line: LineRow | undefined, code: ScoreCode, ref: string) {
  const plan = line ? undefined : facts.plans.find(({ contractLineId }) => contractLineId === ref);
  const bill = line || plan ? undefined : facts.bills.find(({ billId }) => billId === ref);
  const row = line ?? plan ?? bill!;
  const asked = code === 'OTIF_REQUESTED' || code === 'FILL';
  const lineDue =
    line &&
    (code === 'ANSWERED_IN_TIME'
      ? localDateOf(line.answerDueAt)
      : asked
        ? line.requestedOn
        : (line.promisedOn ?? line.requestedOn));
  return {
    number: row.number,
    // Orders are counted whole: one of their goods would say the wrong thing.
    goods: line && ref === line.orderId ? null : row.goods,
    contractId: plan?.contractId ?? null,
    dueOn: lineDue ?? bill?.dueOn ?? null,
    partners: { SELLER: row.buyerOrgId, BUYER: row.sellerOrgId },
  };
}

/** Weakest first; those of whom nothing can be said last. */
function inOrderOf(sort: ScoreCode | null) {
  const byName = (a: ScorecardView, b: ScorecardView) => a.organization.name.localeCompare(b.organization.name, 'vi');
  if (!sort) return byName;
  const sign = LESS_IS_BETTER.includes(sort) ? -1 : 1;
  const rate = ({ figures }: ScorecardView): number | null => {
    const known = figures.flatMap(({ code, rateBp }) => (code === sort && rateBp !== null ? [rateBp * sign] : []));
    return known.length ? Math.min(...known) : null;
  };
  return (a: ScorecardView, b: ScorecardView): number => {
    const [x, y] = [rate(a), rate(b)];
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return x - y || byName(a, b);
  };
}
