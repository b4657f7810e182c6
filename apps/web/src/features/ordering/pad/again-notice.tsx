import { Button, Notice, Stack } from '@lienket/ui';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { againRows, type AgainLine } from './again';
import type { PadCatalogue } from './pad-items';
import type { PadPlaces } from './pad-delivery';
import { isBlank, type PadRow } from './pad-rows';

interface AgainNoticeProps {
  /** What the lines are of. */
  said: string;
  lines: readonly AgainLine[];
  /** Fills an empty sheet without being asked. */
  eager?: boolean;
  catalogue: PadCatalogue;
  places: PadPlaces;
  rows: readonly PadRow[];
  onRows: (rows: PadRow[]) => void;
}

/** Old lines offered to the sheet: one tap fills it at today's prices, and what is no longer sold is named. */
export function AgainNotice({ said, lines, eager = false, catalogue, places, rows, onRows }: AgainNoticeProps) {
  const t = useText(ordering);
  const { locale } = useLanguage();
  const [taken, setTaken] = useState(false);
  const again = useMemo(() => againRows(lines, catalogue, places, locale), [lines, catalogue, places, locale]);
  const names = (list: readonly string[]) => [...new Set(list)].join(', ');
  const offer = !taken && again.rows.length > 0;
  const take = () => {
    setTaken(true);
    onRows([...rows.filter((row) => !isBlank(row)), ...again.rows]);
  };
  const unasked = eager && offer && rows.every(isBlank);
  useEffect(() => {
    if (unasked) take();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the lines have come and the sheet is still empty
  }, [unasked]);
  if (!offer && !eager && again.gone.length === 0 && again.changed.length === 0) return null;
  return (
    <Notice
      tone={again.gone.length > 0 ? 'warning' : 'info'}
      action={
        offer && (
          <Button size="small" onClick={take}>
            {t('pad.againTake', { count: again.rows.length })}
          </Button>
        )
      }
    >
      <Stack>
        <span>{said}</span>
        {again.changed.length > 0 && <span>{t('pad.againChanged', { names: names(again.changed) })}</span>}
        {again.gone.length > 0 && <span>{t('pad.againGone', { names: names(again.gone) })}</span>}
      </Stack>
    </Notice>
  );
}
