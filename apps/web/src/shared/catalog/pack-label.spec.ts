import { formats } from '../i18n/formats';
import { packLabel } from './pack-label';

const f = formats('vi');

test('a pack says its size once', () => {
  expect(packLabel(f, 'Thùng xốp', '10', 'kg')).toBe('Thùng xốp 10 kg');
  expect(packLabel(f, 'Thùng 40 gói', '40', 'gói')).toBe('Thùng 40 gói');
  expect(packLabel(f, 'Thùng 8 quả', '12.5', 'kg')).toBe('Thùng 8 quả 12,5 kg');
});

test('a part of another number is not the size', () => {
  expect(packLabel(f, 'Thùng 100 gói nhỏ', '10', 'kg')).toBe('Thùng 100 gói nhỏ 10 kg');
});
