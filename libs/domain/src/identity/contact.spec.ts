import fc from 'fast-check';
import { normalizeEmail, normalizePhone, phoneForDisplay } from './contact.js';

describe('phone numbers', () => {
  it.each([
    ['0912 345 678', '+84912345678'],
    ['+84 912.345.678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['+84 0912345678', '+84912345678'],
    ['(0205) 3812 345', '+842053812345'],
    ['024-3826-6999', '+842438266999'],
    ['+49 30 901820', '+4930901820'],
  ])('%s is stored as %s', (text, e164) => {
    expect(normalizePhone(text)).toEqual({ ok: true, value: e164 });
  });

  it.each(['0112345678', '091234567', '09123456789', '+8412345', '113', 'gọi sau', ''])('"%s" is refused', (text) => {
    expect(normalizePhone(text)).toEqual({ ok: false, refusal: { code: 'PHONE_NOT_VALID', text } });
  });
});

describe('phone numbers on the screen', () => {
  it.each([
    ['+84912345678', '0912 345 678'],
    ['+842053812345', '0205 3812 345'],
    ['+842438266999', '024 3826 6999'],
    ['+4930901820', '+4930901820'],
  ])('%s is shown as %s', (e164, shown) => {
    expect(phoneForDisplay(e164)).toBe(shown);
  });

  it('are read back as the same number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(0[35789][0-9]{8}|02[0-9]{9})$/), (national) => {
        const stored = normalizePhone(national);
        return stored.ok && JSON.stringify(normalizePhone(phoneForDisplay(stored.value))) === JSON.stringify(stored);
      }),
    );
  });
});

describe('e-mail addresses', () => {
  it('are trimmed and lower case', () => {
    expect(normalizeEmail(' Thu.Mua@SieuThi.example.vn ')).toEqual({ ok: true, value: 'thu.mua@sieuthi.example.vn' });
  });

  it.each(['a@b', 'a b@c.vn', '@c.vn', 'a@@c.vn', 'a@-c.vn', `${'x'.repeat(65)}@c.vn`, ''])('"%s" is refused', (text) => {
    expect(normalizeEmail(text)).toEqual({ ok: false, refusal: { code: 'EMAIL_NOT_VALID', text } });
  });
});
