import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';
import type { ProductValues } from './product-form-values';
import { readProduct } from './read-product';

/** The form's reader, in the reader's language. */
export function useProductReader() {
  const t = useText(products);
  const read = useTypedNumbers();
  return (values: ProductValues) => {
    const names: Record<string, string> = {
      nameVi: t('form.name'),
      baseUnit: t('form.unit'),
      packName: t('form.packName'),
      packSize: t('form.packSize'),
      moqPacks: t('form.moq'),
    };
    const nameOf = (field: string) =>
      names[field] ?? (field.endsWith('-from') ? t('form.tierFrom') : t('form.price', { unit: values.baseUnit }));
    return readProduct(values, read, {
      required: (field) => t('form.requiredNamed', { name: nameOf(field) }),
      whole: t('form.whole'),
      positive: t('form.positive'),
      degrees: t('form.degrees'),
    });
  };
}
