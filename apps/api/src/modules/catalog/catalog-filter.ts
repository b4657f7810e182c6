import { monthOf } from '@lienket/domain';
import type { CatalogFilterView } from './catalog.view.js';

/** How a search is read: whole words and the last one as far as typed; else beginnings of words; else what looks alike. */
export type SearchMode = 'WORDS' | 'PREFIXES' | 'SIMILAR';

export interface Search {
  readonly mode: SearchMode;
  /** The parameter of the mode's condition. */
  readonly value: string;
}

const VECTOR = `to_tsvector('simple', e.search_text)`;

export const wholeWordsQuery = (words: readonly string[]): string =>
  words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');

export const prefixesQuery = (words: readonly string[]): string => words.map((word) => `${word}:*`).join(' & ');

/** Collects conditions with their parameters; `shape` names the combination in few letters (PostgreSQL keeps 63), so that each is prepared once. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];
  private readonly names: string[] = [];

  get shape(): string {
    return this.names.join('-') || 'all';
  }

  get where(): string {
    return this.parts.length ? `where ${this.parts.join(' and ')}` : '';
  }

  add(name: string, condition: (parameter: string) => string, value: unknown): this {
    this.names.push(name);
    this.parts.push(condition(this.parameter(value)));
    return this;
  }

  /** A parameter that stands outside the conditions. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export const searchCondition = (mode: SearchMode) => (parameter: string) =>
  mode === 'SIMILAR' ? `${parameter} <% e.search_text` : `${VECTOR} @@ to_tsquery('simple', ${parameter})`;

export const seasonCondition = (parameter: string): string =>
  `(cardinality(e.harvest_months) = 0 or ${parameter}::int = any(e.harvest_months))`;

/** Every filter as a condition of the page. A star counts until its last day. */
export function conditionsOf(filter: CatalogFilterView, search: Search | null, today: string): Conditions {
  const conditions = new Conditions();
  if (search) conditions.add(search.mode, searchCondition(search.mode), search.value);
  if (filter.group) conditions.add('g', (p) => `e.product_group = ${p}`, filter.group);
  if (filter.districtCode) conditions.add('d', (p) => `e.district_code = ${p}`, filter.districtCode);
  if (filter.communeCode) conditions.add('c', (p) => `e.commune_code = ${p}`, filter.communeCode);
  if (filter.starsAtLeast) {
    conditions.add('s', (p) => `e.stars >= ${p}::int`, filter.starsAtLeast);
    conditions.add('u', (p) => `e.stars_until >= ${p}::date`, today);
  }
  if (filter.inSeasonNow) conditions.add('m', seasonCondition, monthOf(today));
  if (filter.orgSlug) conditions.add('o', (p) => `e.org_slug = ${p}`, filter.orgSlug);
  return conditions;
}
