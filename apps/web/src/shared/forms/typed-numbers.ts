import { parseVnd, Quantity, quantity as fromWire, formatQuantity } from '@lienket/domain';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';

export type Typed = { ok: true; wire: string } | { ok: false; message: string };

/** Reads what people type ("1.250,5", "25k", "1,2tr") into the wire form, or says what is unclear about it. */
export function useTypedNumbers() {
  const t = useText();
  const { locale } = useLanguage();
  return useMemo(() => {
    const show = (wire: string) => formatQuantity(fromWire(wire), '', locale);
    return {
      quantity(text: string): Typed {
        const result = Quantity.parse(text, locale);
        if (result.ok) return { ok: true, wire: result.value.toDecimalString() };
        const { refusal } = result;
        if (refusal.code === 'QUANTITY_AMBIGUOUS') {
          const [first, second] = refusal.readings;
          return { ok: false, message: t('number.ambiguous', { first: show(first), second: show(second) }) };
        }
        if (refusal.code === 'QUANTITY_TOO_PRECISE') return { ok: false, message: t('number.tooPrecise') };
        return { ok: false, message: t(refusal.code === 'QUANTITY_TOO_LARGE' ? 'number.tooLarge' : 'number.invalid') };
      },
      money(text: string): Typed {
        const result = parseVnd(text);
        if (result.ok) return { ok: true, wire: result.value.toString() };
        return { ok: false, message: t(result.refusal.code === 'AMOUNT_AMBIGUOUS' ? 'money.ambiguous' : 'money.invalid') };
      },
    };
  }, [t, locale]);
}
