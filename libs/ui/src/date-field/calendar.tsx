import { ChevronLeft, ChevronRight } from 'lucide-react';
import { DayPicker } from 'react-day-picker';
import { enUS } from 'react-day-picker/locale/en-US';
import { vi } from 'react-day-picker/locale/vi';
import { fromLocalDay, toLocalDay } from './dates';
import s from './calendar.module.css';

interface CalendarProps {
  value: string;
  min?: string;
  max?: string;
  locale: 'vi' | 'en';
  onPick: (day: string) => void;
}

/** Loaded on its own: the day picker outweighs every other part. */
export default function Calendar({ value, min, max, locale, onPick }: CalendarProps) {
  const selected = toLocalDay(value);
  const first = toLocalDay(min);
  const last = toLocalDay(max);
  return (
    <DayPicker
      mode="single"
      autoFocus
      locale={locale === 'vi' ? vi : enUS}
      weekStartsOn={1}
      selected={selected}
      defaultMonth={selected ?? first}
      startMonth={first}
      endMonth={last}
      disabled={[...(first ? [{ before: first }] : []), ...(last ? [{ after: last }] : [])]}
      onSelect={(day) => day && onPick(fromLocalDay(day))}
      components={{
        Chevron: ({ orientation }) => (orientation === 'left' ? <ChevronLeft size={18} /> : <ChevronRight size={18} />),
      }}
      classNames={{
        root: s.root,
        months: s.months,
        month_caption: s.caption,
        nav: s.nav,
        button_previous: s.step,
        button_next: s.step,
        month_grid: s.grid,
        weekday: s.weekday,
        day: s.day,
        day_button: s.button,
        today: s.today,
        selected: s.selected,
        outside: s.outside,
        disabled: s.disabled,
      }}
    />
  );
}
