import { accept, refuse, type Result } from '../shared/result.js';

/** From how many points, in hundredths, a product reaches these stars; a row of dated data. */
export interface OcopBand {
  readonly stars: number;
  readonly from: number;
}

export interface ScoreRefusal {
  readonly code: 'SCORE_NOT_VALID';
}

export interface ScoreMismatchRefusal {
  readonly code: 'SCORE_DISAGREES';
  readonly stars: number;
  /** Hundredths of a point. */
  readonly score: number;
  /** What the score is worth; 0 = below every band. */
  readonly scoreStars: number;
}

/** "72", "72,5" or "72.25" in hundredths of a point, 0 to 100. */
export function parseScore(text: string): Result<number, ScoreRefusal> {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  const hundredths = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN;
  return hundredths <= 10_000 ? accept(hundredths) : refuse({ code: 'SCORE_NOT_VALID' });
}

/** "72.5" */
export const formatScore = (hundredths: number): string => String(hundredths / 100);

/** Stars of a score: exactly 70 points are four stars, as the council of Lạng Sơn decided in 1/2021. 0 = below every band. */
export const starsOfScore = (score: number, bands: readonly OcopBand[]): number =>
  Math.max(0, ...bands.filter(({ from }) => score >= from).map(({ stars }) => stars));

/** The stars on the paper must be those of its score. */
export function scoreAgrees(stars: number, score: number, bands: readonly OcopBand[]): Result<null, ScoreMismatchRefusal> {
  const scoreStars = starsOfScore(score, bands);
  return scoreStars === stars ? accept(null) : refuse({ code: 'SCORE_DISAGREES', stars, score, scoreStars });
}

/** A table of criteria: parts A, B, C with their sub-parts; points are whole hundredths. */
export interface CriteriaSet {
  readonly parts: readonly {
    readonly code: string;
    readonly points: number;
    readonly items: readonly { readonly code: string; readonly points: number }[];
  }[];
}

export interface SelfAssessment {
  readonly total: number;
  readonly parts: readonly { readonly code: string; readonly got: number; readonly points: number }[];
  /** 0 = below every band. */
  readonly stars: number;
  /** Points still lacking for the next band; null at the top. */
  readonly next: { readonly stars: number; readonly lacking: number } | null;
  /** Items with points left to win, the most first. */
  readonly gaps: readonly { readonly code: string; readonly lacking: number }[];
}

/** Points given to items; each counts at most what its row is worth, unknown rows count nothing. */
export function assess(set: CriteriaSet, points: Readonly<Record<string, number>>, bands: readonly OcopBand[]): SelfAssessment {
  const given = (code: string, most: number) => Math.min(most, Math.max(0, Math.trunc(points[code] ?? 0)));
  const parts = set.parts.map(({ code, points: worth, items }) => ({
    code,
    points: worth,
    got: items.reduce((sum, item) => sum + given(item.code, item.points), 0),
  }));
  const total = parts.reduce((sum, { got }) => sum + got, 0);
  const above = bands.filter(({ from }) => from > total).sort((a, b) => a.from - b.from)[0];
  return {
    total,
    parts,
    stars: starsOfScore(total, bands),
    next: above ? { stars: above.stars, lacking: above.from - total } : null,
    gaps: set.parts
      .flatMap(({ items }) => items.map((item) => ({ code: item.code, lacking: item.points - given(item.code, item.points) })))
      .filter(({ lacking }) => lacking > 0)
      .sort((a, b) => b.lacking - a.lacking),
  };
}
