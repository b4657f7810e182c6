import fc from 'fast-check';
import { VAT_CODES } from '../catalog/vat.js';
import { lineAmount } from '../shared/money.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { cashIsAllowed, dueOf, isOverdue, openAmount, paymentState, type AcceptedLine } from './receivable.js';

const line: fc.Arbitrary<AcceptedLine> = fc.record({
  accepted: fc.bigInt({ min: 0n, max: 10n ** 9n }).map((n) => Quantity.fromThousandths(n)),
  unitPrice: fc.bigInt({ min: 0n, max: 10n ** 7n }),
  vatCode: fc.constantFrom(...VAT_CODES),
});
const terms = { baseDate: '2026-08-15', termDays: 30 };
const dong = fc.bigInt({ min: 0n, max: 10n ** 12n });

describe('what is owed', () => {
  it('is the sum of its lines and of its VAT rows, in any order of lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const due = dueOf(lines, terms);
        expect(due.net).toBe(lines.reduce((sum, l) => sum + lineAmount(l.accepted, l.unitPrice), 0n));
        expect(due.vat).toBe(due.vatRows.reduce((sum, row) => sum + row.vat, 0n));
        expect(due.total).toBe(due.net + due.vat);
        expect(new Set(due.vatRows.map((row) => row.code))).toEqual(new Set(lines.map((l) => l.vatCode)));
        expect(dueOf(lines.toReversed(), terms)).toEqual(due);
      }),
      { numRuns: 1000 },
    );
  });

  it('rounds VAT once per code, not per line', () => {
    const small: AcceptedLine = { accepted: quantity('1'), unitPrice: 5n, vatCode: '8' };
    expect(dueOf([small, small, small], terms)).toEqual({
      net: 15n,
      vatRows: [{ code: '8', base: 15n, vat: 1n }],
      vat: 1n,
      total: 16n,
      dueOn: '2026-09-14',
    });
  });
});

describe('payment', () => {
  it('counts only confirmed money as paid', () => {
    expect(paymentState({ total: 100n, confirmed: 0n, declared: 0n })).toBe('DUE');
    expect(paymentState({ total: 100n, confirmed: 0n, declared: 100n })).toBe('DECLARED');
    expect(paymentState({ total: 100n, confirmed: 60n, declared: 0n })).toBe('PART_PAID');
    expect(paymentState({ total: 100n, confirmed: 60n, declared: 40n })).toBe('DECLARED');
    expect(paymentState({ total: 100n, confirmed: 100n, declared: 0n })).toBe('PAID');
    fc.assert(
      fc.property(dong, dong, dong, (total, confirmed, declared) => {
        return (paymentState({ total, confirmed, declared }) === 'PAID') === (openAmount({ total, confirmed }) === 0n);
      }),
      { numRuns: 1000 },
    );
  });

  it('is overdue from the day after the due day while something is open', () => {
    const receivable = { total: 100n, confirmed: 99n, dueOn: '2026-09-14' };
    expect(isOverdue(receivable, '2026-09-14')).toBe(false);
    expect(isOverdue(receivable, '2026-09-15')).toBe(true);
    expect(isOverdue({ ...receivable, confirmed: 100n }, '2026-09-15')).toBe(false);
  });

  it('may be in cash only below the limit in force on the day', () => {
    const rules = [
      { validFrom: '2014-01-01', validTo: '2025-06-30', limit: 20_000_000n },
      { validFrom: '2025-07-01', validTo: null, limit: 5_000_000n },
    ];
    expect(cashIsAllowed(4_999_999n, '2026-08-01', rules)).toBe(true);
    expect(cashIsAllowed(5_000_000n, '2026-08-01', rules)).toBe(false);
    expect(cashIsAllowed(5_000_000n, '2025-06-30', rules)).toBe(true);
    expect(cashIsAllowed(10n ** 9n, '2010-01-01', rules)).toBe(true);
  });
});
