import { Button, Cluster, Stack } from '@lienket/ui';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { useDayActs } from './use-day-acts';

interface DayActsProps {
  id: string;
  day: { day: string; canPlace: boolean; canSkip: boolean; canRestore: boolean };
  /** Days that could not be placed are acted on first of all. */
  urgent?: boolean;
}

/** The buttons of one day, and why it still cannot be placed. */
export function DayActs({ id, day: { day, canPlace, canSkip, canRestore }, urgent = false }: DayActsProps) {
  const t = useText(standing);
  const { date } = useFormats();
  const { skip, restore, place, input } = useDayActs(id, day);
  if (!canPlace && !canSkip && !canRestore) return null;
  const form = [place, skip, restore].find(({ failure }) => Object.keys(failure.fields).length > 0);
  const named = (label: string) => `${label}: ${date(day)}`;
  return (
    <Stack>
      {form && <FormErrors form={form} />}
      <Cluster>
        {canPlace && (
          <Button
            size="small"
            variant={urgent ? 'primary' : 'secondary'}
            aria-label={named(t('standing.placeNow'))}
            loading={place.busy}
            onClick={() => void place.submit(input)}
          >
            {t('standing.placeNow')}
          </Button>
        )}
        {canSkip && (
          <Button size="small" aria-label={named(t('standing.skip'))} loading={skip.busy} onClick={() => void skip.submit(input)}>
            {t('standing.skip')}
          </Button>
        )}
        {canRestore && (
          <Button
            size="small"
            aria-label={named(t('standing.restore'))}
            loading={restore.busy}
            onClick={() => void restore.submit(input)}
          >
            {t('standing.restore')}
          </Button>
        )}
      </Cluster>
    </Stack>
  );
}
