import fc from 'fast-check';
import { checkPassword } from './password.js';

describe('a new password', () => {
  it.each(['mùa na chín vàng đồi', 'Trâu ăn cỏ bờ ao', 'kx8-vqpz-mm31', '482619037755'])('"%s" is taken', (password) => {
    expect(checkPassword(password).ok).toBe(true);
  });

  it.each([
    ['ngắn quá', 'PASSWORD_TOO_SHORT'],
    ['aaaaaaaaaaaaaaa', 'PASSWORD_EASY'],
    ['matkhau123456', 'PASSWORD_EASY'],
    ['Mật khẩu 1111', 'PASSWORD_EASY'],
    ['123456789012', 'PASSWORD_EASY'],
    ['htxlangson2024', 'PASSWORD_EASY'],
    ['x'.repeat(257), 'PASSWORD_TOO_LONG'],
  ])('"%s" is refused as %s', (password, code) => {
    expect(checkPassword(password)).toMatchObject({ refusal: { code } });
  });

  it('is not the name of the organization or of its owner', () => {
    expect(checkPassword('Thạch đen Tràng Định', ['HTX Thạch đen Tràng Định']).ok).toBe(false);
    expect(checkPassword('nguyenthilan1999', ['Nguyễn Thị Lan', 'lan@example.vn']).ok).toBe(false);
  });

  it('of random letters is always taken from twelve on, and never before', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-mp-z]{3,30}$/), (text) => {
        fc.pre(new Set(text).size >= 6);
        return checkPassword(text).ok === text.length >= 12;
      }),
    );
  });
});
