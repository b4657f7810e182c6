import type { OrderGridLabels } from '@lienket/ui';
import { useMemo } from 'react';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';

/** The sheet speaks here as it does where orders are written. */
export function useGridWords(): OrderGridLabels {
  const t = useText(ordering);
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
      combobox: { empty: t('pad.loadEmpty'), loading: t('state.loading'), failed: t('pad.loadFailed'), clear: t('pad.clear') },
      date,
    }),
    [t, date],
  );
}
