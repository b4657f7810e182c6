import fc from 'fast-check';
import { gtinCheckDigit, gtinIsValid } from './gtin.js';

const body = fc
  .constantFrom(7, 11, 12, 13)
  .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
  .map((digits) => digits.join(''));

describe('a GTIN', () => {
  it('is valid with its check digit and with no other', () => {
    fc.assert(
      fc.property(body, (digits) => {
        const valid = Array.from({ length: 10 }, (_, digit) => digit).filter((digit) => gtinIsValid(`${digits}${digit}`));
        expect(valid).toEqual([gtinCheckDigit(digits)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('betrays every single mistyped digit', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const code = `${digits}${gtinCheckDigit(digits)}`;
        const at = place % code.length;
        const wrong = `${code.slice(0, at)}${(Number(code[at]) + shift) % 10}${code.slice(at + 1)}`;
        expect(gtinIsValid(wrong)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('has 8, 12, 13 or 14 digits, as on a real label', () => {
    expect(['4006381333931', '40170725', '036000291452', '10614141000415'].map(gtinIsValid)).toEqual([true, true, true, true]);
    expect(['', '893', '40063813339310', '4006381333932', '400638133393a'].map(gtinIsValid)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(() => gtinCheckDigit('12a')).toThrow(RangeError);
  });
});
