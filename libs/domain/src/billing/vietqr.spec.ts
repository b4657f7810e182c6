import fc from 'fast-check';
import { crc16 } from './emvco.js';
import { buildVietQr, parseVietQr, toTransferMemo, type VietQr } from './vietqr.js';

const account: VietQr = {
  bin: '970403',
  account: '0011012345678',
  amount: 180_000n,
  memo: 'thanh toan don hang',
  billNumber: 'NPS6869',
  service: 'ACCOUNT',
};
const card: VietQr = { ...account, account: '9704031101234567', service: 'CARD' };
const build = (qr: VietQr) => {
  const built = buildVietQr(qr);
  return built.ok ? built.value : built.refusal.code;
};
const ascii = (max: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9][A-Za-z0-9 ]{0,${max - 2}}[A-Za-z0-9]$`));
const anyQr: fc.Arbitrary<VietQr> = fc.record({
  bin: fc.stringMatching(/^\d{6}$/),
  account: fc.stringMatching(/^[0-9A-Z]{6,19}$/),
  amount: fc.option(fc.bigInt({ min: 1n, max: 9_999_999_999_999n })),
  memo: fc.option(ascii(25)),
  billNumber: fc.option(ascii(25)),
  service: fc.constantFrom('ACCOUNT', 'CARD'),
});

// Published examples: NAPAS, QR code format in the NAPAS247 transfer service, version 1.5.2.
describe('VietQR', () => {
  it('is the published text for a transfer to an account with an amount', () => {
    expect(build(account)).toBe(
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
    );
  });

  it('is the published text for transfers to a card, fixed and with an amount', () => {
    expect(build({ ...card, amount: null, memo: null, billNumber: null })).toBe(
      '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52',
    );
    expect(build(card)).toBe(
      '00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203',
    );
  });

  it('has the published checksum of the fixed account code, whose printed account length (12 for 13 digits) is a misprint', () => {
    const printed = '00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304';
    expect(crc16(printed)).toBe('F4E5');
    expect(parseVietQr(`${printed}F4E5`)).toEqual({ ok: false, refusal: { code: 'QR_NOT_VIETQR' } });
    const fixed = build({ ...account, amount: null, memo: null, billNumber: null });
    expect(fixed.slice(0, -4)).toBe(printed.replace('0112001', '0113001'));
  });

  it('is read back exactly', () => {
    fc.assert(
      fc.property(anyQr, (qr) => {
        expect(parseVietQr(build(qr))).toEqual({ ok: true, value: qr });
      }),
      { numRuns: 1500 },
    );
  });

  it('with any one sign changed is never read as another transfer', () => {
    fc.assert(
      fc.property(anyQr, fc.nat(), fc.constantFrom(...'0123456789ABCXYZ'), (qr, at, sign) => {
        const payload = build(qr);
        const i = at % payload.length;
        fc.pre(payload[i] !== sign);
        expect(parseVietQr(payload.slice(0, i) + sign + payload.slice(i + 1)).ok).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    [{ bin: '97040' }, 'BANK_BIN_NOT_VALID'],
    [{ account: '12345' }, 'ACCOUNT_NOT_VALID'],
    [{ account: '1234 5678' }, 'ACCOUNT_NOT_VALID'],
    [{ amount: 0n }, 'AMOUNT_NOT_VALID'],
    [{ amount: 10n ** 13n }, 'AMOUNT_NOT_VALID'],
    [{ memo: 'thanh toán' }, 'MEMO_NOT_ASCII'],
    [{ memo: 'x'.repeat(26) }, 'MEMO_TOO_LONG'],
  ] as [Partial<VietQr>, string][])('is not made of %o', (change, code) => {
    expect(build({ ...account, ...change })).toBe(code);
  });

  it('of another currency or scheme is refused', () => {
    const forged = (from: string, to: string) => {
      const body = build(account).slice(0, -4).replace(from, to);
      return parseVietQr(body + crc16(body));
    };
    expect(forged('5303704', '5303840')).toMatchObject({ refusal: { code: 'QR_NOT_VIETQR' } });
    expect(forged('A000000727', 'A000000333')).toMatchObject({ refusal: { code: 'QR_NOT_VIETQR' } });
    expect(forged('5406180000', '54061800.0')).toMatchObject({ refusal: { code: 'QR_NOT_READABLE' } });
    expect(parseVietQr('https://example.vn')).toMatchObject({ refusal: { code: 'QR_NOT_READABLE' } });
    expect(parseVietQr('')).toMatchObject({ refusal: { code: 'QR_NOT_READABLE' } });
  });

  it('takes any text as a memo once it is cut to plain letters', () => {
    expect(toTransferMemo('Thanh toán đơn hàng số 12/2026')).toBe('Thanh toan don hang so 12');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const memo = toTransferMemo(text);
        return build({ ...account, memo: memo || null }).startsWith('0002');
      }),
      { numRuns: 1000 },
    );
  });
});
