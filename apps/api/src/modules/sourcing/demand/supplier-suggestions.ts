import { Injectable } from '@nestjs/common';
import {
  compareMatches,
  MATCH_PARTS,
  MATCH_WEIGHTS,
  type MatchFacts,
  type MatchPart,
  matchScore,
  matchValues,
  type Nearness,
  Quantity,
  quantity,
  seasonShare,
} from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AvailabilityBook, type ProductRef, ReadinessBook } from '../../catalog/index.js';
import type { OrganizationRef } from '../../registry/index.js';
import { type Candidate, SupplierCandidates } from './supplier-candidates.js';
import { reasonOf } from './suggestion.words.js';

/** What a buyer needs: of a demand post, or of one line of a request for quotation. */
export interface SupplierNeed {
  readonly productId?: string | null;
  readonly productName?: string | null;
  readonly productGroup?: string | null;
  readonly baseUnit?: string | null;
  /** For the whole period; unknown when left out. */
  readonly totalQty?: string | null;
  readonly periodFrom?: string | null;
  readonly periodTo?: string | null;
  readonly deliveryLocationId?: string | null;
  readonly certificateKinds?: readonly string[] | null;
}

export interface SuggestionPartView {
  readonly part: MatchPart;
  readonly weight: number;
  /** 0 to 100; null when nobody knows. */
  readonly value: number | null;
  readonly reason: string;
}

export interface SupplierSuggestionView {
  readonly id: string;
  readonly seller: OrganizationRef;
  readonly product: ProductRef;
  readonly score: number;
  readonly unknown: number;
  readonly parts: SuggestionPartView[];
  /** Papers that are wanted and not there, by name. */
  readonly missing: string[];
}

interface Place {
  readonly communeCode: string | null;
  readonly districtCode: string | null;
}

interface Known {
  readonly place: Place | null;
  readonly responses: ReadonlyMap<string, { asked: number; answered: number }>;
  readonly available: ReadonlyMap<string, Quantity>;
  /** The buyer's own list of papers, by product. */
  readonly checklist: ReadonlyMap<string, { met: number; required: number; missing: readonly string[] }>;
}

const MOST = 20;

/** Who could supply a need, best first, with every part of the reckoning in words. The same question has the same answer. */
@Injectable()
export class SupplierSuggestions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly candidates: SupplierCandidates,
    private readonly availability: AvailabilityBook,
    private readonly readiness: ReadinessBook,
  ) {}

  of(actor: Actor, need: SupplierNeed): Promise<SupplierSuggestionView[]> {
    return this.uow.read(actor, (tx) => this.forNeed(tx, actor, need));
  }

  /** For a post of the reader's own organization; NOT_FOUND for any other. */
  ofDemand(actor: Actor, demandId: string): Promise<SupplierSuggestionView[]> {
    return this.uow.read(actor, async (tx) => {
      const { weeklyQty, days, ...need } = await tx.one<SupplierNeed & { weeklyQty: string; days: number }>(
        `select product_id as "productId", product_name as "productName", product_group as "productGroup", base_unit as "baseUnit",
           weekly_qty::text as "weeklyQty", (period_to - period_from + 1) as days, period_from as "periodFrom", period_to as "periodTo",
           delivery_location_id as "deliveryLocationId", certificate_kinds as "certificateKinds"
         from demand_post where id = $1 and buyer_org_id = $2`,
        [idOf(demandId), actor.orgId],
      );
      const totalQty = quantity(weeklyQty).timesRatio(BigInt(days), 7n).toDecimalString();
      return this.forNeed(tx, actor, { ...need, totalQty });
    });
  }

  async forNeed(tx: Tx, actor: Actor, need: SupplierNeed): Promise<SupplierSuggestionView[]> {
    const found = await this.candidates.find(tx, actor.orgId, {
      productId: need.productId ? idOf(need.productId) : null,
      productName: need.productName ?? null,
      productGroup: need.productGroup ?? null,
    });
    const productIds = found.map(({ productId }) => productId);
    const known: Known = {
      place: await placeOf(tx, actor.orgId, need.deliveryLocationId),
      responses: await responsesOf(tx, actor.orgId, [...new Set(found.map(({ seller }) => seller.id))]),
      available: await this.availableIn(tx, productIds, need),
      checklist: await this.readiness.of(tx, actor.orgId, productIds),
    };
    const all = found.map((candidate) => suggest(candidate, need, known, actor.locale)).sort(compareMatches);
    // The best product speaks for its cooperative.
    const seen = new Set<string>();
    const best = all.filter(({ seller }) => !seen.has(seller.id) && seen.add(seller.id)).slice(0, MOST);
    const names = await paperNames(tx, [...new Set(best.flatMap(({ missing }) => missing))], actor.locale);
    return best.map((one) => ({
      ...one,
      missing: one.missing.flatMap((code) => (names.has(code) ? (names.get(code) ?? []) : code)),
    }));
  }

  private async availableIn(
    tx: Tx,
    productIds: readonly string[],
    { periodFrom, periodTo }: SupplierNeed,
  ): Promise<Known['available']> {
    if (!periodFrom || !periodTo || periodTo < tx.today) return new Map();
    return this.availability.uncommitted(tx, productIds, periodFrom, periodTo);
  }
}

