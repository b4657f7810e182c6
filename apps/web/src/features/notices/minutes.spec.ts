/** @jest-environment node */
import { clockOf, minuteOf } from './minutes';

test('every minute of a day is written and read back', () => {
  for (let minute = 0; minute < 1440; minute += 1) expect(minuteOf(clockOf(minute))).toBe(minute);
});

test.each([
  ['6:30', 390],
  ['21h30', 1290],
  ['21h', 1260],
  ['24:00', null],
  ['12:60', null],
  ['trưa', null],
])('%s is read as %s', (text, minute) => expect(minuteOf(text)).toBe(minute));
