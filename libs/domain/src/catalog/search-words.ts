/** Other ways to write a folded Vietnamese syllable: i and y after these beginnings are one sound ("kỹ thuật", "kĩ thuật"; "quý", "quí"). */
export function spellings(word: string): string[] {
  const match = /^(h|k|l|m|s|t|qu|v)([iy])$/.exec(word);
  if (!match) return [word];
  return [word, `${match[1]}${match[2] === 'i' ? 'y' : 'i'}`];
}

/** How many letters to add, drop, change or swap with a neighbour to get from one word to the other; more than `limit` is told as `limit + 1`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return Math.min(row[to.length]!, limit + 1);
}

const MOST_NEAR = 8;

/** Words of the vocabulary that the typed one may mean: one slip in a syllable, two in a longer word; the nearest first. */
export function nearWords(typed: string, vocabulary: Iterable<string>): string[] {
  const limit = typed.length <= 5 ? 1 : 2;
  const found: { word: string; far: number }[] = [];
  for (const word of vocabulary) {
    // A single letter is near to everything.
    if (word.length < 2 && word !== typed) continue;
    const far = editDistance(typed, word, limit);
    if (far <= limit) found.push({ word, far });
  }
  return found
    .sort((a, b) => a.far - b.far || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ word }) => word);
}

/** Two known words written as one: "matong" is "mat ong". */
export function splitWords(typed: string, vocabulary: ReadonlySet<string>): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 2; at <= typed.length - 2; at += 1) {
    const pair: [string, string] = [typed.slice(0, at), typed.slice(at)];
    if (vocabulary.has(pair[0]) && vocabulary.has(pair[1])) pairs.push(pair);
  }
  return pairs;
}

/** Terms that mean the same thing; each term is its folded words. */
export type Synonyms = readonly (readonly (readonly string[])[])[];

/** A place in a search: any of these readings may stand there, each a row of words. */
export type Readings = readonly (readonly string[])[];

const startsAt = (words: readonly string[], at: number, term: readonly string[]): boolean =>
  term.length > 0 && term.every((word, index) => words[at + index] === word);

export interface SearchPlace {
  readonly typed: readonly string[];
  readonly readings: Readings;
  /** A term that people have named, so nothing is left to be typed; any other word counts as far as it is typed. */
  readonly isTerm: boolean;
}

/** "hoa hồi" is found wherever "hồi" is: what another reading finds as well only costs time. */
const withoutImplied = (readings: Readings): Readings =>
  readings.filter(
    (reading) => reading.length === 1 || !readings.some((other) => other.length === 1 && reading.includes(other[0]!)),
  );

/** Reads typed words one after the other: the longest known term with all that means the same, or the word in its spellings. */
export function readWords(words: readonly string[], synonyms: Synonyms): SearchPlace[] {
  const places: SearchPlace[] = [];
  for (let at = 0; at < words.length;) {
    const here = words.slice(at);
    const known = synonyms.flatMap((terms) => terms.filter((term) => startsAt(words, at, term)).map((term) => ({ term, terms })));
    const longest = Math.max(1, ...known.map(({ term }) => term.length));
    const meant = known.filter(({ term }) => term.length === longest).flatMap(({ terms }) => terms);
    const typed = here.slice(0, longest);
    const own = longest === 1 ? spellings(typed[0]!).map((word) => [word]) : [typed];
    const seen = new Set(own.map((reading) => reading.join(' ')));
    const others = meant.filter((term) => !seen.has(term.join(' ')) && seen.add(term.join(' ')));
    places.push({ typed, readings: withoutImplied([...own, ...others]), isTerm: known.length > 0 });
    at += longest;
  }
  return places;
}
