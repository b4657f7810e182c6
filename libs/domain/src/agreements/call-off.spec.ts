import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { callOffLimit, grantCallOff } from './call-off.js';

const qty = fc.bigInt({ min: 1n, max: 10n ** 9n }).map((n) => Quantity.fromThousandths(n));
const tolerance = fc.integer({ min: 0, max: 2_000 }).map((n) => n / 100);

describe('call-offs', () => {
  it('never exceed max × (1 + tolerance), however many are asked for', () => {
    fc.assert(
      fc.property(qty, tolerance, fc.array(qty, { maxLength: 30 }), (max, tolerancePct, requests) => {
        let open = Quantity.ZERO;
        for (const requested of requests) {
          const answer = grantCallOff({ max, tolerancePct, openCallOff: open }, requested);
          if (answer.ok) open = open.add(answer.value.granted);
          else if (answer.refusal.code === 'OVER_CALL') {
            expect(requested > answer.refusal.remaining).toBe(true);
            const rest = grantCallOff({ max, tolerancePct, openCallOff: open }, answer.refusal.remaining);
            expect(rest.ok).toBe(answer.refusal.remaining.isPositive);
          }
        }
        expect(open.thousandths * 10_000n <= max.thousandths * (10_000n + BigInt(Math.round(tolerancePct * 100)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused with what remains', () => {
    const limit = { max: quantity('1000'), tolerancePct: 5, openCallOff: quantity('950') };
    expect(callOffLimit(limit)?.toString()).toBe('1050');
    expect(grantCallOff(limit, quantity('100'))).toEqual({
      ok: true,
      value: { granted: quantity('100'), remaining: Quantity.ZERO },
    });
    expect(grantCallOff(limit, quantity('100.001'))).toEqual({
      ok: false,
      refusal: { code: 'OVER_CALL', requested: quantity('100.001'), remaining: quantity('100') },
    });
  });

  it('after the limit was lowered below what is open leave nothing, not a negative rest', () => {
    const answer = grantCallOff({ max: quantity('10'), tolerancePct: 0, openCallOff: quantity('30') }, quantity('1'));
    expect(answer).toMatchObject({ ok: false, refusal: { remaining: Quantity.ZERO } });
  });

  it('are free where no maximum was agreed, but never for nothing', () => {
    const free = { max: null, tolerancePct: 0, openCallOff: Quantity.ZERO };
    expect(grantCallOff(free, quantity('99999'))).toMatchObject({ ok: true, value: { remaining: null } });
    expect(grantCallOff(free, Quantity.ZERO)).toMatchObject({ ok: false, refusal: { code: 'CALL_OFF_NOT_POSITIVE' } });
    expect(grantCallOff(free, quantity('-1'))).toMatchObject({ ok: false, refusal: { code: 'CALL_OFF_NOT_POSITIVE' } });
  });
});
