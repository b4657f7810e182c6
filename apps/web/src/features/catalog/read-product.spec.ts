import { parseVnd, Quantity } from '@lienket/domain';
import { newProduct, type ProductValues } from './product-form-values';
import { errorAt, fieldIdOf } from './product-field-ids';
import { readProduct } from './read-product';

const read = {
  quantity: (text: string) => {
    const result = Quantity.parse(text);
    return result.ok
      ? { ok: true as const, wire: result.value.toDecimalString() }
      : { ok: false as const, message: result.refusal.code };
  },
  money: (text: string) => {
    const result = parseVnd(text);
    return result.ok ? { ok: true as const, wire: String(result.value) } : { ok: false as const, message: result.refusal.code };
  },
};
const words = { required: (field: string) => `${field} missing`, whole: 'whole', positive: 'positive', degrees: 'degrees' };
const filled: ProductValues = {
  ...newProduct,
  nameVi: ' Na dai ',
  tiers: [{ from: '', price: '45k' }],
  harvestMonths: [9, 7, 8],
};
const reading = (change: Partial<ProductValues>) => readProduct({ ...filled, ...change }, read, words);

test('numbers typed the Vietnamese way become the wire form', () => {
  const { input, errors } = reading({
    packSize: '12,5',
    tiers: [
      { from: '', price: '45.000' },
      { from: '1.250', price: '43k' },
    ],
  });
  expect(errors).toEqual({});
  expect(input.pack.sizeBase).toBe('12.5');
  expect(input.priceTiers).toEqual([
    { minQty: '0', unitPrice: '45000' },
    { minQty: '1250', unitPrice: '43000' },
  ]);
  expect(input.nameVi).toBe('Na dai');
  expect(input.harvestMonths).toEqual([7, 8, 9]);
});

test('every problem stands under the id of its field', () => {
  const { errors } = reading({
    nameVi: ' ',
    packSize: '0',
    moqPacks: '1,5',
    tiers: [
      { from: '', price: '1.25' },
      { from: '', price: '' },
    ],
  });
  expect(errors).toEqual({
    nameVi: 'nameVi missing',
    packSize: 'positive',
    moqPacks: 'whole',
    'tier-0-price': 'AMOUNT_AMBIGUOUS',
    'tier-1-from': 'tier-1-from missing',
    'tier-1-price': 'tier-1-price missing',
  });
});

test('shelf life may stay unknown', () => {
  expect(reading({ shelfLifeDays: '' })).toMatchObject({ errors: {}, input: { shelfLifeDays: null } });
  expect(reading({ shelfLifeDays: '-3' }).errors).toEqual({ shelfLifeDays: 'whole' });
});

test('a temperature takes any minus a phone offers, and nothing that is no number', () => {
  for (const typed of ['-18', '−18', '– 18']) expect(reading({ storageTempMin: typed }).input.storageTempMin).toBe(-18);
  expect(reading({ storageTempMax: 'mát' }).errors).toEqual({ storageTempMax: 'degrees' });
});

test('a refusal of the server finds its field on the screen', () => {
  expect(fieldIdOf('pack.sizeBase')).toBe('packSize');
  expect(fieldIdOf('priceTiers.1.unitPrice')).toBe('tier-1-price');
  expect(fieldIdOf('1.minQty')).toBe('tier-1-from');
  expect(errorAt({ 'pack.moqPacks': 'too few', '': 'all' }, 'moqPacks')).toBe('too few');
});
