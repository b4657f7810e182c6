import fc from 'fast-check';
import { lineAmount } from '../shared/money.js';
import { Quantity } from '../shared/quantity.js';
import { type AwardableOffer, checkAward, fillLine, mostOf } from './award.js';

const RUNS = { numRuns: 2000 };
const amount = (max: bigint) => fc.bigInt({ min: 0n, max }).map((n) => Quantity.fromThousandths(n));
const offers = fc
  .array(
    fc.record({
      askedLineId: fc.constantFrom('l0', 'l1'),
      offered: amount(500_000n),
      packSize: fc.constantFrom(1n, 500n, 5000n, 12_000n).map((n) => Quantity.fromThousandths(n)),
      moq: fc.option(amount(50_000n)),
      unitPrice: fc.bigInt({ min: 1n, max: 100_000n }),
      freightPerUnit: fc.option(fc.bigInt({ min: 0n, max: 5000n })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.map((row, index): AwardableOffer => ({ ...row, id: `q${index}` })));
const asked = fc.tuple(amount(600_000n), amount(600_000n)).map(([a, b]) => [
  { id: 'l0', asked: a },
  { id: 'l1', asked: b },
]);
const picksOf = (rows: readonly AwardableOffer[]) =>
  fc.array(fc.record({ offerId: fc.constantFrom(...rows.map(({ id }) => id), 'stranger'), qty: amount(600_000n) }), {
    maxLength: 8,
  });
const world = fc.tuple(asked, offers).chain(([lines, rows]) => fc.tuple(fc.constant(lines), fc.constant(rows), picksOf(rows)));

describe('an award', () => {
  it('that is taken never exceeds what was offered, and what was asked only when the buyer says so', () => {
    fc.assert(
      fc.property(world, fc.boolean(), ([lines, rows, picks], allowOver) => {
        const { refused, pickedByLine } = checkAward(lines, rows, picks, allowOver);
        const bad = new Set(refused.map(({ row }) => row));
        const taken = picks.filter((_, row) => !bad.has(row));
        for (const { offerId, qty } of taken) {
          const offer = rows.find(({ id }) => id === offerId)!;
          expect(qty.compare(offer.offered)).toBeLessThanOrEqual(0);
          expect(offer.moq ? qty.compare(offer.moq) >= 0 : true).toBe(true);
        }
        expect(new Set(taken.map(({ offerId }) => offerId)).size).toBe(taken.length);
        for (const { id, asked: limit } of lines) {
          const picked = pickedByLine.get(id) ?? Quantity.ZERO;
          if (!allowOver) expect(picked.compare(limit)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('costs the sum of its lines, goods and freight', () => {
    fc.assert(
      fc.property(world, ([lines, rows, picks]) => {
        const { refused, total } = checkAward(lines, rows, picks, true);
        const bad = new Set(refused.map(({ row }) => row));
        const expected = picks.reduce((sum, { offerId, qty }, row) => {
          const offer = rows.find(({ id }) => id === offerId);
          return bad.has(row) || !offer ? sum : sum + lineAmount(qty, offer.unitPrice + (offer.freightPerUnit ?? 0n));
        }, 0n);
        expect(total).toBe(expected);
      }),
      RUNS,
    );
  });

  it('filled from the cheapest on is always one that can be taken', () => {
    fc.assert(
      fc.property(asked, offers, (lines, rows) => {
        const picks = lines.flatMap(({ id, asked: limit }) =>
          fillLine(
            limit,
            rows.filter(({ askedLineId }) => askedLineId === id),
          ),
        );
        expect(checkAward(lines, rows, picks, false).refused).toEqual([]);
      }),
      RUNS,
    );
  });

  it('takes whole packs, and suggests the nearest', () => {
    const offer: AwardableOffer = {
      id: 'q',
      askedLineId: 'l',
      offered: Quantity.of(500),
      packSize: Quantity.of(12),
      moq: null,
      unitPrice: 40_000n,
      freightPerUnit: null,
    };
    const lines = [{ id: 'l', asked: Quantity.of(500) }];
    const { refused } = checkAward(lines, [offer], [{ offerId: 'q', qty: Quantity.of(500) }], false);
    expect(refused).toEqual([
      {
        row: 0,
        refusal: { code: 'PICK_NOT_WHOLE_PACKS', packSize: Quantity.of(12), down: Quantity.of(492), up: null },
      },
    ]);
    expect(mostOf(offer, Quantity.of(500)).toDecimalString()).toBe('492');
    expect(mostOf({ ...offer, moq: Quantity.of(100) }, Quantity.of(90)).isZero).toBe(true);
  });
});
