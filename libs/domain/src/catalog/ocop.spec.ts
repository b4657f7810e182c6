import fc from 'fast-check';
import { assess, formatScore, parseScore, scoreAgrees, starsOfScore, type CriteriaSet } from './ocop.js';

const BANDS = [
  { stars: 5, from: 9000 },
  { stars: 4, from: 7000 },
  { stars: 3, from: 5000 },
];
const SET: CriteriaSet = {
  parts: [
    {
      code: 'A',
      points: 4000,
      items: [
        { code: 'A1', points: 2500 },
        { code: 'A2', points: 1500 },
      ],
    },
    { code: 'B', points: 2500, items: [{ code: 'B1', points: 2500 }] },
    { code: 'C', points: 3500, items: [{ code: 'C1', points: 3500 }] },
  ],
};
const points = fc.dictionary(fc.constantFrom('A1', 'A2', 'B1', 'C1', 'Z9'), fc.integer({ min: -100, max: 5000 }));

describe('an OCOP score', () => {
  it('is read as people write it, up to 100 and two decimals', () => {
    const read = (text: string) => {
      const result = parseScore(text);
      return result.ok ? result.value : result.refusal.code;
    };
    expect(['70', ' 72,5 ', '72.25', '100', '0'].map(read)).toEqual([7000, 7250, 7225, 10_000, 0]);
    for (const text of ['', '100,01', '101', '7O', '-5', '72,555', '1e2']) expect(read(text)).toBe('SCORE_NOT_VALID');
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (score) => expect(read(formatScore(score))).toBe(score)));
  });

  it('of exactly 50, 70 and 90 points reaches the band, a hundredth less does not', () => {
    expect([4999, 5000, 6999, 7000, 8999, 9000, 10_000].map((score) => starsOfScore(score, BANDS))).toEqual([
      0, 3, 3, 4, 4, 5, 5,
    ]);
  });

  it('must be worth the stars on the paper', () => {
    expect(scoreAgrees(4, 7000, BANDS).ok).toBe(true);
    expect(scoreAgrees(5, 7000, BANDS)).toEqual({
      ok: false,
      refusal: { code: 'SCORE_DISAGREES', stars: 5, score: 7000, scoreStars: 4 },
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 3, max: 5 }), (score, stars) => {
        expect(scoreAgrees(stars, score, BANDS).ok).toBe(starsOfScore(score, BANDS) === stars);
      }),
    );
  });
});

describe('a self-assessment', () => {
  it('adds what was given, each row at most its worth, and names what is still to win', () => {
    const result = assess(SET, { A1: 9999, A2: 500, B1: 1000, C1: 2400 }, BANDS);
    expect(result).toMatchObject({ total: 6400, stars: 3, next: { stars: 4, lacking: 600 } });
    expect(result.parts.map(({ got }) => got)).toEqual([3000, 1000, 2400]);
    expect(result.gaps.map(({ code }) => code)).toEqual(['B1', 'C1', 'A2']);
  });

  it('never leaves 0 to 100 points, and points plus gaps are always the whole', () => {
    fc.assert(
      fc.property(points, (given) => {
        const { total, gaps, next, stars } = assess(SET, given, BANDS);
        expect(total + gaps.reduce((sum, { lacking }) => sum + lacking, 0)).toBe(10_000);
        expect(total).toBeGreaterThanOrEqual(0);
        if (next) expect(starsOfScore(total + next.lacking, BANDS)).toBe(next.stars);
        else expect(stars).toBe(5);
      }),
    );
  });

  it('with one more point anywhere is never worth less', () => {
    fc.assert(
      fc.property(points, fc.constantFrom('A1', 'A2', 'B1', 'C1'), (given, code) => {
        const more = { ...given, [code]: (given[code] ?? 0) + 100 };
        expect(assess(SET, more, BANDS).stars).toBeGreaterThanOrEqual(assess(SET, given, BANDS).stars);
      }),
    );
  });
});
