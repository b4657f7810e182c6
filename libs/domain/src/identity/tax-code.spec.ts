import fc from 'fast-check';
import { maskTaxCode, taxCodeForDisplay, taxCodeIsValid, taxCodeKind } from './tax-code.js';

describe('tax codes', () => {
  it.each(['0100109106', '0301444753', '0100047516', '4990000019', '4990000107', '4990000139'])('%s is a real code', (code) => {
    expect(taxCodeKind(code)).toBe('ORGANIZATION');
    expect(taxCodeKind(`${code}-001`)).toBe('BRANCH');
  });

  it('have exactly one right check digit, or none at all for one serial in eleven', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (serial) => {
        const stem = String(serial).padStart(9, '0');
        const valid = [...'0123456789'].filter((digit) => taxCodeIsValid(stem + digit));
        const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((total, weight, i) => total + weight * Number(stem[i]), 0);
        expect(valid).toHaveLength(sum % 11 === 0 ? 0 : 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('of people have twelve digits and no check digit', () => {
    expect(taxCodeKind('020085001234')).toBe('PERSONAL');
  });

  it.each(['', '499000001', '4990000018', '4990000019-1', '4990000019001', 'abcdefghij'])('"%s" is none', (text) => {
    expect(taxCodeIsValid(text)).toBe(false);
  });

  it('of people and households keep only three digits readable', () => {
    expect(maskTaxCode('020085001234')).toBe('•••••••••234');
    expect(maskTaxCode('4990000019-001')).toBe('••••••••••-001');
    expect(taxCodeForDisplay('020085001234', 'COOPERATIVE')).toBe('•••••••••234');
    expect(taxCodeForDisplay('4990000019', 'HOUSEHOLD_BUSINESS')).toBe('•••••••019');
    expect(taxCodeForDisplay('4990000019', 'COOPERATIVE')).toBe('4990000019');
  });
});
