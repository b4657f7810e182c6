import fc from 'fast-check';
import { propertyRuns } from '../../testing/property-runs.js';
import { addDays, localDateOf } from '../shared/calendar-date.js';
import { deliveryTime, digestDay, digestTime, isQuiet, type NoticeHours, USUAL_HOURS } from './delivery-time.js';

const minute = fc.integer({ min: 0, max: 1439 });
const hours: fc.Arbitrary<NoticeHours> = fc.record({
  quiet: fc.option(fc.record({ from: minute, to: minute })),
  digestAt: minute,
});
const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const DAY_MS = 86_400_000;
const runs = propertyRuns(2000);

describe('an e-mail', () => {
  it('never leaves inside quiet hours, unless it is urgent', () => {
    fc.assert(
      fc.property(hours, fc.constantFrom('EMAIL' as const, 'DIGEST' as const), moment, (h, way, now) => {
        expect(isQuiet(h, deliveryTime(h, { way, urgent: false }, now)!)).toBe(false);
      }),
      runs,
    );
  });

  it('that is urgent leaves at once', () => {
    fc.assert(fc.property(hours, moment, (h, now) => expect(deliveryTime(h, { way: 'EMAIL', urgent: true }, now)).toBe(now)));
  });

  it('is never lost and never leaves before its cause: at once within a day, in a digest within two', () => {
    fc.assert(
      fc.property(hours, moment, (h, now) => {
        const wait = (way: 'EMAIL' | 'DIGEST') => deliveryTime(h, { way, urgent: false }, now)!.getTime() - now.getTime();
        expect(wait('EMAIL')).toBeGreaterThanOrEqual(0);
        expect(wait('EMAIL')).toBeLessThan(DAY_MS);
        expect(wait('DIGEST')).toBeGreaterThan(0);
        expect(wait('DIGEST')).toBeLessThanOrEqual(2 * DAY_MS);
      }),
      runs,
    );
  });

  it('does not exist for what is only shown in the app, or switched off', () => {
    fc.assert(
      fc.property(hours, moment, fc.boolean(), (h, now, urgent) => {
        expect([deliveryTime(h, { way: 'APP', urgent }, now), deliveryTime(h, { way: 'OFF', urgent }, now)]).toEqual([
          null,
          null,
        ]);
      }),
    );
  });

  it('asked again when it should leave, leaves then', () => {
    fc.assert(
      fc.property(hours, moment, (h, now) => {
        const at = deliveryTime(h, { way: 'EMAIL', urgent: false }, now)!;
        expect(deliveryTime(h, { way: 'EMAIL', urgent: false }, at)).toEqual(at);
      }),
    );
  });

  it.each([
    ['2026-11-20T20:59:00+07:00', '2026-11-20T20:59:00+07:00'],
    ['2026-11-20T21:00:00+07:00', '2026-11-21T06:00:00+07:00'],
    ['2026-11-21T05:59:59+07:00', '2026-11-21T06:00:00+07:00'],
    ['2026-11-21T06:00:00+07:00', '2026-11-21T06:00:00+07:00'],
  ])('told at %s by the usual hours leaves at %s', (now, at) => {
    expect(deliveryTime(USUAL_HOURS, { way: 'EMAIL', urgent: false }, new Date(now))).toEqual(new Date(at));
  });
});

describe('the daily letter', () => {
  it('carries each thing once: the letters of the days part time without gap or overlap', () => {
    fc.assert(
      fc.property(hours, fc.array(moment, { minLength: 1, maxLength: 30 }), (h, moments) => {
        for (const now of moments) {
          const day = digestDay(h, now);
          expect(digestTime(h, day) > now).toBe(true);
          expect(digestTime(h, addDays(day, -1)) > now).toBe(false);
        }
      }),
      runs,
    );
  });

  it('of a later day never leaves earlier', () => {
    fc.assert(
      fc.property(hours, moment, (h, now) => {
        const day = localDateOf(now);
        expect(digestTime(h, addDays(day, 1)).getTime() - digestTime(h, day).getTime()).toBe(DAY_MS);
      }),
    );
  });

  it('chosen inside quiet hours leaves when they end', () => {
    expect(digestTime({ ...USUAL_HOURS, digestAt: 22 * 60 }, '2026-11-20')).toEqual(new Date('2026-11-21T06:00:00+07:00'));
    expect(digestTime({ ...USUAL_HOURS, digestAt: 5 * 60 }, '2026-11-20')).toEqual(new Date('2026-11-20T06:00:00+07:00'));
  });
});
