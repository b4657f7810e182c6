import { accept, checkLinePrice, foldVietnamese, type LinePricePrinciple, quantity, refuse, type Result } from '@lienket/domain';
import { isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../platform/graphql/refusal.js';
import { tidyLine, tidyText } from '../../platform/text.js';
import type { MouLineRefusal, MouRefusal } from './mou.messages.js';

export interface GivenParty {
  readonly orgId: string;
  readonly role: string;
  readonly mustSign: boolean;
  readonly representative?: string | null;
}

export interface GivenLine {
  readonly productId?: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly targetQty?: string | null;
  readonly seasonMonths: readonly number[];
  readonly referencePrice?: bigint | null;
  readonly pricePrinciple?: LinePricePrinciple | null;
  readonly priceSource?: string | null;
  readonly qualityTerms?: string | null;
}

export interface CheckedLine {
  readonly productId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly targetQty: string | null;
  readonly seasonMonths: number[];
  readonly referencePrice: bigint | null;
  readonly pricePrinciple: LinePricePrinciple | null;
  readonly priceSource: string | null;
  readonly qualityTerms: string | null;
}

export interface CheckedParty {
  readonly orgId: string;
  readonly role: string;
  readonly mustSign: boolean;
  readonly representative: string | null;
  readonly isDemo: boolean;
  /** For the search text. */
  readonly names: string;
}

const MOST_PARTIES = 50;
const MOST_LINES = 200;
const DEAREST = 1_000_000_000n;

export function checkHead(given: {
  readonly title: string;
  readonly qualityTerms: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}): Result<{ title: string; qualityTerms: string | null }, MouRefusal> {
  const title = tidyLine(given.title);
  const qualityTerms = tidyText(given.qualityTerms);
  if (!title || title.length > 200) return refuse({ code: 'TITLE_MISSING' });
  if (qualityTerms && qualityTerms.length > 2000) return refuse({ code: 'QUALITY_TERMS_TOO_LONG' });
  if (given.validFrom && given.validTo && given.validFrom > given.validTo) return refuse({ code: 'DATES_OUT_OF_ORDER' });
  return accept({ title, qualityTerms });
}

/** Parties from the register, each once, with at least one seller and one buyer who must sign. */
export async function checkParties(
  tx: Tx,
  actor: Actor,
  given: readonly GivenParty[],
): Promise<Result<CheckedParty[], MouRefusal>> {
  if (given.length > MOST_PARTIES) return refuse({ code: 'TOO_MANY_PARTIES' });
  const sides = (list: readonly GivenParty[]) => ['SELLER', 'BUYER'].every((role) => list.some((party) => party.role === role));
  if (!sides(given)) return refuse({ code: 'PARTIES_MISSING' });
  if (!sides(given.filter((party) => party.mustSign))) return refuse({ code: 'SIGNATORIES_MISSING' });
  const ids = given.map((party) => party.orgId.toLowerCase());
  if (new Set(ids).size !== ids.length) return refuse({ code: 'PARTY_TWICE' });
  if (!ids.every(isUuid)) return refuse({ code: 'PARTY_UNKNOWN' });
  const rows = await tx.query<{ id: string; name: string; short_name: string; is_demo: boolean }>(
    `select id, name, short_name, is_demo from organization where id = any($1) and status = 'ACTIVE'`,
    [ids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  if (!ids.every((id) => known.has(id))) return refuse({ code: 'PARTY_UNKNOWN' });
  if (actor.orgKind !== 'ALLIANCE' && !ids.includes(actor.orgId)) return refuse({ code: 'NOT_AMONG_PARTIES' });
  const parties = given.map(({ role, mustSign, representative }, index): CheckedParty => {
    const org = known.get(ids[index]!)!;
    return {
      orgId: org.id,
      role,
      mustSign,
      representative: tidyLine(representative),
      isDemo: org.is_demo,
      names: `${org.name} ${org.short_name}`,
    };
  });
  const tooLong = parties.some((party) => party.representative && party.representative.length > 200);
  return tooLong ? refuse({ code: 'REPRESENTATIVE_TOO_LONG' }) : accept(parties);
}

/** Goods by product or by words, with or without a quantity; a product must be one of the sellers', in its own unit. */
export async function checkLines(
  tx: Tx,
  given: readonly GivenLine[],
  parties: readonly { readonly orgId: string; readonly role: string }[],
  knowsPrices: boolean,
): Promise<Result<CheckedLine[], MouRefusal | RowsRefusal<MouLineRefusal>>> {
  if (given.length === 0) return refuse({ code: 'LINES_MISSING' });
  if (given.length > MOST_LINES) return refuse({ code: 'TOO_MANY_LINES' });
  const sellers = parties.filter((party) => party.role === 'SELLER').map((party) => party.orgId);
  const products = await tx.query<{ id: string; base_unit: string }>(
    'select id, base_unit from product where id = any($1) and org_id = any($2)',
    [given.flatMap(({ productId }) => (productId && isUuid(productId) ? [productId] : [])), sellers],
  );
  const unitOf = new Map(products.map((product) => [product.id, product.base_unit]));
  const refused: RowRefusal<MouLineRefusal>[] = [];
  const lines = given.map((line, row): CheckedLine => {
    const no = (field: string, refusal: MouLineRefusal) => refused.push({ row, field, refusal });
    const productId = line.productId?.toLowerCase() ?? null;
    const description = tidyLine(line.description);
    const baseUnit = tidyLine(line.baseUnit);
    const unit = productId ? unitOf.get(productId) : undefined;
    const months = [...line.seasonMonths];
    if (!description || description.length > 200) no('description', { code: 'LINE_DESCRIPTION_MISSING' });
    if (!baseUnit || baseUnit.length > 20) no('baseUnit', { code: 'LINE_UNIT_MISSING' });
    if (productId && !unit) no('productId', { code: 'LINE_PRODUCT_UNKNOWN' });
    if (unit && baseUnit && unit !== baseUnit) no('baseUnit', { code: 'LINE_UNIT_DIFFERS', unit });
    if (line.targetQty && !quantity(line.targetQty).isPositive) no('targetQty', { code: 'LINE_QTY_NOT_POSITIVE' });
    if (line.referencePrice != null && (line.referencePrice <= 0n || line.referencePrice > DEAREST)) {
      no('referencePrice', { code: 'LINE_PRICE_NOT_POSITIVE' });
    }
    if (months.some((month) => month < 1 || month > 12) || new Set(months).size !== months.length) {
      no('seasonMonths', { code: 'LINE_SEASON_NOT_VALID' });
    }
    const priceSource = tidyLine(line.priceSource);
    const qualityTerms = tidyLine(line.qualityTerms);
    const principle = line.pricePrinciple ?? null;
    const priced = checkLinePrice({ principle, price: line.referencePrice ?? null, source: priceSource }, knowsPrices);
    if (!priced.ok) no(priced.refusal.code === 'LINE_PRICE_MISSING' ? 'referencePrice' : 'priceSource', priced.refusal);
    if ([priceSource, qualityTerms].some((text) => text && text.length > 300))
      no('qualityTerms', { code: 'LINE_WORDS_TOO_LONG' });
    return {
      productId,
      description: description ?? '',
      baseUnit: baseUnit ?? '',
      targetQty: line.targetQty ?? null,
      seasonMonths: months.sort((a, b) => a - b),
      referencePrice: line.referencePrice ?? null,
      pricePrinciple: principle,
      priceSource: principle === 'INDEXED' ? priceSource : null,
      qualityTerms,
    };
  });
  return refused.length ? rowsRefused(refused) : accept(lines);
}

export const searchTextOf = (registerNo: string, title: string, parties: readonly { readonly names: string }[]): string =>
  foldVietnamese([registerNo, title, ...parties.map((party) => party.names)].join(' '));