function suggest(candidate: Candidate, need: SupplierNeed, known: Known, locale: 'vi' | 'en'): SupplierSuggestionView {
  const wanted = need.certificateKinds ?? [];
  const lacking = wanted.filter((kind) => !candidate.certificateKinds.includes(kind));
  const list = known.checklist.get(candidate.productId) ?? { met: 0, required: 0, missing: [] };
  const missing = [...new Set([...lacking, ...list.missing])];
  const facts = factsOf(candidate, need, known, {
    required: wanted.length + list.required,
    met: wanted.length - lacking.length + list.met,
  });
  const values = matchValues(facts);
  return {
    id: candidate.productId,
    seller: candidate.seller,
    product: candidate.product,
    ...matchScore(values),
    parts: MATCH_PARTS.map((part) => ({
      part,
      weight: MATCH_WEIGHTS[part],
      value: values[part],
      reason: reasonOf(part, facts, { product: candidate.product.nameVi, unit: candidate.baseUnit }, locale),
    })),
    missing,
  };
}

function factsOf(
  candidate: Candidate,
  need: SupplierNeed,
  { place, responses, available }: Known,
  readiness: { met: number; required: number },
): MatchFacts {
  const { periodFrom, periodTo, totalQty, baseUnit } = need;
  const offered = available.get(candidate.productId);
  const sameUnit = !baseUnit || baseUnit === candidate.baseUnit;
  return {
    product: candidate.fit,
    season: seasonShare(candidate.harvestMonths, periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null),
    volume: offered && totalQty && sameUnit ? { offered, asked: quantity(totalQty) } : null,
    readiness,
    distance: nearness(place, candidate),
    response: responses.get(candidate.seller.id) ?? null,
  };
}

/** By commune, then by the former district its commune lay in; both codes are of one province. */
function nearness(place: Place | null, { communeCode, districtCode }: Candidate): Nearness | null {
  if (!place?.communeCode || !(communeCode ?? districtCode)) return null;
  if (place.communeCode === communeCode) return 'SAME_COMMUNE';
  return place.districtCode !== null && place.districtCode === districtCode ? 'SAME_DISTRICT' : 'SAME_PROVINCE';
}

/** Kinds of certificates and entries of buyers' lists are data; so are their names. Null: said already by the kind of paper. */
async function paperNames(tx: Tx, codes: readonly string[], locale: 'vi' | 'en'): Promise<Map<string, string | null>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.query<{ code: string; vi: string | null; en: string | null }>(
    `select code, name_vi as vi, name_en as en from certificate_kind where code = any($1)
     union all select code, case when not kinds && $1 then name_vi end, case when not kinds && $1 then name_en end
       from requirement_type where code = any($1)`,
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row[locale]]));
}

async function placeOf(tx: Tx, orgId: string, locationId: string | null | undefined): Promise<Place | null> {
  if (!locationId) return null;
  return tx.one<Place>(
    `select l.commune_code as "communeCode", u.former_district_code as "districtCode"
     from location l left join administrative_unit u on u.code = l.commune_code where l.id = $1 and l.org_id = $2`,
    [idOf(locationId), orgId],
  );
}

/** How often each answered this buyer's own requests, of those answered or past their deadline; nobody else's history. */
async function responsesOf(tx: Tx, buyerOrgId: string, sellerIds: readonly string[]): Promise<Known['responses']> {
  const rows = await tx.query<{ id: string; asked: number; answered: number }>(
    `select id, count(*)::int as asked, count(*) filter (where answered)::int as answered from (
       select i.seller_org_id as id, r.deadline_at,
         i.declined_at is not null or exists (select 1 from quote q where q.rfq_id = i.rfq_id and q.seller_org_id = i.seller_org_id
           and q.first_sent_at is not null) as answered
       from rfq_invitee i join rfq r on r.id = i.rfq_id
       where i.buyer_org_id = $1 and i.seller_org_id = any($2) and i.invited_at is not null) asked
     where answered or deadline_at < $3 group by id`,
    [buyerOrgId, sellerIds, tx.now],
  );
  return new Map(rows.map(({ id, asked, answered }) => [id, { asked, answered }]));
}
