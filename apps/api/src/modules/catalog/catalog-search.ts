import { Injectable } from '@nestjs/common';
import { foldVietnamese, nearWords, readWords, spellings, splitWords, type Synonyms } from '@lienket/domain';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { searchWords } from '../registry/index.js';
import { searchCondition } from './catalog-filter.js';

/** How a search was read: whole words and the last one as far as typed; else beginnings of words; else words that look alike. */
export type SearchMode = 'WORDS' | 'PREFIXES' | 'TYPO';

export interface Search {
  readonly mode: SearchMode;
  /** The parameter of the search's condition. */
  readonly query: string;
  /** The typed words in the product's own name, and what they may mean there. */
  readonly inName: string;
  readonly meantInName: string;
  /** Folded, for names that are or begin like what was typed. */
  readonly key: string;
  /** What was typed, when it had diacritics: names that carry the very same stand first. */
  readonly accented: string | null;
  /** For each word of the key, what it may have been meant to be. */
  readonly near: readonly (readonly string[])[];
}

const SYNONYMS_LIVE_MS = 60_000;
/** From here on walking down from the newest finds enough sooner than collecting all matches. */
const BROAD = 20_000;
/** Matches nothing: words always have letters. */
const NOTHING = '!a & a';

const phrase = (reading: readonly string[], end = '', weight = ''): string => {
  const words = reading.map((word, index) => `${word}${mark(index === reading.length - 1 ? end : '', weight)}`);
  return words.length > 1 ? `(${words.join(' <-> ')})` : words[0]!;
};
const mark = (end: string, weight: string) => (end || weight ? `:${end}${weight}` : '');
const either = (readings: readonly string[]): string => (readings.length > 1 ? `(${readings.join(' | ')})` : readings[0]!);

/** What the vocabulary knows: whole words, and beginnings of words. Words with digits are not kept there and may always be. */
class Known {
  constructor(
    private readonly words: ReadonlySet<string>,
    private readonly beginnings: ReadonlySet<string>,
  ) {}

  has(word: string): boolean {
    return this.words.has(word) || /\d/.test(word);
  }

  begins(word: string): boolean {
    return this.beginnings.has(word) || /\d/.test(word);
  }
}

/**
 * `dau hoa hoi` → `dau & (hoi | (star <-> anise))`. Readings with a word nobody has ever listed are left out; a last word
 * that nobody listed counts as far as it is typed. Null: some place can be filled by nothing.
 */
function wordsQuery(words: readonly string[], synonyms: Synonyms, known: Known, weight = ''): string | null {
  const places = readWords(words, synonyms).map(({ typed, readings }, index, all) => {
    const possible = readings.filter((reading) => reading.every((word) => known.has(word)));
    if (possible.length > 0) return either(possible.map((reading) => phrase(reading, '', weight)));
    const [last] = typed.slice(-1);
    return index === all.length - 1 && typed.length === 1 && known.begins(last!) ? phrase([last!], '*', weight) : null;
  });
  return places.includes(null) ? null : places.join(' & ');
}

function prefixesQuery(words: readonly string[], known: Known): string | null {
  const places = words.map((word) => spellings(word).filter((spelling) => known.begins(spelling)));
  return places.some((spelled) => spelled.length === 0)
    ? null
    : places.map((spelled) => either(spelled.map((spelling) => `${spelling}:*`))).join(' & ');
}

/** Null when a word is near to nothing. */
const nearQuery = (near: readonly (readonly string[])[], weight = ''): string | null =>
  near.every((alternatives) => alternatives.length > 0)
    ? near.map((alternatives) => either(alternatives.map((word) => phrase(word.split(' '), '', weight)))).join(' & ')
    : null;

/** Reads what a person typed: synonyms, spellings, beginnings and slips. */
@Injectable()
export class CatalogSearch {
  private synonyms: { readonly until: number; readonly terms: Synonyms } | undefined;

  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  /** Decided by the words alone, whatever the other filters: page, count and facets must read the search alike. */
  async read(text: string | null | undefined): Promise<Search | null> {
    const words = searchWords(text);
    if (words.length === 0) return null;
    const synonyms = await this.terms();
    const known = await this.known(words, synonyms);
    const typed = text!.normalize('NFC').trim().toLowerCase();
    const base = {
      inName: words.map((word) => `${word}:*A`).join(' & '),
      meantInName: wordsQuery(words, synonyms, known, 'A') ?? NOTHING,
      key: words.join(' '),
      accented: foldVietnamese(typed) === typed ? null : typed,
      near: [],
    };
    const readings = [
      { mode: 'WORDS' as const, query: wordsQuery(words, synonyms, known) },
      { mode: 'PREFIXES' as const, query: prefixesQuery(words, known) },
    ];
    for (const { mode, query } of readings) if (query !== null && (await this.hasMatches(query))) return { ...base, mode, query };
    const near = await this.nearTo(words);
    const guess = nearQuery(near);
    if (guess === null || !(await this.hasMatches(guess))) return { ...base, mode: 'WORDS', query: NOTHING };
    return { ...base, mode: 'TYPO', query: guess, near, inName: nearQuery(near, 'A')! };
  }

