import type { ComboboxLabels, OrderGridLabels } from '@lienket/ui';
import { useMemo } from 'react';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';

export function useComboboxLabels(): ComboboxLabels {
  const t = useText(ordering);
  return useMemo(
    () => ({ empty: t('pad.loadEmpty'), loading: t('state.loading'), failed: t('pad.loadFailed'), clear: t('pad.clear') }),
    [t],
  );
}

export function useGridLabels(): OrderGridLabels {
  const t = useText(ordering);
  const combobox = useComboboxLabels();
  const date = useDateLabels();
  return useMemo(
    () => ({
      rowNumber: t('pad.rowNumber'),
      addRow: t('pad.addRow'),
      removeRow: (row) => t('pad.removeRow', { row }),
      undo: t('pad.undo'),
      redo: t('pad.redo'),
      fillDown: t('pad.fillDown'),
      help: t('pad.help'),
      pasted: (rows) => t('pad.pasted', { rows }),
      undone: t('pad.undone'),
      redone: t('pad.redone'),
      filled: (cells) => t('pad.filled', { cells }),
      combobox,
      date,
    }),
    [t, combobox, date],
  );
}
