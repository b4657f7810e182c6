import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { linkableLines, type AgreedLine, type SpotLine } from './order-link.js';

const product = fc.constantFrom('na', 'hoi');
const unit = fc.constantFrom('kg', 'quả');
const amount = fc.integer({ min: 0, max: 500 }).map((kg) => quantity(String(kg)));
const spots = fc
  .array(
    fc.record({ productId: product, baseUnit: unit, qty: amount, on: fc.constantFrom('2026-07-01', '2026-08-01', '2026-09-01') }),
    {
      maxLength: 10,
    },
  )
  .map((rows) => rows.map((row, index): SpotLine => ({ ...row, id: `s${index}` })));
const agreed = fc
  .array(
    fc.record({ productId: fc.option(product, { nil: null }), baseUnit: unit, remaining: fc.option(amount, { nil: null }) }),
    {
      maxLength: 6,
    },
  )
  .map((rows) => rows.map((row, index): AgreedLine => ({ ...row, id: `a${index}` })));
const PERIOD = { validFrom: '2026-07-15', validTo: '2026-08-31' };

describe('linking a spot order to an agreement', () => {
  it('takes each line once, whole, of the same goods, in time, and never more than is left', () => {
    fc.assert(
      fc.property(spots, agreed, (lines, offers) => {
        const links = linkableLines(lines, offers, PERIOD);
        expect(new Set(links.map(({ line }) => line.id)).size).toBe(links.length);
        for (const { line, to } of links) {
          expect([line.productId, line.baseUnit, line.on]).toEqual([to.productId, to.baseUnit, '2026-08-01']);
          expect(line.qty.isPositive).toBe(true);
        }
        for (const offer of offers) {
          const taken = Quantity.sum(links.filter(({ to }) => to.id === offer.id).map(({ line }) => line.qty));
          expect(offer.remaining === null || taken.compare(offer.remaining) <= 0).toBe(true);
        }
      }),
    );
  });

  it('asks a memorandum for no maximum, and leaves no line out that has room', () => {
    fc.assert(
      fc.property(spots, (lines) => {
        const offers = ['kg', 'quả'].flatMap((baseUnit) =>
          ['na', 'hoi'].map((productId): AgreedLine => ({ id: `${productId}${baseUnit}`, productId, baseUnit, remaining: null })),
        );
        const links = linkableLines(lines, offers, { validFrom: null, validTo: null });
        expect(links.map(({ line }) => line.id)).toEqual(lines.filter(({ qty }) => qty.isPositive).map(({ id }) => id));
      }),
    );
  });
});
