import { quantity } from '@lienket/domain';
import { padChecker } from './pad-check';
import { contractPad, spotPad } from './pad-fixture';
import { padCatalogue, padItems, type OrderPadAnswer } from './pad-items';

const check = (rows: [string, string][], pad: OrderPadAnswer = spotPad) =>
  padChecker(padCatalogue(padItems(pad)), 'vi')(rows.map(([product, qty], index) => ({ id: String(index), product, qty })));

describe('checking the rows of an order pad', () => {
  it('prices a row by the tier it reaches and names what is missing to the next', () => {
    expect(check([['na', '100']]).rows[0]).toMatchObject({
      kind: 'OK',
      priced: { packs: 20n, unitPrice: 42_000n, amount: 4_200_000n, nextTier: { missing: quantity('400') } },
    });
    expect(check([['na', '500']]).rows[0]).toMatchObject({ priced: { unitPrice: 40_000n, nextTier: null } });
  });

  it('offers both neighbours of a quantity that does not fill its packs', () => {
    expect(check([['na', '102']]).rows[0]).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'PACK_MULTIPLE', down: quantity('100'), up: quantity('105') },
    });
  });

  it('refuses less than the smallest order', () => {
    expect(check([['na', '10']]).rows[0]).toMatchObject({ refusal: { code: 'BELOW_MOQ', suggested: quantity('20') } });
  });

  it('leaves empty rows and rows without a quantity out, and counts what needs work', () => {
    const found = check([
      ['', ''],
      ['na', ''],
      ['', '20'],
      ['khoai', '20'],
      ['na', '1,2,3'],
      ['hoi', '20'],
    ]);
    expect(found.rows.map(({ kind }) => kind)).toEqual(['EMPTY', 'NO_QUANTITY', 'NO_PRODUCT', 'UNKNOWN', 'UNREAD', 'OK']);
    expect(found).toMatchObject({ ready: 1, open: 3, total: 840_000n });
  });

  it('keeps totals beyond 2^31 đồng exact', () => {
    expect(check([['na', '1.000.000']]).total).toBe(40_000_000_000n);
  });

  it('lets several rows of one contract line use up what it allows, and no more', () => {
    const found = check(
      [
        ['line-0', '60'],
        ['line-0', '50'],
        ['line-0', '40'],
      ],
      contractPad,
    );
    expect(found.rows[1]).toMatchObject({ kind: 'OVER', left: quantity('40') });
    expect(found.rows[2]).toMatchObject({ kind: 'OK', priced: { unitPrice: 38_500n, source: 'CONTRACT' } });
  });

  it('says that the contract is exceeded before it asks for even packs', () => {
    expect(check([['line-0', '102']], contractPad).rows[0]).toMatchObject({ kind: 'OVER', left: quantity('100') });
    expect(check([['line-0', '52']], contractPad).rows[0]).toMatchObject({ kind: 'REFUSED', refusal: { code: 'PACK_MULTIPLE' } });
  });

  it('sees the same product twice by price list', () => {
    expect(
      check([
        ['na', '20'],
        ['na', '25'],
      ]).rows[1],
    ).toMatchObject({ kind: 'OK', sameAsRow: 0 });
  });

  it('answers a thousand rows without computing unchanged ones again', () => {
    const catalogue = padCatalogue(padItems(spotPad));
    const checker = padChecker(catalogue, 'vi');
    const rows = Array.from({ length: 1000 }, (_, index) => ({ id: String(index), product: 'na', qty: '100' }));
    const first = checker(rows);
    const second = checker(rows.map((row, index) => (index === 500 ? { ...row, qty: '105' } : row)));
    expect(second.total - first.total).toBe(210_000n);
    const same = (index: number) => Object.is(pricedOf(first.rows[index]!), pricedOf(second.rows[index]!));
    expect([same(0), same(499), same(500), same(999)]).toEqual([true, true, false, true]);
  });
});

const pricedOf = (row: object) => ('priced' in row ? row.priced : null);
