import fc from 'fast-check';
import { type VatCode } from '../catalog/vat.js';
import { lineAmount } from '../shared/money.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { checkInvoice, expectedFigures, type InvoiceFigures, matchedState, matchInvoice, type RequestedLine } from './invoice.js';

const tolerance = { qtyBp: 200, priceBp: 0, roundingDong: 10n, lateDays: 30 };
const requested: RequestedLine = {
  id: 'a',
  lineNo: 1,
  accepted: quantity('100'),
  invoiced: Quantity.ZERO,
  acceptedOfOrder: quantity('100'),
  ordered: quantity('100'),
  unitPrice: 42_000n,
  vatCode: '8',
};
const figures = (change: Partial<InvoiceFigures['lines'][number]> = {}, sums: Partial<InvoiceFigures> = {}): InvoiceFigures => {
  const line = {
    requestLineId: 'a',
    qty: quantity('100'),
    unitPrice: 42_000n,
    amount: 4_200_000n,
    vatCode: '8' as VatCode,
    ...change,
  };
  return { lines: [line], net: 4_200_000n, vat: 336_000n, total: 4_536_000n, ...sums };
};
const match = (given: InvoiceFigures, asked: Partial<RequestedLine> = {}, issuedOn = '2026-06-02') =>
  matchInvoice({ figures: given, issuedOn, receivedOn: '2026-06-01', requested: [{ ...requested, ...asked }], tolerance });
const fieldsOf = (given: ReturnType<typeof match>) => given.map(({ field, tolerated }) => [field, tolerated]);

describe('the match of order, receipt and invoice', () => {
  it('finds nothing where all three agree', () => {
    expect(match(figures())).toEqual([]);
    expect(matchedState([])).toBe('MATCHED');
  });

  it('takes a rounding of the whole document as matched, and stops at one đồng more', () => {
    const off = (dong: bigint) => match(figures({}, { vat: 336_000n + dong, total: 4_536_000n + dong }));
    expect(matchedState(off(10n))).toBe('MATCHED');
    expect(fieldsOf(off(11n))).toEqual([
      ['VAT', false],
      ['TOTAL', false],
    ]);
  });

  it('tells another price, another VAT code, another tax code, and an invoice from before the goods came', () => {
    expect(fieldsOf(match(figures({ unitPrice: 42_001n, amount: 4_200_100n }, { net: 4_200_100n, total: 4_536_100n })))).toEqual([
      ['UNIT_PRICE', false],
      ['NET', false],
      ['TOTAL', false],
    ]);
    expect(fieldsOf(match(figures({ vatCode: '10' })))).toEqual([['VAT_CODE', false]]);
    expect(fieldsOf(match(figures(), {}, '2026-05-31'))).toEqual([['ISSUED_ON', false]]);
    const parties = { seller: { expected: '4990000019', actual: '4990000026' }, buyer: { expected: null, actual: '1' } };
    expect(
      fieldsOf(
        matchInvoice({
          figures: figures(),
          issuedOn: '2026-06-02',
          receivedOn: '2026-06-01',
          requested: [requested],
          tolerance,
          parties,
        }),
      ),
    ).toEqual([['SELLER_TAX_CODE', false]]);
  });

  it('takes 2 % above the order by weight, no more', () => {
    const above = (kg: string) => match(figures(), { acceptedOfOrder: quantity(kg) });
    expect(fieldsOf(above('102'))).toEqual([['ORDERED_QTY', true]]);
    expect(fieldsOf(above('102.001'))).toEqual([['ORDERED_QTY', false]]);
  });
});

describe('an invoice', () => {
  it('never passes what was accepted and not invoiced yet, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 600_000 }), { maxLength: 12 }),
        (accepted, parts) => {
          let invoiced = Quantity.ZERO;
          const limit = Quantity.fromThousandths(BigInt(accepted));
          for (const part of parts) {
            const qty = Quantity.fromThousandths(BigInt(part));
            const amount = lineAmount(qty, 42_000n);
            const sums = expectedFigures([{ qty, unitPrice: 42_000n, vatCode: '8' }]);
            const asked = { ...requested, accepted: limit, invoiced };
            const checked = checkInvoice(
              { ...sums, lines: [{ requestLineId: 'a', qty, unitPrice: 42_000n, amount, vatCode: '8' }] },
              [asked],
            );
            if (checked.ok) invoiced = invoiced.add(qty);
            else expect(checked.refusal.code).toBe('INVOICE_ABOVE_ACCEPTED');
            expect(invoiced.compare(limit)).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('adds up, names each line once and holds at least one', () => {
    const code = (given: InvoiceFigures) => {
      const checked = checkInvoice(given, [requested]);
      return checked.ok ? null : checked.refusal.code;
    };
    expect(code(figures())).toBeNull();
    expect(code({ ...figures(), lines: [] })).toBe('INVOICE_EMPTY');
    expect(code({ ...figures(), lines: [...figures().lines, ...figures().lines] })).toBe('INVOICE_LINE_TWICE');
    expect(code(figures({ requestLineId: 'b' }))).toBe('INVOICE_LINE_UNKNOWN');
    expect(code(figures({ qty: Quantity.ZERO }))).toBe('INVOICE_QTY_NOT_POSITIVE');
    expect(code(figures({}, { total: 1n }))).toBe('INVOICE_TOTAL_WRONG');
  });
});
