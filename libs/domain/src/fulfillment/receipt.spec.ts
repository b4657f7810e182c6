import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { checkReceiptLine, deliveryProgress, REJECT_REASONS, type ReceiptCount } from './receipt.js';
import { checkDispatch, dispatchableQty } from './shipment.js';

const qty = fc.bigInt({ min: 0n, max: 10n ** 7n }).map((n) => Quantity.fromThousandths(n));
const reason = fc.option(fc.constantFrom(...REJECT_REASONS));
const count = (accepted: string, rejected = '0', missing = '0', why: ReceiptCount['reason'] = null): ReceiptCount => ({
  accepted: quantity(accepted),
  rejected: quantity(rejected),
  missing: quantity(missing),
  reason: why,
});
const check = (dispatched: string, given: ReceiptCount, tolerance = 0) =>
  checkReceiptLine({ dispatched: quantity(dispatched) }, given, tolerance);

describe('a receipt line', () => {
  it('lets no goods appear or disappear beyond the tolerance', () => {
    fc.assert(
      fc.property(
        qty,
        qty,
        qty,
        qty,
        reason,
        fc.integer({ min: 0, max: 500 }),
        (dispatched, accepted, rejected, missing, why, tolerance) => {
          const answer = checkReceiptLine({ dispatched }, { accepted, rejected, missing, reason: why }, tolerance);
          const off = accepted.add(rejected).add(missing).sub(dispatched).abs();
          const balanced = off.thousandths * 10_000n <= dispatched.thousandths * BigInt(tolerance);
          expect(answer.ok).toBe(balanced && (rejected.isZero || why !== null));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('that accounts for everything is always taken', () => {
    fc.assert(
      fc.property(qty, qty, qty, (accepted, rejected, missing) => {
        const dispatched = accepted.add(rejected).add(missing);
        return checkReceiptLine({ dispatched }, { accepted, rejected, missing, reason: 'BRUISED' }).ok;
      }),
      { numRuns: 1000 },
    );
  });

  it('tells how much is unaccounted for', () => {
    expect(check('100', count('90', '5', '0', 'OVERRIPE'))).toMatchObject({
      refusal: { code: 'RECEIPT_DOES_NOT_BALANCE', counted: quantity('95'), difference: quantity('-5') },
    });
    expect(check('100', count('98'), 200).ok).toBe(true);
    expect(check('100', count('97.999'), 200).ok).toBe(false);
    expect(check('0.049', count('0.048'), 200).ok).toBe(false);
  });

  it('needs a known reason to reject, and none otherwise', () => {
    expect(check('10', count('8', '2'))).toMatchObject({ refusal: { code: 'REJECT_REASON_MISSING', rejected: quantity('2') } });
    expect(check('10', count('8', '2', '0', 'UGLY' as 'OTHER'))).toMatchObject({ refusal: { code: 'REJECT_REASON_UNKNOWN' } });
    expect(check('10', count('10', '0', '0', 'LATE'))).toMatchObject({ value: { reason: null } });
    expect(check('10', count('11', '-1'))).toMatchObject({ refusal: { code: 'RECEIPT_NEGATIVE', field: 'rejected' } });
  });
});

describe('delivery progress', () => {
  const line = (confirmed: string, ...given: Parameters<typeof count>) => ({
    confirmed: quantity(confirmed),
    ...count(...given),
  });

  it('is complete when every confirmed line is accounted for, also by rejects and missing goods', () => {
    expect(deliveryProgress([line('100', '0')])).toBe('NONE');
    expect(deliveryProgress([])).toBe('NONE');
    expect(deliveryProgress([line('100', '60'), line('50', '50')])).toBe('PARTIAL');
    expect(deliveryProgress([line('100', '90', '7', '3'), line('50', '50'), line('0', '0')])).toBe('COMPLETE');
    expect(deliveryProgress([line('100', '98.5')])).toBe('PARTIAL');
    expect(deliveryProgress([line('100', '98.5')], 200)).toBe('COMPLETE');
  });
});

describe('dispatching', () => {
  it('never sends more than was confirmed, over any number of shipments', () => {
    fc.assert(
      fc.property(qty, fc.array(qty, { maxLength: 20 }), (confirmed, loads) => {
        let dispatched = Quantity.ZERO;
        for (const load of loads) if (checkDispatch({ confirmed, dispatched }, load).ok) dispatched = dispatched.add(load);
        expect(dispatched <= confirmed).toBe(true);
        expect(dispatchableQty({ confirmed, dispatched }).add(dispatched).equals(confirmed)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('allows catch weight up to the tolerance and names the rest otherwise', () => {
    const line = { confirmed: quantity('100'), dispatched: quantity('60') };
    expect(checkDispatch(line, quantity('42'), 200).ok).toBe(true);
    expect(checkDispatch(line, quantity('42'))).toMatchObject({ refusal: { code: 'OVER_DISPATCH', remaining: quantity('40') } });
    expect(checkDispatch(line, Quantity.ZERO)).toMatchObject({ refusal: { code: 'DISPATCH_NOT_POSITIVE' } });
  });
});