  /** PostgreSQL's own guess, without looking: for how many products ranking would have to sort them all. */
  async isBroad(search: Search): Promise<boolean> {
    const [row] = await this.pool.planned<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
      `explain (format json) select 1 from catalog_entry e where ${searchCondition('$1')}`,
      [search.query],
    );
    return row!['QUERY PLAN'][0].Plan['Plan Rows'] > BROAD;
  }

  private async hasMatches(query: string): Promise<boolean> {
    const [row] = await this.pool.planned<{ found: boolean }>(
      `select exists (select 1 from catalog_entry e where ${searchCondition('$1')}) as found`,
      [query],
    );
    return row!.found;
  }

  private async known(words: readonly string[], synonyms: Synonyms): Promise<Known> {
    const meant = readWords(words, synonyms).flatMap(({ readings }) => readings.flat());
    const spelled = words.flatMap((word) => spellings(word));
    const rows = await this.pool.rows<{ word: string; whole: boolean }>(
      'search-known-words',
      `select word, true as whole from search_word where word = any($1)
       union all select t.word, false from unnest($2::text[]) t(word)
         where exists (select 1 from search_word w where w.word >= t.word collate "C" and w.word < (t.word || '{') collate "C")`,
      [[...new Set([...meant, ...spelled])], [...new Set(spelled)]],
    );
    const wordsOf = (whole: boolean) => new Set(rows.filter((row) => row.whole === whole).map(({ word }) => word));
    return new Known(wordsOf(true), wordsOf(false));
  }

  /** For each typed word the known words it may stand for, itself first when it is known. Short words share too few trigrams: all of their length are compared. */
  private async nearTo(words: readonly string[]): Promise<string[][]> {
    const pieces = words.flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => [word.slice(0, at + 2), word.slice(at + 2)]).flat(),
    );
    const rows = await this.pool.planned<{ word: string }>(
      `select w.word from unnest($1::text[]) t(word) join search_word w on w.word % t.word
       union select w.word from unnest($1::text[]) t(word)
         join search_word w on length(w.word) between length(t.word) - 1 and length(t.word) + 1
         where length(t.word) <= 5
       union select w.word from search_word w where w.word = any($1) or w.word = any($2)`,
      [words, pieces],
    );
    const vocabulary = new Set(rows.map(({ word }) => word));
    const someUnknown = words.some((word) => !vocabulary.has(word));
    return words.map((word) => {
      // Where another word is unknown, that one is the slip.
      if (/\d/.test(word) || (someUnknown && vocabulary.has(word))) return [word];
      const joined = vocabulary.has(word) ? [] : splitWords(word, vocabulary).map((pair) => pair.join(' '));
      return [...new Set([...nearWords(word, vocabulary), ...joined])];
    });
  }

  /** Read again after a minute: the table is data that people add to. */
  private async terms(): Promise<Synonyms> {
    const now = this.clock.now().getTime();
    if (!this.synonyms || this.synonyms.until < now || this.synonyms.until - now > SYNONYMS_LIVE_MS) {
      const rows = await this.pool.rows<{ terms: string[] }>(
        'search-synonyms',
        'select array_agg(term order by term) as terms from search_synonym group by concept order by concept',
      );
      this.synonyms = {
        until: now + SYNONYMS_LIVE_MS,
        terms: rows.map(({ terms }) => terms.map((term) => searchWords(term))),
      };
    }
    return this.synonyms.terms;
  }
}

/** "quyt vang bac sn" → "Quýt vàng Bắc Sơn": the words as a found product writes them. */
export function correctedWords(search: Search, sources: readonly (string | null)[]): string {
  const written = sources
    .filter((source) => source !== null)
    .flatMap((source) => source.split(/[^\p{L}\p{N}]+/u).filter(Boolean));
  const folded = new Map<string, string>();
  for (const word of written) {
    const key = foldVietnamese(word);
    if (!folded.has(key)) folded.set(key, word);
  }
  return search.near
    .map((alternatives) => {
      const chosen = alternatives.find((reading) => reading.split(' ').every((word) => folded.has(word))) ?? alternatives[0]!;
      return chosen
        .split(' ')
        .map((word) => folded.get(word) ?? word)
        .join(' ');
    })
    .join(' ');
}
