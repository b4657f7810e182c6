import { Quantity } from '@lienket/domain';
import { amendedTerms } from './amend-terms';

const numbers = {
  quantity: (text: string) => {
    const parsed = Quantity.parse(text, 'vi');
    return parsed.ok
      ? ({ ok: true, wire: parsed.value.toDecimalString() } as const)
      : ({ ok: false, message: 'không đọc được' } as const);
  },
};
const read = (draft: Parameters<typeof amendedTerms>[0]) => amendedTerms(draft, numbers, 'không rõ');

describe('the terms of an annex', () => {
  it('are hundredths of a percent and whole days, exactly as typed', () => {
    expect(read({ tolerancePct: '2,55', paymentTermDays: '30' })).toEqual({
      input: { toleranceBp: 255, paymentTermDays: 30 },
      errors: {},
    });
  });

  it.each([
    ['7,5', 'paymentTermDays', { paymentTermDays: '7,5' }],
    ['-7', 'paymentTermDays', { paymentTermDays: '-7' }],
    ['2,055', 'toleranceBp', { tolerancePct: '2,055' }],
    ['2,5 or so', 'toleranceBp', { tolerancePct: '2,5 or so' }],
  ])('are never rounded in silence: %s', (_typed, field, draft) => {
    const { input, errors } = read(draft);
    expect(input).toEqual({});
    expect(Object.keys(errors)).toEqual([field]);
  });

  it('stay as they are where nothing was typed', () => {
    expect(read({ tolerancePct: ' ', paymentTermDays: '' })).toEqual({ input: {}, errors: {} });
  });
});
