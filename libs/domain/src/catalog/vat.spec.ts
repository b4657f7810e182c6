import fc from 'fast-check';
import { vatAmount, vatFor, VAT_CODES, vatRateBasisPoints, type VatQuestion, type VatRule } from './vat.js';

const any = { vatClass: null, sellerKinds: null, sellerIsProducer: null, buyerKinds: null } as const;
const companies = ['ENTERPRISE', 'RETAILER', 'COOPERATIVE', 'COOPERATIVE_UNION'] as const;
/** The decision table of 2026 as rows: farm goods by who sells to whom, processed goods cut to 8 % until the end of the year. */
const rules: readonly VatRule[] = [
  { ...any, validFrom: '2026-01-01', validTo: null, vatClass: 'RAW_AGRI', sellerIsProducer: true, code: 'KCT' },
  {
    ...any,
    validFrom: '2026-01-01',
    validTo: null,
    vatClass: 'RAW_AGRI',
    sellerKinds: companies,
    buyerKinds: companies,
    code: 'KKKNT',
  },
  { ...any, validFrom: '2026-01-01', validTo: null, vatClass: 'RAW_AGRI', sellerKinds: companies, code: '5' },
  { ...any, validFrom: '2026-01-01', validTo: '2026-12-31', vatClass: 'PROCESSED', code: '8' },
  { ...any, validFrom: '2027-01-01', validTo: null, vatClass: 'PROCESSED', code: '10' },
  { ...any, validFrom: '2026-01-01', validTo: null, vatClass: 'EXCISE', code: '10' },
  { ...any, validFrom: '2026-01-01', validTo: null, vatClass: 'EXPORT', code: '0' },
];
const question: VatQuestion = {
  vatClass: 'RAW_AGRI',
  sellerKind: 'COOPERATIVE',
  sellerIsProducer: false,
  buyerKind: 'RETAILER',
  date: '2026-06-01',
  rules,
};
const codeOf = (change: Partial<VatQuestion>) => {
  const answer = vatFor({ ...question, ...change });
  return answer.ok ? answer.value.code : answer.refusal.code;
};

describe('VAT', () => {
  it('on farm goods depends on who sells to whom', () => {
    expect(codeOf({ sellerIsProducer: true })).toBe('KCT');
    expect(codeOf({})).toBe('KKKNT');
    expect(codeOf({ buyerKind: 'HOUSEHOLD_BUSINESS' })).toBe('5');
    expect(codeOf({ buyerKind: 'INDIVIDUAL' })).toBe('5');
  });

  it('on processed goods turns from 8 to 10 % at the end of 2026, while excise goods never had the cut', () => {
    expect(codeOf({ vatClass: 'PROCESSED', date: '2026-12-31' })).toBe('8');
    expect(codeOf({ vatClass: 'PROCESSED', date: '2027-01-01' })).toBe('10');
    expect(codeOf({ vatClass: 'EXCISE', date: '2026-06-01' })).toBe('10');
    expect(codeOf({ vatClass: 'EXPORT' })).toBe('0');
  });

  it('is refused, not guessed, where the table has no row', () => {
    expect(codeOf({ date: '2025-12-31' })).toBe('VAT_RULE_MISSING');
    expect(codeOf({ sellerKind: 'HOUSEHOLD_BUSINESS' })).toBe('VAT_RULE_MISSING');
  });

  it('amounts to the rate within half a đồng, and to nothing for KCT, KKKNT and 0', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 62n }), fc.constantFrom(...VAT_CODES), (net, code) => {
        const off = vatAmount(net, code) * 10_000n - net * BigInt(vatRateBasisPoints(code));
        expect(-5_000n < off && off <= 5_000n).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(VAT_CODES.map((code) => vatAmount(100_000n, code))).toEqual([0n, 0n, 0n, 5_000n, 8_000n, 10_000n]);
  });
});
