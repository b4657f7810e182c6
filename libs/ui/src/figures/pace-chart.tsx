import { useId } from 'react';
import { Table } from '../table/table';
import { useWidth } from '../lib/use-width';
import s from './pace-chart.module.css';

export interface PacePoint {
  key: string;
  /** "T8" or "03/08" */
  label: string;
  /** Cumulative; null where nothing was planned yet. */
  planned: number | null;
  /** Cumulative; null for days to come. */
  accepted: number | null;
  plannedText: string;
  acceptedText: string;
}

export interface PaceChartProps {
  /** What is measured, in which unit. */
  title: string;
  points: readonly PacePoint[];
  /** Index of the point nearest to today. */
  todayIndex?: number;
  labels: { planned: string; accepted: string; today: string; period: string; showTable: string };
}

const height = 200;
const pad = { top: 24, right: 12, bottom: 28, left: 12 };

/** Planned against accepted, both cumulative: the gap is the story. The table below says the same. */
export function PaceChart({ title, points, todayIndex, labels }: PaceChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>(560);
  const titleId = useId();
  const inner = { width: width - pad.left - pad.right, height: height - pad.top - pad.bottom };
  const most = Math.max(1, ...points.flatMap((point) => [point.planned ?? 0, point.accepted ?? 0]));
  const x = (index: number) => pad.left + (points.length > 1 ? (index / (points.length - 1)) * inner.width : 0);
  const y = (value: number) => pad.top + inner.height * (1 - value / most);
  const line = (pick: (point: PacePoint) => number | null) =>
    points
      .map((point, index) => [index, pick(point)] as const)
      .filter((pair): pair is readonly [number, number] => pair[1] !== null)
      .map(([index, value], order) => `${order ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const every = Math.ceil(points.length / Math.max(2, Math.floor(inner.width / 56)));
  const lastAccepted = points.findLastIndex((point) => point.accepted !== null);
  const reached = points[lastAccepted];

  return (
    <figure className={s.chart} aria-labelledby={titleId}>
      <figcaption className={s.head}>
        <span className={s.title} id={titleId}>
          {title}
        </span>
        <span className={s.legend}>
          <span className={s.key}>
            <svg width="22" height="10" aria-hidden="true">
              <path className={s.planned} d="M0 5H22" />
            </svg>
            {labels.planned}
          </span>
          <span className={s.key}>
            <svg width="22" height="10" aria-hidden="true">
              <path className={s.accepted} d="M0 5H22" />
            </svg>
            {labels.accepted}
          </span>
        </span>
      </figcaption>
      <div ref={frame}>
        <svg width={width} height={height} aria-hidden="true" className={s.drawing}>
          {[0, 0.5, 1].map((part) => (
            <line
              key={part}
              className={part ? s.grid : s.base}
              x1={pad.left}
              x2={width - pad.right}
              y1={y(most * part)}
              y2={y(most * part)}
            />
          ))}
          {todayIndex !== undefined && (
            <>
              <line className={s.today} x1={x(todayIndex)} x2={x(todayIndex)} y1={pad.top - 6} y2={height - pad.bottom} />
              <text className={s.label} x={x(todayIndex)} y={pad.top - 10} textAnchor={anchor(todayIndex, points.length)}>
                {labels.today}
              </text>
            </>
          )}
          <path className={s.planned} d={line((point) => point.planned)} />
          <path className={s.accepted} d={line((point) => point.accepted)} />
          {reached?.accepted != null && <circle className={s.dot} cx={x(lastAccepted)} cy={y(reached.accepted)} r="4" />}
          {points.map((point, index) =>
            index === points.length - 1 || (index % every === 0 && points.length - 1 - index >= every) ? (
              <text key={point.key} className={s.label} x={x(index)} y={height - 8} textAnchor={anchor(index, points.length)}>
                {point.label}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <details className={s.twin}>
        <summary>{labels.showTable}</summary>
        <Table
          caption={title}
          captionHidden
          density="compact"
          stickyHeader={false}
          rows={points}
          rowKey={(point) => point.key}
          columns={[
            { key: 'period', header: labels.period, cell: (point) => point.label },
            { key: 'planned', header: labels.planned, numeric: true, cell: (point) => point.plannedText },
            { key: 'accepted', header: labels.accepted, numeric: true, cell: (point) => point.acceptedText },
          ]}
        />
      </details>
    </figure>
  );
}

const anchor = (index: number, count: number) => (index === 0 ? 'start' : index >= count - 1 ? 'end' : 'middle');
