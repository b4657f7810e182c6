import { Injectable } from '@nestjs/common';
import { foldVietnamese, nearWords, readWords, spellings, splitWords, type Synonyms } from '@lienket/domain';
import { Clock } from '../../platform/clock.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { searchWords } from '../registry/index.js';

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
/** Matches nothing: words always have letters. */
const NOTHING = '!a & a';

const phrase = (reading: readonly string[], end = '', weight = ''): string => {
  const words = reading.map((word, index) => `${word}${mark(index === reading.length - 1 ? end : '', weight)}`);
  return words.length > 1 ? `(${words.join(' <-> ')})` : words[0]!;
};
const mark = (end: string, weight: string) => (end || weight ? `:${end}${weight}` : '');
const either = (readings: readonly string[]): string => (readings.length > 1 ? `(${readings.join(' | ')})` : readings[0]!);

/** `dau hoa hoi` → `dau & (hoi | (star <-> anise))`; a last word that is no known term counts as far as it is typed. */
const wordsQuery = (words: readonly string[], synonyms: Synonyms, weight = ''): string => {
  const places = readWords(words, synonyms);
  return places
    .map(({ readings, isTerm }, index) => {
      const end = index === places.length - 1 && !isTerm ? '*' : '';
      return either(readings.map((reading) => phrase(reading, end, weight)));
    })
    .join(' & ');
};

const prefixesQuery = (words: readonly string[]): string =>
  words.map((word) => either(spellings(word).map((spelling) => `${spelling}:*`))).join(' & ');

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
    const query = wordsQuery(words, synonyms);
    const prefixes = prefixesQuery(words);
    const typed = text!.normalize('NFC').trim().toLowerCase();
    const base = {
      inName: words.map((word) => `${word}:*A`).join(' & '),
      meantInName: wordsQuery(words, synonyms, 'A'),
      key: words.join(' '),
      accented: foldVietnamese(typed) === typed ? null : typed,
      near: [],
    };
    const found = await this.firstWithMatches([query, prefixes]);
    if (found === 0) return { ...base, mode: 'WORDS', query };
    if (found === 1) return { ...base, mode: 'PREFIXES', query: prefixes };
    const near = await this.nearTo(words);
    const guess = nearQuery(near);
    if (guess === null || (await this.firstWithMatches([guess])) === null) return { ...base, mode: 'WORDS', query: NOTHING };
    return { ...base, mode: 'TYPO', query: guess, near, inName: nearQuery(near, 'A')! };
  }

  private async firstWithMatches(queries: readonly string[]): Promise<number | null> {
    const [row] = await this.pool.planned<{ first: number | null }>(
      `select case ${queries
        .map(
          (_, index) =>
            `when exists (select 1 from catalog_entry e where e.search_words @@ to_tsquery('simple', $${index + 1})) then ${index}`,
        )
        .join(' ')} end as first`,
      queries,
    );
    return row!.first;
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
