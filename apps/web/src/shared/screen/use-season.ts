import type { SeasonStripProps } from '@lienket/ui';
import { daysInMonth, isYearRound } from '@lienket/domain';
import { useMemo } from 'react';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';

const two = (value: number) => String(value).padStart(2, '0');
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Months in season as stretches of days; December joins January in one stretch. */
export function seasonWindows(harvest: readonly number[]): { from: string; to: string }[] {
  if (isYearRound(harvest)) return [{ from: '01-01', to: '12-31' }];
  const open = new Set(harvest);
  const before = (month: number) => ((month + 10) % 12) + 1;
  const after = (month: number) => (month % 12) + 1;
  return months
    .filter((month) => open.has(month) && !open.has(before(month)))
    .map((first) => {
      let last = first;
      while (open.has(after(last))) last = after(last);
      return { from: `${two(first)}-01`, to: `${two(last)}-${daysInMonth(`2025-${two(last)}-01`)}` };
    });
}

/** What a SeasonStrip needs, in words and stretches, from the months of the contract. */
export function useSeason(): (harvest: readonly number[]) => Omit<SeasonStripProps, 'size'> {
  const t = useText();
  const f = useFormats();
  return useMemo(() => {
    const today = f.today();
    return (harvest) => ({
      windows: seasonWindows(harvest),
      label: t('season.label', { months: f.months(harvest), today: f.date(today) }),
      monthLabels: months.map(String),
      today,
      legend: { window: t('season.window'), today: t('season.today'), delivery: t('season.delivery') },
    });
  }, [t, f]);
}
