import { useText } from '../../../shared/i18n/use-text';
import { routes } from '../../../shared/messages/vi/routes';
import { standing } from '../../../shared/messages/vi/standing';

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** "thứ Hai, thứ Năm". */
export function useWeekdays() {
  const t = useText({ ...standing, ...routes });
  const name = (day: number) => t(`routes.day.${day}` as keyof typeof routes);
  return {
    name,
    list: (days: readonly number[]) => (days.length === WEEK.length ? t('standing.everyDay') : days.map(name).join(', ')),
  };
}
