import fc from 'fast-check';
import { type CommercialTerms, netTake, termsAreSound } from './net-take.js';

const bp = fc.integer({ min: 0, max: 3_000 });
const terms: fc.Arbitrary<CommercialTerms> = fc.record({
  frontBp: bp,
  rebateBp: bp,
  dcBp: bp,
  promoBp: bp,
  feePerUnit: fc.bigInt({ min: 0n, max: 5_000n }),
});
const price = fc.bigInt({ min: 1n, max: 10n ** 9n });
const runs = { numRuns: 2000 };
const NOTHING: CommercialTerms = { frontBp: 0, rebateBp: 0, dcBp: 0, promoBp: 0, feePerUnit: 0n };

describe('net take', () => {
  it('is the list price where the buyer takes nothing', () => {
    fc.assert(
      fc.property(price, (list) => netTake(list, NOTHING).net === list),
      runs,
    );
  });

  it('adds up line by line: list less everything that goes away', () => {
    fc.assert(
      fc.property(price, terms, (list, t) => {
        const { net, lines } = netTake(list, t);
        const of = (step: string) => lines.find((line) => line.step === step)!.amount;
        expect(of('LIST') + of('FRONT')).toBe(of('INVOICE'));
        expect(of('INVOICE') + of('REBATE') + of('DC') + of('PROMO') + of('FEE')).toBe(net);
        expect(of('NET')).toBe(net);
      }),
      runs,
    );
  });

  it('never grows when the buyer takes more of the invoice', () => {
    fc.assert(
      fc.property(price, terms, fc.constantFrom('rebateBp', 'dcBp', 'promoBp'), bp, (list, t, share, more) => {
        expect(netTake(list, { ...t, [share]: t[share] + more }).net <= netTake(list, t).net).toBe(true);
      }),
      runs,
    );
  });

  it('is within two đồng of the formula without rounding', () => {
    fc.assert(
      fc.property(price, terms, (list, t) => {
        const one = 10_000n;
        // (1 − front)(1 − rebate − dc − promo) − fee, kept as a fraction of 10^8.
        const kept = (one - BigInt(t.frontBp)) * (one - BigInt(t.rebateBp + t.dcBp + t.promoBp));
        const exact = list * kept - t.feePerUnit * one * one;
        const off = netTake(list, t).net * one * one - exact;
        expect((off < 0n ? -off : off) <= 2n * one * one).toBe(true);
      }),
      runs,
    );
  });

  it('tells the worked example of a fresh fruit in a chain', () => {
    const { net, lines } = netTake(50_000n, { frontBp: 1_500, rebateBp: 300, dcBp: 250, promoBp: 100, feePerUnit: 200n });
    expect(lines.map(({ amount }) => amount)).toEqual([50_000n, -7_500n, 42_500n, -1_275n, -1_063n, -425n, -200n, 39_537n]);
    expect(net).toBe(39_537n);
  });

  it('takes only shares between nothing and all', () => {
    expect(termsAreSound(NOTHING)).toBe(true);
    expect(termsAreSound({ ...NOTHING, frontBp: 10_000 })).toBe(false);
    expect(termsAreSound({ ...NOTHING, rebateBp: 5_000, dcBp: 5_000 })).toBe(false);
    expect(termsAreSound({ ...NOTHING, dcBp: -1 })).toBe(false);
    expect(termsAreSound({ ...NOTHING, feePerUnit: -1n })).toBe(false);
  });
});
