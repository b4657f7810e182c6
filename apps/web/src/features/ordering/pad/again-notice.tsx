import { Button, Notice, Stack } from '@lienket/ui';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { againRows } from './again';
import type { PadCatalogue } from './pad-items';
import type { PadPlaces } from './pad-delivery';
import { isBlank, type PadRow } from './pad-rows';
import type { AgainOrders } from './use-again';

interface AgainNoticeProps {
  orders: AgainOrders;
  catalogue: PadCatalogue;
  places: PadPlaces;
  rows: readonly PadRow[];
  onRows: (rows: PadRow[]) => void;
}

/** Old orders offered to the sheet: one tap fills it at today's prices, and what is no longer sold is named. */
export function AgainNotice({ orders, catalogue, places, rows, onRows }: AgainNoticeProps) {
  const t = useText(ordering);
  const { locale } = useLanguage();
  const [taken, setTaken] = useState(false);
  const again = useMemo(() => againRows(orders.lines, catalogue, places, locale), [orders, catalogue, places, locale]);
  const numbers = orders.numbers.join(', ');
  const names = (list: readonly string[]) => [...new Set(list)].join(', ');
  const offer = !taken && again.rows.length > 0;
  if (!offer && again.gone.length === 0 && again.changed.length === 0) return null;
  return (
    <Notice
      tone={again.gone.length > 0 ? 'warning' : 'info'}
      action={
        offer && (
          <Button
            size="small"
            onClick={() => {
              setTaken(true);
              onRows([...rows.filter((row) => !isBlank(row)), ...again.rows]);
            }}
          >
            {t('pad.againTake', { count: again.rows.length })}
          </Button>
        )
      }
    >
      <Stack>
        <span>{t('pad.again', { numbers })}</span>
        {again.changed.length > 0 && <span>{t('pad.againChanged', { names: names(again.changed) })}</span>}
        {again.gone.length > 0 && <span>{t('pad.againGone', { names: names(again.gone) })}</span>}
      </Stack>
    </Notice>
  );
}
