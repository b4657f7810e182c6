import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { Quantity } from '../shared/quantity.js';
import { type ComparedOffer, compareLine } from './comparison.js';
import { comparePrices, PRICE_PLACES } from './quote-price.js';

const RUNS = propertyRuns(2000);
const wanted = { baseUnit: 'kg', place: 'DC' } as const;
const offers = fc
  .array(
    fc.record({
      price: fc.bigInt({ min: 1n, max: 200_000n }),
      perQty: fc.constantFrom(1, 5, 12).map((n) => Quantity.of(n)),
      baseUnit: fc.constantFrom('kg', 'kg', 'kg', 'hộp'),
      place: fc.constantFrom(...PRICE_PLACES),
      freightPerUnit: fc.option(fc.bigInt({ min: 0n, max: 5000n })),
      offered: fc.bigInt({ min: 1n, max: 2_000_000n }).map((n) => Quantity.fromThousandths(n)),
      alternative: fc.boolean(),
    }),
    { maxLength: 10 },
  )
  .map((rows) => rows.map((row, index): ComparedOffer => ({ ...row, id: `q${index}` })));
const asked = Quantity.of(1000);

describe('the comparison of one line', () => {
  it('does not depend on the order of the offers', () => {
    fc.assert(
      fc.property(offers, fc.infiniteStream(fc.nat()), (rows, noise) => {
        const mixed = rows
          .map((row) => ({ row, at: noise.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const [one, other] = [compareLine(asked, wanted, rows), compareLine(asked, wanted, mixed)];
        const byId = (cells: typeof one.cells) => [...cells].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect({ ...one, cells: byId(one.cells) }).toEqual({ ...other, cells: byId(other.cells) });
      }),
      RUNS,
    );
  });

  it('marks as lowest exactly those that nobody undercuts, and never an alternative', () => {
    fc.assert(
      fc.property(offers, (rows) => {
        const { cells, lowest } = compareLine(asked, wanted, rows);
        for (const [index, cell] of cells.entries()) {
          const proper = cell.price.ok && !rows[index]!.alternative;
          expect(cell.lowest).toBe(proper && cell.price.ok && comparePrices(cell.price.value, lowest!) === 0);
          if (cell.lowest) expect([cell.rank, cell.aboveLowestBp]).toEqual([1, 0]);
          if (proper && cell.price.ok) expect(comparePrices(cell.price.value, lowest!)).toBeGreaterThanOrEqual(0);
        }
        expect(lowest === null).toBe(!cells.some((cell) => cell.lowest));
      }),
      RUNS,
    );
  });

  it('shows how much of the asked quantity each can give, never above all of it', () => {
    fc.assert(
      fc.property(offers, (rows) => {
        for (const [index, cell] of compareLine(asked, wanted, rows).cells.entries()) {
          expect(cell.shareBp).toBeGreaterThanOrEqual(0);
          expect(cell.shareBp === 10_000).toBe(rows[index]!.offered.compare(asked) >= 0);
        }
      }),
      RUNS,
    );
  });

  it('says why an offer has no comparable price instead of leaving it out', () => {
    const row: ComparedOffer = {
      id: 'a',
      price: 30_000n,
      perQty: Quantity.of(1),
      baseUnit: 'kg',
      place: 'EXW',
      freightPerUnit: null,
      offered: asked,
      alternative: false,
    };
    const { cells, lowest, median } = compareLine(asked, wanted, [row]);
    expect(cells[0]!.price).toEqual({ ok: false, refusal: { code: 'FREIGHT_UNKNOWN', offered: 'EXW', wanted: 'DC' } });
    expect([lowest, median, cells[0]!.rank]).toEqual([null, null, null]);
  });
});
