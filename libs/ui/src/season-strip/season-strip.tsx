import { useId } from 'react';
import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import { dayAt, pieces, type SeasonWindow } from './season-positions';
import s from './season-strip.module.css';

export interface SeasonStripProps {
  /** Harvest windows by day, 'MM-DD' or 'YYYY-MM-DD', both ends included; may run over the new year. */
  windows: readonly SeasonWindow[];
  /** The whole in words: "Thu hoạch từ 15/7 đến 10/9; hôm nay 3/8; 2 chuyến đã hứa". */
  label: string;
  /** Twelve short names, "1" to "12" or "T1" to "T12". */
  monthLabels: readonly string[];
  today?: string;
  /** Promised deliveries. */
  deliveries?: readonly { on: string; label?: string }[];
  size?: 'compact' | 'full';
  /** Names under the full strip what the marks mean. */
  legend?: { window: string; today: string; delivery: string };
}

const share = (part: number) => `${(part * 100).toFixed(3)}%`;

export function SeasonStrip({ windows, label, monthLabels, today, deliveries = [], size = 'full', legend }: SeasonStripProps) {
  const legendId = useId();
  const full = size === 'full';
  // Ticks stand above the band, where the green does not drown them.
  const above = deliveries.length ? (full ? 11 : 8) : 3;
  const bar = { y: above, height: full ? 16 : 9 };
  const height = above + bar.height + 3;
  return (
    <div className={cx(s.strip, s[size])}>
      <svg
        className={s.drawing}
        height={height}
        role="img"
        aria-label={label}
        aria-describedby={legend && full ? legendId : undefined}
      >
        <rect className={s.ground} width="100%" y={bar.y} height={bar.height} />
        {windows.flatMap((window) =>
          pieces(window).map(([from, to]) => (
            <rect
              key={`${window.from}-${from}`}
              className={window.faint ? s.faint : s.window}
              x={share(from)}
              width={share(to - from)}
              y={bar.y}
              height={bar.height}
            />
          )),
        )}
        {Array.from({ length: 11 }, (_, index) => (
          <line
            key={index}
            className={(index + 1) % 3 ? s.month : s.quarter}
            x1={share((index + 1) / 12)}
            x2={share((index + 1) / 12)}
            y1={bar.y}
            y2={bar.y + bar.height}
          />
        ))}
        {deliveries.map((delivery, index) => (
          <svg key={`${delivery.on}-${index}`} x={share(dayAt(delivery.on))} overflow="visible" width="1" height={height}>
            <path className={s.delivery} d={full ? 'M0 10 L-5 1 L5 1 Z' : 'M0 7 L-4 0 L4 0 Z'}>
              {delivery.label && <title>{delivery.label}</title>}
            </path>
          </svg>
        ))}
        {today && <line className={s.today} x1={share(dayAt(today))} x2={share(dayAt(today))} y1="0" y2={height} />}
      </svg>
      <div className={s.months} aria-hidden="true">
        {monthLabels.map((month, index) => (
          <span key={month} className={cx(s.name, !full && index % 3 !== 0 && s.blank)}>
            {!full && index % 3 !== 0 ? '' : month}
          </span>
        ))}
      </div>
      {full && legend && (
        <p className={s.legend} id={legendId}>
          <span className={s.key}>
            <span className={s.windowKey} aria-hidden="true" />
            {legend.window}
          </span>
          {today && (
            <span className={s.key}>
              <span className={s.todayKey} aria-hidden="true" />
              {legend.today}
            </span>
          )}
          {deliveries.length > 0 && (
            <span className={s.key}>
              <svg width="10" height="10" aria-hidden="true">
                <path className={s.delivery} d="M5 9 L1 1 L9 1 Z" />
              </svg>
              {legend.delivery}
            </span>
          )}
        </p>
      )}
      {deliveries.some((delivery) => delivery.label) && (
        <VisuallyHidden>{deliveries.map((delivery) => delivery.label).join('; ')}</VisuallyHidden>
      )}
    </div>
  );
}
