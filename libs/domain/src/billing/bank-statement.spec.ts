import fc from 'fast-check';
import { checkAllocations, matchCredit, readStatement } from './bank-statement.js';
import { paymentReference } from './payment-reference.js';

const rows = (...lines: string[][]) => lines.map((cells, index) => ({ row: index + 1, cells }));
const read = (...lines: string[][]) => {
  const result = readStatement(rows(...lines));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('a bank statement', () => {
  it.each([
    [
      'with debit and credit apart, under a letterhead',
      [
        ['NGÂN HÀNG TMCP MẪU', '', '', '', ''],
        ['Số tài khoản: 000999', '', '', 'Từ ngày 01/08/2026', ''],
        ['STT', 'Ngày giao dịch', 'Số tham chiếu', 'Số tiền ghi nợ', 'Số tiền ghi có', 'Nội dung giao dịch'],
        ['1', '03/08/2026', 'FT26215', '', '4,200,000', 'LS26 ABC thanh toan'],
        ['2', '04/08/2026', 'FT26216', '50,000', '', 'PHI SMS'],
        ['Cộng phát sinh', '', '', '50,000', '4,200,000', ''],
      ],
      [{ row: 4, bookedOn: '2026-08-03', amount: 4_200_000n, memo: 'LS26 ABC thanh toan', bankReference: 'FT26215' }],
    ],
    [
      'with one signed amount, in two languages',
      [
        ['Ngày / Date', 'Diễn giải / Description', 'Số tiền / Amount (VND)', 'Số dư / Balance'],
        ['2026-08-03T09:15:00', 'tra tien na', '+1.250.000', '9.000.000'],
        ['2026-08-04', 'rut tien', '-500.000', '8.500.000'],
      ],
      [{ row: 2, bookedOn: '2026-08-03', amount: 1_250_000n, memo: 'tra tien na', bankReference: null }],
    ],
    [
      'of numbers kept as numbers',
      [
        ['Ngày GD', 'Mã GD', 'PS Nợ', 'PS Có', 'Mô tả'],
        ['31/07/2026 14:05:11', '88', '0', '33242400.00', 'x'],
      ],
      [{ row: 2, bookedOn: '2026-07-31', amount: 33_242_400n, memo: 'x', bankReference: '88' }],
    ],
  ])('is read: %s', (_what, lines, credits) => {
    expect(read(...lines)).toEqual({ credits, unreadable: [] });
  });

  it('tells the rows it cannot read instead of guessing', () => {
    const { credits, unreadable } = read(
      ['Ngày', 'Nội dung', 'Ghi có'],
      ['32/13/2026', 'a', '100.000'],
      ['01/08/2026', 'b', '1.25'],
      ['01/08/2026', 'c', '100.000,50'],
    );
    expect(credits).toEqual([]);
    expect(unreadable).toEqual([
      { row: 2, field: 'bookedOn', text: '32/13/2026' },
      { row: 3, field: 'amount', text: '1.25' },
      { row: 4, field: 'amount', text: '100.000,50' },
    ]);
  });

  it('is refused without headings, and without a single arrival', () => {
    expect(readStatement(rows(['a', 'b'], ['1', '2']))).toEqual({ ok: false, refusal: { code: 'STATEMENT_HEADER_MISSING' } });
    expect(readStatement(rows(['Ngày', 'Nội dung', 'Ghi có']))).toEqual({ ok: false, refusal: { code: 'STATEMENT_EMPTY' } });
  });

  it('reads back every amount that banks write', () => {
    const write = fc.constantFrom(
      (n: bigint) => n.toString(),
      (n: bigint) => n.toLocaleString('vi-VN'),
      (n: bigint) => n.toLocaleString('en-US'),
      (n: bigint) => `${n.toLocaleString('en-US')}.00 VND`,
      (n: bigint) => `+${n.toLocaleString('vi-VN')} đ`,
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), write, (amount, how) => {
        expect(read(['Ngày', 'Nội dung', 'Ghi có'], ['01/08/2026', 'x', how(amount)]).credits[0]?.amount).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an arrival of money', () => {
  const reference = paymentReference(123456789n, 2026);
  const request = { id: 'a', reference, open: 4_200_000n };
  const other = { id: 'b', reference: paymentReference(987654321n, 2026), open: 1_000_000n };
  const match = (amount: bigint, memo: string) => matchCredit({ amount, memo }, [request, other]);

  it('matches by its reference alone, whole or in part, however the bank broke it', () => {
    const broken = `IBFT ${reference.slice(0, 5)} ${reference.slice(5).toLowerCase()}-CT tu 0123`;
    expect(match(4_200_000n, broken)).toEqual({ kind: 'MATCHED', requestId: 'a' });
    expect(match(1n, `tra ${reference}`)).toEqual({ kind: 'MATCHED', requestId: 'a' });
  });

  it('waits for a person when it names nothing, nothing known, something paid, or brings too much', () => {
    expect(match(1_000_000n, 'tra tien na')).toEqual({ kind: 'REVIEW', reason: 'NO_REFERENCE', suggested: ['b'] });
    expect(match(5n, paymentReference(5n, 2026))).toMatchObject({ reason: 'UNKNOWN_REFERENCE', suggested: [] });
    expect(match(4_200_001n, reference)).toMatchObject({ reason: 'ABOVE_OPEN' });
    expect(matchCredit({ amount: 1n, memo: reference }, [{ ...request, open: 0n }])).toMatchObject({ reason: 'NOTHING_OPEN' });
  });

  it('is never allocated above what it brought nor above what is open', () => {
    const amount = fc.bigInt({ min: -5n, max: 60n });
    const open = fc.bigInt({ min: 0n, max: 50n });
    fc.assert(
      fc.property(
        fc.record({ amount: fc.bigInt({ min: 1n, max: 100n }), allocated: fc.bigInt({ min: 0n, max: 100n }) }),
        fc.array(fc.record({ requestId: fc.constantFrom('a', 'b'), amount }), { maxLength: 4 }),
        open,
        open,
        (credit, allocations, openA, openB) => {
          const requests = [
            { ...request, open: openA },
            { ...other, open: openB },
          ];
          const checked = checkAllocations(credit, allocations, requests);
          const sum = (id?: string) =>
            allocations.reduce((total, one) => (!id || one.requestId === id ? total + one.amount : total), 0n);
          const sound =
            allocations.length > 0 &&
            allocations.every((one) => one.amount > 0n) &&
            sum('a') <= openA &&
            sum('b') <= openB &&
            sum() <= credit.amount - credit.allocated;
          expect(checked.ok).toBe(sound);
          if (checked.ok) expect(checked.value.left).toBe(credit.amount - credit.allocated - sum());
        },
      ),
      { numRuns: 3000 },
    );
  });
});
