import { useId } from 'react';
import { Link } from '../link/link';
import { cx } from '../lib/cx';
import { Table } from '../table/table';
import s from './bar-chart.module.css';

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** As it is read: "12", "1.250 kg". */
  valueText: string;
  /** Opens the rows behind the number. */
  href?: string;
  /** These rows are shown now. */
  current?: boolean;
}

export interface BarChartProps {
  title: string;
  bars: readonly Bar[];
  labels: { item: string; value: string; showTable: string };
  /** The longest bar's value; the greatest of the bars unless given. */
  most?: number;
}

/** Few bars, each number leading to its rows; the table below says the same. */
export function BarChart({ title, bars, labels, most }: BarChartProps) {
  const titleId = useId();
  const longest = Math.max(1, most ?? 0, ...bars.map(({ value }) => value));
  return (
    <figure className={s.chart} aria-labelledby={titleId}>
      <figcaption className={s.title} id={titleId}>
        {title}
      </figcaption>
      <ul className={s.bars}>
        {bars.map(({ key, label, value, valueText, href, current }) => (
          <li key={key} className={cx(s.row, current && s.chosen)}>
            <span className={s.label}>{label}</span>
            <svg className={s.bar} height="12" aria-hidden="true">
              <rect className={s.fill} width={`${(value / longest) * 100}%`} height="12" />
              <line className={s.zero} x1="0.5" x2="0.5" y1="0" y2="12" />
            </svg>
            {href ? (
              <Link className={s.value} href={href} aria-current={current || undefined} aria-label={`${label}: ${valueText}`}>
                {valueText}
              </Link>
            ) : (
              <span className={s.value}>{valueText}</span>
            )}
          </li>
        ))}
      </ul>
      <details className={s.twin}>
        <summary>{labels.showTable}</summary>
        <Table
          caption={title}
          captionHidden
          density="compact"
          rows={bars}
          rowKey={(bar) => bar.key}
          columns={[
            { key: 'item', header: labels.item, primary: true, cell: (bar) => bar.label },
            { key: 'value', header: labels.value, numeric: true, cell: (bar) => bar.valueText },
          ]}
        />
      </details>
    </figure>
  );
}
