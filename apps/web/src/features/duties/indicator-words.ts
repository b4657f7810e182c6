import type { IndicatorPartsFragment, IndicatorValuePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { duties } from '../../shared/messages/vi/duties';

type UnitKey = `indicatorUnit.${'COUNT' | 'PEOPLE' | 'BILLION_VND' | 'MILLION_VND'}`;

/** A figure as its source says it: "trên 500 hợp tác xã", "Quý 1/2024". */
export function useIndicatorWords() {
  const t = useText(duties);
  const f = useFormats();
  const unit = ({ unit: code }: Pick<IndicatorPartsFragment, 'unit'>) => t(`indicatorUnit.${code}` as UnitKey);
  return {
    t,
    f,
    unit,
    period: (text: string) => {
      const quarter = /^(\d{4})-Q(\d)$/.exec(text);
      if (quarter) return t('indicators.quarter', { quarter: quarter[2]!, year: quarter[1]! });
      return text.length === 4 ? t('indicators.year', { year: text }) : t('indicators.day', { day: f.date(text) });
    },
    /** Without its unit, for bars whose title names it. */
    bare: ({ value, qualifier }: IndicatorValuePartsFragment) =>
      qualifier === 'EXACT' ? f.quantity(value) : `${t(`qualifier.${qualifier}`)} ${f.quantity(value)}`,
    figure: (indicator: Pick<IndicatorPartsFragment, 'unit'>, { value, qualifier }: IndicatorValuePartsFragment) => {
      const told = `${f.quantity(value)} ${unit(indicator)}`;
      return qualifier === 'EXACT' ? told : `${t(`qualifier.${qualifier}`)} ${told}`;
    },
  };
}
