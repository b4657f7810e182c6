import type { DateFieldLabels } from '@lienket/ui';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text';

/** The words of every DateField. */
export function useDateLabels(): DateFieldLabels {
  const t = useText();
  return useMemo(
    () => ({ open: t('date.open'), invalid: t('date.invalid'), outOfRange: t('date.outOfRange'), loading: t('state.loading') }),
    [t],
  );
}
