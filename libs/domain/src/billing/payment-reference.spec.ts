import fc from 'fast-check';
import { findPaymentReference, paymentReference } from './payment-reference.js';

const seed = fc.bigInt({ min: 0n, max: 29n ** 8n - 1n });

describe('payment references', () => {
  it('are short, plain and free of signs that are misread', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 2024, max: 2099 }), (id, year) => {
        expect(paymentReference(id, year)).toMatch(/^LS\d\d[2-9A-HJKMNP-TW-Z]{9}$/);
      }),
      { numRuns: 1000 },
    );
    expect(() => paymentReference(-1n, 2026)).toThrow(RangeError);
  });

  it('differ for different seeds', () => {
    fc.assert(
      fc.property(seed, seed, (a, b) => (a === b) === (paymentReference(a, 2026) === paymentReference(b, 2026))),
      { numRuns: 1000 },
    );
  });

  it('are found in what banks make of a memo', () => {
    const reference = paymentReference(123_456_789n, 2026);
    const spaced = `${reference.slice(0, 4)} ${reference.slice(4, 9)}-${reference.slice(9)}`;
    for (const memo of [
      reference,
      `MBVCB.123.CT TU 0011 ${reference} thanh toan`,
      spaced.toLowerCase(),
      `IBFT${reference}LS26`,
    ]) {
      expect(findPaymentReference(memo)).toBe(reference);
    }
    expect(findPaymentReference('thanh toan tien hang thang 8')).toBeNull();
  });

  it('with one wrong sign or two swapped are not taken for another', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 4, max: 12 }), fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTWXYZ'), (n, at, sign) => {
        const reference = paymentReference(n, 2026);
        const mistyped = reference.slice(0, at) + sign + reference.slice(at + 1);
        if (mistyped !== reference) expect(findPaymentReference(mistyped)).toBeNull();
        const i = Math.min(at, 10);
        const swapped = reference.slice(0, i) + reference[i + 1]! + reference[i]! + reference.slice(i + 2);
        if (swapped !== reference) expect(findPaymentReference(swapped)).toBeNull();
      }),
      { numRuns: 1500 },
    );
  });
});
