import { toast } from '@lienket/ui';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import {
  StandingOrderPlaceDayDocument,
  StandingOrderRestoreDayDocument,
  StandingOrderSkipDayDocument,
} from './standing.operations';

const STALE = ['standingOrders', 'standingOrderDays', 'workItems', 'orders', 'orderGroups', 'orderRequests'];

/** What is done about one day: `day` names it, so that each has a key of its own. */
export function useDayActs(id: string, day: string) {
  const t = useText(standing);
  const { date } = useFormats();
  const skip = useMutationForm(StandingOrderSkipDayDocument, {
    form: `standing-skip-${id}-${day}`,
    pick: (data) => data.standingOrderSkipDay,
    stale: STALE,
    onDone: () => toast.success(t('standing.skipped', { date: date(day) })),
  });
  const restore = useMutationForm(StandingOrderRestoreDayDocument, {
    form: `standing-restore-${id}-${day}`,
    pick: (data) => data.standingOrderRestoreDay,
    stale: STALE,
    onDone: () => toast.success(t('standing.restored', { date: date(day) })),
  });
  const place = useMutationForm(StandingOrderPlaceDayDocument, {
    form: `standing-place-${id}-${day}`,
    pick: (data) => data.standingOrderPlaceDay,
    stale: STALE,
    onDone: (order) => {
      // What was sent may be above a limit and wait for a manager: then nothing is ordered yet.
      const state = order.ahead.find((one) => one.day === day)?.state;
      const said = state === 'PLACED' ? 'standing.placedNow' : state === 'ASKED' ? 'standing.askedNow' : 'standing.sentNow';
      toast.success(t(said, { date: date(day) }));
    },
  });
  const input = (clientKey: string) => ({ input: { clientKey, id, day } });
  return { skip, restore, place, input };
}
