import { accountedQty, Quantity, quantity, quantityInputText } from '@lienket/domain';
import fc from 'fast-check';
import { countAll, isProblem, readCount, typeCount, type CountField } from './receipt-count';

const sent = quantity('100');
const all = countAll(sent, 'vi');
const numbers = ({ accepted, rejected, missing }: typeof all) => [accepted, rejected, missing];

describe('counting a line at the ramp', () => {
  it('starts with everything accepted', () => {
    expect(numbers(countAll(quantity('1250.5'), 'vi'))).toEqual(['1250,5', '0', '0']);
  });

  it('takes rejected and missing out of accepted', () => {
    const rejected = typeCount(all, 'rejected', '12,5', sent, 'vi');
    expect(numbers(rejected)).toEqual(['87,5', '12,5', '0']);
    expect(numbers(typeCount(rejected, 'missing', '7', sent, 'vi'))).toEqual(['80,5', '12,5', '7']);
  });

  it('counts what was not accepted as missing, and takes missing back first when more is accepted', () => {
    const some = typeCount({ ...all, rejected: '10', accepted: '90' }, 'accepted', '70', sent, 'vi');
    expect(numbers(some)).toEqual(['70', '10', '20']);
    expect(numbers(typeCount(some, 'accepted', '95', sent, 'vi'))).toEqual(['95', '5', '0']);
  });

  it('leaves the others alone while a number cannot be read', () => {
    expect(numbers(typeCount(all, 'rejected', '1,2,3', sent, 'vi'))).toEqual(['100', '1,2,3', '0']);
  });

  it('adds up after any sound entry', () => {
    const field = fc.constantFrom<CountField>('accepted', 'rejected', 'missing');
    const amount = fc.bigInt({ min: 0n, max: 100_000n }).map((n) => Quantity.fromThousandths(n));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, amount), { minLength: 1, maxLength: 8 }), (entries) => {
        const counted = entries.reduce(
          (count, [where, qty]) => typeCount(count, where, quantityInputText(qty, 'vi'), sent, 'vi'),
          all,
        );
        const read = readCount({ ...counted, reason: 'BRUISED' }, sent, 'vi');
        if (isProblem(read)) {
          // Only rejected and missing together can exceed what was sent, and then the screen says so.
          expect(read.code).toBe('TOO_MANY');
        } else expect(accountedQty(read)).toEqual(sent);
      }),
    );
  });

  it('asks why when something is rejected, and says which number is too large', () => {
    expect(readCount(typeCount(all, 'rejected', '10', sent, 'vi'), sent, 'vi')).toEqual({
      field: 'rejectReason',
      code: 'REASON_MISSING',
    });
    expect(readCount({ ...all, rejected: '80', missing: '40', accepted: '0' }, sent, 'vi')).toEqual({
      field: 'rejected',
      code: 'TOO_MANY',
    });
    expect(readCount({ ...all, accepted: '120' }, sent, 'vi')).toEqual({ field: 'accepted', code: 'TOO_MANY' });
    expect(readCount({ ...all, missing: 'x' }, sent, 'vi')).toEqual({ field: 'missing', code: 'UNREAD' });
  });
});
