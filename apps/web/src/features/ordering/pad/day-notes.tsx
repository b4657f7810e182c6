import type { DeliveryDayRefusal } from '@lienket/domain';
import { Button, Notice } from '@lienket/ui';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { dayText } from './day-text';
import type { Pads } from './pad-calendars';

interface DayNotesProps {
  pads: Pads;
  /** What stands against the day chosen for the whole order, by seller. */
  orderDays: ReadonlyMap<string, DeliveryDayRefusal>;
  onDay: (day: string) => void;
}

/** A seller's day off, holiday or passed cut-off, said beside the day as soon as it is chosen, with the next day that would do. */
export function DayNotes({ pads, orderDays, onDay }: DayNotesProps) {
  const t = useText(ordering);
  const f = useFormats();
  return pads.map(({ seller }) => {
    const refusal = orderDays.get(seller.id);
    if (!refusal) return null;
    const { next } = refusal;
    return (
      <Notice
        key={seller.id}
        tone="warning"
        action={
          next && (
            <Button size="small" onClick={() => onDay(next)}>
              {t('pad.fix.day', { date: f.date(next) })}
            </Button>
          )
        }
      >
        {pads.length > 1 && `${seller.shortName}: `}
        {dayText(refusal, t, f)}
      </Notice>
    );
  });
}
