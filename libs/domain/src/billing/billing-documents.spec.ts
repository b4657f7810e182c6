import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { freeCredit, keptOf, releaseOf } from './buyer-credit.js';
import { pairLines, readInvoiceName, vatCodeOfText } from './e-invoice.js';
import { noteFigures } from './note.js';
import { agreedBase, baseDateOf, dueDateOf, reminderOf, TERM_BASES } from './payment-terms.js';

describe('a payment term', () => {
  it('runs from the receipt, the invoice or the end of the month', () => {
    const facts = { receivedOn: '2026-02-10', invoicedOn: '2026-02-14' };
    expect(baseDateOf({ ...facts, base: 'RECEIPT' })).toBe('2026-02-10');
    expect(baseDateOf({ ...facts, base: 'INVOICE' })).toBe('2026-02-14');
    expect(baseDateOf({ ...facts, base: 'INVOICE', invoicedOn: null })).toBe('2026-02-10');
    expect(baseDateOf({ ...facts, base: 'INVOICE', invoicedOn: '2026-02-01' })).toBe('2026-02-10');
    expect(dueDateOf({ ...facts, base: 'MONTH_END', termDays: 15 })).toBe('2026-03-15');
  });

  it('follows the latest word of both, else the contract, else the rule', () => {
    const contract = { base: 'MONTH_END', since: '2026-01-01' } as const;
    expect(agreedBase(null, null, 'RECEIPT')).toBe('RECEIPT');
    expect(agreedBase(contract, null, 'RECEIPT')).toBe('MONTH_END');
    expect(agreedBase(null, { base: 'INVOICE', since: '2026-03-01' }, 'RECEIPT')).toBe('INVOICE');
    expect(agreedBase(contract, { base: 'INVOICE', since: '2026-03-01' }, 'RECEIPT')).toBe('INVOICE');
    expect(agreedBase(contract, { base: 'INVOICE', since: '2026-01-01' }, 'RECEIPT')).toBe('MONTH_END');
  });

  it('never falls due before the receipt and its days, whatever the base', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-06-01', days));
    fc.assert(
      fc.property(fc.constantFrom(...TERM_BASES), day, fc.option(day), fc.nat(180), (base, receivedOn, invoicedOn, termDays) => {
        const due = dueDateOf({ base, receivedOn, invoicedOn, termDays });
        expect(due >= addDays(receivedOn, termDays)).toBe(true);
        const latest = invoicedOn !== null && invoicedOn > receivedOn ? invoicedOn : receivedOn;
        if (base !== 'MONTH_END') expect(due <= addDays(latest, termDays)).toBe(true);
        else expect(due < addDays(receivedOn, termDays + 31)).toBe(true);
      }),
    );
  });

  it('reminds at the last day reached, and at none before the first', () => {
    const days = [-3, 0, 7];
    expect(
      ['2026-06-06', '2026-06-07', '2026-06-10', '2026-06-16', '2026-06-17'].map((day) => reminderOf('2026-06-10', day, days)),
    ).toEqual([null, -3, 0, 0, 7]);
  });
});

describe("an e-invoice's name", () => {
  const read = (symbol: string, number: string) => {
    const name = readInvoiceName({ symbol, number, issuedOn: '2026-06-01' }, '2026-06-02');
    return name.ok ? `${name.value.symbol} ${name.value.number}` : name.refusal.code;
  };
  it('is read as people write it', () => {
    expect(read(' 1c26taa', '00000123')).toBe('1C26TAA 123');
    expect(read('C26TAA', '1')).toBe('SYMBOL_WRONG');
    expect(read('1C26TAA', '0')).toBe('NUMBER_WRONG');
    expect(read('1C26TAA', '123456789')).toBe('NUMBER_WRONG');
  });
  it('carries the VAT as a code', () => {
    expect(['8%', '10 %', 'KCT', 'kkknt', '0%', '7%', 'KHAC'].map(vatCodeOfText)).toEqual([
      '8',
      '10',
      'KCT',
      'KKKNT',
      '0',
      null,
      null,
    ]);
  });
  it('pairs its lines with those asked for by name, then by place, never twice', () => {
    const asked = [
      { id: 'na', description: 'Na dai loại 1' },
      { id: 'hong', description: 'Hồng vành khuyên' },
    ];
    expect(pairLines([{ name: 'HONG VANH KHUYEN' }, { name: 'Na dai loai 1 (lô 3)' }], asked)).toEqual(['hong', 'na']);
    expect(pairLines([{ name: 'Hàng A' }, { name: 'Na dai loại 1' }], asked)).toEqual([null, 'na']);
    expect(pairLines([{ name: 'Na dai loại 1' }, { name: 'Hàng B' }], asked)).toEqual(['na', 'hong']);
    expect(pairLines([{ name: 'Hàng lạ' }], asked)).toEqual([null]);
  });
});

describe('a note', () => {
  const line = { id: 'a', amount: 1_000_000n, noted: 0n, vatCode: '8' as const };
  it('never takes more from a line than the line is worth, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 700_000n })), { maxLength: 20 }), (notes) => {
        let noted = 0n;
        for (const [isCredit, net] of notes) {
          const figures = noteFigures(
            isCredit ? 'CREDIT' : 'DEBIT',
            [{ requestLineId: 'a', net, vatCode: '8' }],
            [{ ...line, noted }],
          );
          if (figures.ok) {
            noted += figures.value.net;
            expect(figures.value.total).toBe(figures.value.net + figures.value.vat);
          } else expect(figures.refusal.code).toBe('NOTE_ABOVE_LINE');
          expect(line.amount + noted).toBeGreaterThanOrEqual(0n);
        }
      }),
    );
  });
});

describe('money freed by a credit note', () => {
  const payment = fc.record({
    id: fc.uuid(),
    method: fc.constantFrom('BANK_TRANSFER', 'CARD', 'CREDIT'),
    amount: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    refunded: fc.constant(0n),
    released: fc.constant(0n),
  });
  it('comes from the payments exactly once, from cards last', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(payment, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
        fc.nat(1000),
        (payments, mill) => {
          const paid = payments.reduce((sum, one) => sum + keptOf(one), 0n);
          const excess = (paid * BigInt(mill)) / 1000n;
          const released = releaseOf(excess, payments);
          expect(released.reduce((sum, { amount }) => sum + amount, 0n)).toBe(excess);
          for (const { id, amount } of released)
            expect(amount).toBeLessThanOrEqual(keptOf(payments.find((one) => one.id === id)!));
          const cards = new Set(payments.filter(({ method }) => method === 'CARD').map(({ id }) => id));
          const fromCards = released.some(({ id }) => cards.has(id));
          const others = payments.filter(({ id }) => !cards.has(id)).reduce((sum, one) => sum + keptOf(one), 0n);
          if (fromCards) expect(excess).toBeGreaterThan(others);
        },
      ),
    );
    expect(() => releaseOf(2n, [{ id: 'a', method: 'CARD', amount: 1n, refunded: 0n, released: 0n }])).toThrow(RangeError);
    expect(freeCredit({ amount: 5n, allocated: 2n, paidBack: 1n })).toBe(2n);
  });
});
