import { formatSpecValue, type GradeSpec } from '@lienket/domain';
import { useCallback } from 'react';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { packs } from '../messages/vi/packs';

type Spec = { readonly [K in keyof GradeSpec]?: GradeSpec[K] | null } & Pick<GradeSpec, 'measure' | 'operator'>;

/** "Khối lượng ≥ 268,15 g; Độ Brix ≥ 11,2": what a grade promises, in one line. */
export function useGradeText(): (spec: readonly Spec[]) => string {
  const t = useText(packs);
  const { locale } = useLanguage();
  return useCallback(
    (spec) =>
      spec
        .map(({ measure, operator, value = null, valueTo = null, unit = null, text = null }) => {
          const shown = formatSpecValue({ measure, operator, value, valueTo, unit, text }, locale);
          return measure === 'OTHER' ? shown : `${t(`packs.measure.${measure}`)} ${shown}`;
        })
        .join('; '),
    [t, locale],
  );
}
