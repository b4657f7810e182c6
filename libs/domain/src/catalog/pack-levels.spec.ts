import fc from 'fast-check';
import { Quantity } from '../shared/quantity.js';
import { innerCount, packFaults, type PackOfLevel } from './pack-levels.js';

const decimal = (thousandths: bigint) => Quantity.fromThousandths(thousandths).toDecimalString();
const pack = (patch: Partial<PackOfLevel>): PackOfLevel => ({
  id: 'case',
  level: 'CASE',
  innerPackId: null,
  sizeBase: '10',
  gtin: null,
  ...patch,
});

describe('levels of packing', () => {
  it('count whole inner packs exactly, and nothing else', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 50_000n }), fc.bigInt({ min: 1n, max: 500n }), fc.nat(), (inner, count, rest) => {
        expect(innerCount(decimal(inner * count), decimal(inner))).toBe(count);
        const extra = inner > 1n ? 1n + (BigInt(rest) % (inner - 1n)) : 0n;
        expect(innerCount(decimal(inner * count + extra), decimal(inner))).toBe(extra === 0n ? count : null);
      }),
      { numRuns: 2000 },
    );
  });

  it('hold boxes in cases on pallets', () => {
    const packs = [
      pack({ id: 'box', level: 'INNER', sizeBase: '0.5', gtin: '4006381333931' }),
      pack({ innerPackId: 'box', sizeBase: '6' }),
      pack({ id: 'pallet', level: 'PALLET', innerPackId: 'case', sizeBase: '480' }),
    ];
    expect(packFaults(packs)).toEqual([]);
  });

  it('refuse a pack in itself, a missing one, a part of one and a barcode used twice', () => {
    const code = '4006381333931';
    expect(packFaults([pack({ innerPackId: 'case' })])).toMatchObject([{ code: 'INNER_PACK_NOT_LOWER' }]);
    expect(packFaults([pack({ innerPackId: 'nowhere' })])).toMatchObject([{ code: 'INNER_PACK_NOT_LOWER' }]);
    const half = [pack({ id: 'box', level: 'INNER', sizeBase: '4' }), pack({ innerPackId: 'box' })];
    expect(packFaults(half)).toEqual([{ index: 1, field: 'sizeBase', code: 'INNER_PACK_NOT_WHOLE' }]);
    expect(packFaults([pack({ gtin: code }), pack({ id: 'b', gtin: `0${code}` })])).toMatchObject([{ code: 'GTIN_REPEATED' }]);
    expect(packFaults([pack({ gtin: '123' })])).toMatchObject([{ code: 'GTIN_NOT_VALID' }]);
  });
});
