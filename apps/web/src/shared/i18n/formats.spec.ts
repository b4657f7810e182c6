import { formats } from './formats';

const noon = () => new Date('2026-08-10T05:00:00Z');
const vi = formats('vi', noon);
const en = formats('en', noon);

test('money of the wire, number or digits, reads as people write it', () => {
  expect(vi.vnd(25000)).toBe('25.000\u00a0₫');
  expect(vi.vnd('9007199254740993')).toBe('9.007.199.254.740.993\u00a0₫');
  expect(en.vnd('25000')).toBe('25,000\u00a0₫');
  expect(vi.vndRange(40000, 60000)).toBe('40.000 – 60.000\u00a0₫');
  expect(vi.vndRange(40000, '40000')).toBe('40.000\u00a0₫');
});

test('quantities keep their three decimals and take the unit', () => {
  expect(vi.quantity('1250.5', 'kg')).toBe('1.250,5 kg');
  expect(en.quantity('0.125', 'kg')).toBe('0.125 kg');
});

test('basis points become a percentage without noise', () => {
  expect(vi.percentBp(6250)).toBe('62,5 %');
  expect(vi.percentBp(10000)).toBe('100 %');
  expect(en.percentBp(33)).toBe('0.33 %');
});

test('an instant falls on its day in Vietnam', () => {
  expect(vi.date('2026-08-09T18:30:00Z')).toBe('10/08/2026');
  expect(vi.dateTime('2026-08-09T18:30:00Z')).toBe('10/08/2026 01:30');
  expect(vi.date(null)).toBe('');
});

test('a deadline says how much time is left, or how late one is', () => {
  expect(vi.due('2026-08-12')).toBe('còn 2 ngày');
  expect(vi.due('2026-08-11')).toBe('ngày mai');
  expect(vi.due('2026-08-10')).toBe('hôm nay');
  expect(vi.due('2026-08-07')).toBe('trễ 3 ngày');
  expect(en.due('2026-08-12')).toBe('2 days left');
});

test('the past is told in minutes, hours and days', () => {
  expect(vi.ago('2026-08-10T04:59:40Z')).toBe('vừa xong');
  expect(vi.ago('2026-08-10T04:40:00Z')).toBe('20 phút trước');
  expect(vi.ago('2026-08-10T02:00:00Z')).toBe('3 giờ trước');
  expect(vi.ago('2026-08-09T02:00:00Z')).toBe('hôm qua');
});

test('harvest months are joined into stretches', () => {
  expect(vi.months([9, 7, 8, 12])).toBe('tháng 7–9, 12');
  expect(vi.months([])).toBe('quanh năm');
  expect(en.months([7, 8])).toBe('Jul–Aug');
});
