import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { limitBreaches, limitPeriodOf, limitsOf, LIMIT_PERIODS, type PurchaseLimit } from './purchase-limit.js';

const limit = (more: Partial<PurchaseLimit> = {}): PurchaseLimit => ({
  id: 'l',
  userId: null,
  role: null,
  perOrder: null,
  perPeriod: null,
  period: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days));

describe('what a buyer’s people may order without asking', () => {
  it('has periods that hold their day and follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...LIMIT_PERIODS.slice(0, 3)), (on, period) => {
        const { from, to } = limitPeriodOf(limit({ period }), on);
        expect(from <= on && on <= to!).toBe(true);
        expect(limitPeriodOf(limit({ period }), addDays(to!, 1)).from).toBe(addDays(to!, 1));
        expect(limitPeriodOf(limit({ period }), from)).toEqual({ from, to });
      }),
    );
    expect(limitPeriodOf(limit({ period: 'WEEK' }), '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(limitPeriodOf(limit({ period: 'QUARTER' }), '2026-11-29')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(limitPeriodOf(limit({ period: 'VALIDITY', validTo: '2026-02-15' }), '2026-02-01')).toEqual({
      from: '2026-01-01',
      to: '2026-02-15',
    });
  });

  it('cannot be dodged by splitting: whatever the parts, what passes never exceeds the period', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 30 }),
        (perPeriod, parts) => {
          const rules = [limit({ perPeriod, period: 'MONTH' })];
          const spent = parts.reduce((sum, part) => (limitBreaches(rules, part, () => sum).length ? sum : sum + part), 0n);
          expect(spent <= perPeriod).toBe(true);
        },
      ),
    );
  });

  it('binds a person by his own rule before his roles’, and everybody by the rule for all', () => {
    const rules = [
      limit({ id: 'role', role: 'BUYER', perOrder: 10n }),
      limit({ id: 'own', userId: 'an', perOrder: 50n }),
      limit({ id: 'all', perOrder: 100n }),
      limit({ id: 'later', perOrder: 1n, validFrom: '2027-01-01' }),
      limit({ id: 'over', perOrder: 1n, validTo: '2026-06-30' }),
    ];
    const of = (userId: string, roles: ('BUYER' | 'BUYER_MANAGER')[]) =>
      limitsOf(rules, { userId, roles }, '2026-11-29').map(({ id }) => id);
    expect(of('an', ['BUYER'])).toEqual(['own', 'all']);
    expect(of('binh', ['BUYER'])).toEqual(['role', 'all']);
    expect(of('chi', ['BUYER_MANAGER'])).toEqual(['all']);
    expect(of('dung', ['BUYER', 'BUYER_MANAGER'])).toEqual(['all']);
    expect(limitsOf(rules, { userId: 'an', roles: [] }, '2026-06-30').map(({ id }) => id)).toEqual(['own', 'all', 'over']);
  });

  it('takes exactly what is allowed and refuses one đồng more', () => {
    const rules = [limit({ perOrder: 100n, perPeriod: 150n, period: 'WEEK' })];
    expect(limitBreaches(rules, 100n, () => 50n)).toEqual([]);
    expect(limitBreaches(rules, 101n, () => 49n).map(({ kind }) => kind)).toEqual(['ORDER']);
    expect(limitBreaches(rules, 100n, () => 51n).map(({ kind }) => kind)).toEqual(['PERIOD']);
  });
});
