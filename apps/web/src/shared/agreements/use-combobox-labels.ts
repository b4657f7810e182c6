import type { ComboboxLabels } from '@lienket/ui';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text';
import { agreements } from '../messages/vi/agreements';

/** The words of a Combobox. */
export function useComboboxLabels(): ComboboxLabels {
  const t = useText(agreements);
  return useMemo(
    () => ({ empty: t('pick.empty'), loading: t('pick.loading'), failed: t('pick.failed'), clear: t('pick.clear') }),
    [t],
  );
}
