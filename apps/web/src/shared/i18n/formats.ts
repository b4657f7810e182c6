import {
  addDays,
  daysBetween,
  formatDateVi,
  formatMonthYear,
  formatQuantity,
  formatVnd,
  formatVndShort,
  instantMs,
  localDateOf,
  quantity,
  today,
} from '@lienket/domain';
import { useMemo } from 'react';
import { useLanguage } from './language';
import type { Locale } from './stored-locale';

type Money = string | number | bigint;

const words = {
  vi: {
    left: (days: number) => `còn ${days} ngày`,
    late: (days: number) => `trễ ${days} ngày`,
    today: 'hôm nay',
    tomorrow: 'ngày mai',
    yesterday: 'hôm qua',
    ago: (days: number) => `${days} ngày trước`,
    minutes: (count: number) => `${count} phút trước`,
    hours: (count: number) => `${count} giờ trước`,
    now: 'vừa xong',
    month: (month: number) => `tháng ${month}`,
    wholeYear: 'quanh năm',
  },
  en: {
    left: (days: number) => `${days} days left`,
    late: (days: number) => `${days} days late`,
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    ago: (days: number) => `${days} days ago`,
    minutes: (count: number) => `${count} minutes ago`,
    hours: (count: number) => `${count} hours ago`,
    now: 'just now',
    month: (month: number) =>
      ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][
        month - 1
      ]!,
    wholeYear: 'all year',
  },
};

/** Numbers, money and days as people here write them; the one place where they become text. */
export function formats(locale: Locale, now: () => Date = () => new Date()) {
  const word = words[locale];
  const decimal = locale === 'vi' ? ',' : '.';
  const time = (instant: string) => new Date(instantMs(instant) + 7 * 3_600_000).toISOString().slice(11, 16);
  const date = (day: string | null | undefined) => (day ? formatDateVi(localDateOf(day)) : '');
  // The sign never stands alone on the next line.
  const vnd = (amount: Money) => formatVnd(BigInt(amount), locale).replace(' ₫', '\u00a0₫');
  const monthShort = (month: number) => (locale === 'vi' ? String(month) : word.month(month).slice(0, 3));
  return {
    /** "25.000 ₫" */
    vnd,
    /** "1,2 triệu": tiles and charts only. */
    vndShort: (amount: Money) => formatVndShort(BigInt(amount), locale),
    /** "40.000 – 60.000 ₫", or one price. */
    vndRange: (from: Money, to: Money) =>
      String(from) === String(to) ? vnd(from) : `${vnd(from).replace(/\s₫$/, '')} – ${vnd(to)}`,
    /** "1.250,5 kg"; the wire form comes in. */
    quantity: (amount: string, unit = '') => formatQuantity(quantity(amount), unit, locale),
    /** "1.250" for counts. */
    count: (value: number) => formatQuantity(quantity(String(value)), '', locale),
    /** "05/03/2026"; empty for no day. Takes a LocalDate or an Instant. */
    date,
    /** "05/03/2026 14:30" */
    dateTime: (instant: string | null | undefined) => (instant ? `${date(instant)} ${time(instant)}` : ''),
    /** "14:30" */
    time,
    /** "03/2026" */
    monthYear: (day: string | null | undefined) => (day ? formatMonthYear(localDateOf(day)) : ''),
    /** "62,5 %" from 6250. */
    percentBp: (basisPoints: number) => `${String(Math.round(basisPoints) / 100).replace('.', decimal)} %`,
    /** "hôm nay", "ngày mai", "còn 2 ngày", "trễ 3 ngày". */
    due: (moment: string) => {
      const days = daysBetween(today(now()), localDateOf(moment));
      return days === 0 ? word.today : days === 1 ? word.tomorrow : days > 0 ? word.left(days) : word.late(-days);
    },
    /** "vừa xong", "5 phút trước", "hôm qua", "12 ngày trước". */
    ago: (instant: string) => {
      const minutes = Math.floor((now().getTime() - instantMs(instant)) / 60_000);
      const days = daysBetween(localDateOf(instant), today(now()));
      if (minutes < 1) return word.now;
      if (minutes < 60) return word.minutes(minutes);
      if (days === 0) return word.hours(Math.floor(minutes / 60));
      return days === 1 ? word.yesterday : word.ago(days);
    },
    /** "tháng 7" */
    month: word.month,
    /** As small as a button, and a part of the whole name: "3", "Mar". */
    monthShort,
    /** "tháng 7–9, 12", "quanh năm" for an empty list. */
    months: (months: readonly number[]) => {
      const sorted = [...new Set(months)].sort((a, b) => a - b);
      if (sorted.length === 0 || sorted.length === 12) return word.wholeYear;
      const runs: number[][] = [];
      for (const month of sorted) {
        const run = runs.at(-1);
        if (run && run.at(-1) === month - 1) run.push(month);
        else runs.push([month]);
      }
      const list = runs
        .map((run) => (run.length === 1 ? monthShort(run[0]!) : `${monthShort(run[0]!)}–${monthShort(run.at(-1)!)}`))
        .join(', ');
      return locale === 'vi' ? `tháng ${list}` : list;
    },
    /** Today's business day in Vietnam. */
    today: () => today(now()),
    daysFromToday: (days: number) => addDays(today(now()), days),
  };
}

export type Formats = ReturnType<typeof formats>;

export function useFormats(): Formats {
  const { locale } = useLanguage();
  return useMemo(() => formats(locale), [locale]);
}
