import fc from 'fast-check';
import { isWithinTolerance } from '../catalog/catch-weight.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { checkWindow, parseDay, parseHour, parseWindow } from './delivery-slot.js';
import { toleranceOf, weighableCeiling } from './line-weight.js';

describe('goods by the scale', () => {
  it('may weigh the tolerance more than confirmed, counted goods nothing more', () => {
    const confirmed = quantity('100');
    expect(weighableCeiling({ confirmed, catchWeight: true, weightToleranceBp: 200 })).toEqual(quantity('102'));
    expect(weighableCeiling({ confirmed, catchWeight: false, weightToleranceBp: 200 })).toEqual(confirmed);
    expect(weighableCeiling({ confirmed, catchWeight: true, weightToleranceBp: null })).toEqual(confirmed);
  });

  it('never lets more through than the scale rule of the catalogue would', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.integer({ min: 0, max: 5000 }), (thousandths, bp) => {
        const confirmed = Quantity.fromThousandths(thousandths);
        const most = weighableCeiling({ confirmed, catchWeight: true, weightToleranceBp: bp });
        expect(isWithinTolerance(confirmed, most, bp)).toBe(true);
        expect(isWithinTolerance(confirmed, most.add(Quantity.fromThousandths(1n)), bp)).toBe(false);
      }),
    );
  });

  it('ends within the wider of its own tolerance and that of its unit', () => {
    expect(toleranceOf({ catchWeight: true, weightToleranceBp: 200 }, 50)).toBe(200);
    expect(toleranceOf({ catchWeight: true, weightToleranceBp: 20 }, 50)).toBe(50);
    expect(toleranceOf({ catchWeight: false, weightToleranceBp: 200 }, 50)).toBe(50);
  });
});

describe('a delivery slot', () => {
  it('reads hours and windows as people write them', () => {
    expect(['6', '6h', '6h30', '06:30', '6.30', '24:00', 'sáng'].map(parseHour)).toEqual([
      '06:00',
      '06:00',
      '06:30',
      '06:30',
      '06:30',
      null,
      null,
    ]);
    expect(parseWindow('6h-9h30')).toEqual({ from: '06:00', to: '09:30' });
    expect(parseWindow('06:00 – 09:00')).toEqual({ from: '06:00', to: '09:00' });
    expect(parseWindow('9-6')).toBeNull();
    expect(parseWindow('9h')).toBeNull();
    expect(parseDay('05/08/2026')).toBe('2026-08-05');
    expect(parseDay('mai')).toBeNull();
  });

  it('has both hours, rising, or none', () => {
    expect(checkWindow(null, null).ok).toBe(true);
    expect(checkWindow('06:00', '09:00').ok).toBe(true);
    expect(checkWindow('06:00', null)).toMatchObject({ refusal: { code: 'WINDOW_INCOMPLETE' } });
    expect(checkWindow('09:00', '09:00')).toMatchObject({ refusal: { code: 'WINDOW_NOT_RISING' } });
  });
});
