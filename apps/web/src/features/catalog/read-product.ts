import type { PackInput, PriceTierInput, ProductCreateInput } from '../../gql/graphql';
import type { Typed } from '../../shared/forms/typed-numbers';
import type { ProductValues } from './product-form-values';

interface Reader {
  quantity: (text: string) => Typed;
  money: (text: string) => Typed;
}

interface Words {
  /** The sentence for an empty field, which names it: several stand together in the summary. */
  required: (field: string) => string;
  whole: string;
  positive: string;
  degrees: string;
}

type ProductInput = Omit<ProductCreateInput, 'clientKey' | 'submit' | 'pack'> & { pack: PackInput };
type ProductErrors = Record<string, string>;

/** Turns what was typed into the input of the contract; every problem stands under the id of its field. */
export function readProduct(values: ProductValues, read: Reader, words: Words): { input: ProductInput; errors: ProductErrors } {
  const errors: ProductErrors = {};
  const text = (field: string, value: string) => {
    if (!value.trim()) errors[field] = words.required(field);
    return value.trim();
  };
  const number = (field: string, value: string, kind: 'quantity' | 'money', zeroAllowed = false): string => {
    if (!value.trim()) errors[field] = words.required(field);
    else {
      const typed = read[kind](value);
      if (!typed.ok) errors[field] = typed.message;
      else if (!zeroAllowed && Number(typed.wire) === 0) errors[field] = words.positive;
      else return typed.wire;
    }
    return '0';
  };
  const whole = (field: string, value: string, optional = false): number | null => {
    if (!value.trim()) {
      if (!optional) errors[field] = words.required(field);
      return null;
    }
    if (!/^[1-9]\d{0,5}$/.test(value.trim())) {
      errors[field] = words.whole;
      return null;
    }
    return Number(value.trim());
  };
  /** Minus as a hyphen, a dash or the real sign: phones offer all three. */
  const degrees = (field: string, value: string): number | null => {
    const typed = value.trim().replace(/^[-–−]\s*/, '-');
    if (!typed) return null;
    if (/^-?\d{1,2}$/.test(typed)) return Number(typed);
    errors[field] = words.degrees;
    return null;
  };
  const priceTiers: PriceTierInput[] = values.tiers.map((tier, row) => ({
    // The first price holds from the smallest order on.
    minQty: row === 0 && !tier.from.trim() ? '0' : number(`tier-${row}-from`, tier.from, 'quantity', row === 0),
    unitPrice: number(`tier-${row}-price`, tier.price, 'money'),
  }));
  const input: ProductInput = {
    nameVi: text('nameVi', values.nameVi),
    nameEn: values.nameEn.trim() || null,
    group: values.group,
    description: values.description.trim(),
    baseUnit: text('baseUnit', values.baseUnit),
    netContent: values.netContent.trim() || null,
    harvestMonths: [...values.harvestMonths].sort((a, b) => a - b),
    shelfLifeDays: whole('shelfLifeDays', values.shelfLifeDays, true),
    storage: values.storage,
    vatClass: values.vatClass,
    priceVisibility: values.priceVisibility,
    basis: values.basis,
    pack: {
      name: text('packName', values.packName),
      sizeBase: number('packSize', values.packSize, 'quantity'),
      moqPacks: whole('moqPacks', values.moqPacks) ?? 0,
      gtin: values.gtin.trim() || null,
    },
    priceTiers,
    photos: values.photos.map(({ id }) => ({ fileId: id })),
    subgroup: values.subgroup.trim() || null,
    storageTempMin: degrees('storageTempMin', values.storageTempMin),
    storageTempMax: degrees('storageTempMax', values.storageTempMax),
    minRemainingDays: whole('minRemainingDays', values.minRemainingDays, true),
    origin: values.origin.trim() || null,
    originCommuneCode: values.originCommuneCode || null,
    story: values.story.trim() || null,
    traceabilityUrl: values.traceabilityUrl.trim() || null,
    hsCode: values.hsCode.trim() || null,
  };
  return { input, errors };
}
