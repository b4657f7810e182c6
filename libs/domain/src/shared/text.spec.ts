import { foldVietnamese, slugify } from './text.js';

describe('Vietnamese text', () => {
  it('is searched without diacritics, composed or not', () => {
    expect(foldVietnamese('  Quả  NA Chi Lăng, Đồng Đăng ')).toBe('qua na chi lang, dong dang');
    expect(foldVietnamese('Hồng Bảo Lâm'.normalize('NFD'))).toBe(foldVietnamese('Hồng Bảo Lâm'.normalize('NFC')));
    expect(foldVietnamese('ưƯơƠăâêôđĐ')).toBe('uuooaaeodd');
  });

  it('becomes a readable address part', () => {
    expect(slugify('Hồng Bảo Lâm (loại 1) – 500g')).toBe('hong-bao-lam-loai-1-500g');
    expect(slugify('—!—')).toBe('');
  });
});
