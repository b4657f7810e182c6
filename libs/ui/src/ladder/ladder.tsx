import { useId } from 'react';
import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import s from './ladder.module.css';

export type RungState = 'reached' | 'skipped' | 'current' | 'ahead' | 'unknown';

export interface LadderRung {
  code: string;
  label: string;
  /** A word or two: stands under the rung. */
  shortLabel: string;
  state: RungState;
  /** When it was reached, worded; `dateTime` for machines. */
  date?: string;
  dateTime?: string;
  /** How good the evidence is, one or two letters. */
  grade?: string;
  /** The grade in words. */
  gradeLabel?: string;
}

export interface LadderProps {
  rungs: readonly LadderRung[];
  /** Names the ladder for readers: whose it is. */
  label: string;
  /** Each state in words: colour and hatching never speak alone. */
  stateLabels: Record<RungState, string>;
  /** Whose move it is: "Đến lượt: Siêu thị xác nhận". */
  nextLabel?: string;
  /** 'row': 24 px high for tables; 'page': with labels and dates; 'print': black on paper. */
  size?: 'row' | 'page' | 'print';
  /** Code of a rung that was reached just now: it inks once. */
  justReached?: string;
}

const Hatch = ({ id }: { id: string }) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="5" height="5" className={s.hatchGround} />
    <line x1="0" y1="0" x2="0" y2="5" className={s.hatchLine} />
  </pattern>
);

const spoken = (rung: LadderRung, stateLabels: LadderProps['stateLabels']) =>
  [rung.label, stateLabels[rung.state], rung.date, rung.gradeLabel].filter(Boolean).join(', ');

/** Nine rungs from a signed paper to a habit of trade: reached ones inked, skipped ones hatched, the present one named. */
export function Ladder(props: LadderProps) {
  return props.size === 'row' ? <RowLadder {...props} /> : <PageLadder {...props} />;
}

const step = 15;

function RowLadder({ rungs, label, stateLabels, nextLabel }: LadderProps) {
  const hatch = useId();
  const last = rungs.findLastIndex((rung) => rung.state === 'reached');
  const present = rungs.find((rung) => rung.state === 'current') ?? rungs[last];
  return (
    <div className={s.row}>
      <svg width={rungs.length * step} height="24" aria-hidden="true" className={s.rowDrawing}>
        <defs>
          <Hatch id={hatch} />
        </defs>
        {rungs.map((rung, index) => (
          <rect
            key={rung.code}
            className={s[rung.state]}
            x={index * step + 0.5}
            y={rung.state === 'current' ? 4.5 : 6.5}
            width={step - 3}
            height={rung.state === 'current' ? 15 : 11}
            rx="1"
            fill={rung.state === 'skipped' ? `url(#${hatch})` : undefined}
          />
        ))}
      </svg>
      <span className={s.rowText} aria-hidden="true">
        <span className={s.rowName}>{present?.shortLabel}</span>
        {nextLabel && <span className={s.rowNext}>{nextLabel}</span>}
      </span>
      <VisuallyHidden as="div">
        <ol aria-label={label}>
          {rungs.map((rung) => (
            <li key={rung.code} aria-current={rung.state === 'current' ? 'step' : undefined}>
              {spoken(rung, stateLabels)}
            </li>
          ))}
        </ol>
        {nextLabel}
      </VisuallyHidden>
    </div>
  );
}

function PageLadder({ rungs, label, stateLabels, nextLabel, size, justReached }: LadderProps) {
  const hatch = useId();
  const at = rungs.findIndex((rung) => rung.state === 'current');
  return (
    <div className={cx(s.frame, size === 'print' && s.print)}>
      <ol className={s.ladder} aria-label={label}>
        {rungs.map((rung, index) => (
          <li
            key={rung.code}
            className={cx(s.rung, s[`is-${rung.state}`], rung.code === justReached && s.inking)}
            aria-current={rung.state === 'current' ? 'step' : undefined}
          >
            <svg className={s.bar} aria-hidden="true">
              {index === 0 && (
                <defs>
                  <Hatch id={hatch} />
                </defs>
              )}
              <rect
                className={s[rung.state]}
                width="100%"
                height="100%"
                fill={rung.state === 'skipped' ? `url(#${hatch})` : undefined}
              />
              <text x="50%" y="50%" dy="0.36em" textAnchor="middle" className={s.number}>
                {rung.state === 'unknown' ? '?' : index + 1}
              </text>
            </svg>
            <span className={s.text}>
              <span className={s.name} aria-hidden="true">
                {rung.shortLabel}
              </span>
              <span className={s.longName} aria-hidden="true">
                {rung.label}
              </span>
              <span className={s.facts} aria-hidden="true">
                {rung.date && <time dateTime={rung.dateTime}>{rung.date}</time>}
                {rung.grade && (
                  <span className={s.grade} title={rung.gradeLabel}>
                    {rung.grade}
                  </span>
                )}
                {!rung.date && (rung.state === 'skipped' || rung.state === 'unknown') && <span>{stateLabels[rung.state]}</span>}
              </span>
              {rung.state === 'current' && nextLabel && (
                <span className={s.nextInList} aria-hidden="true">
                  {nextLabel}
                </span>
              )}
              <VisuallyHidden>{spoken(rung, stateLabels)}</VisuallyHidden>
            </span>
          </li>
        ))}
      </ol>
      {nextLabel && (
        <div className={s.nextLine}>
          <p className={s.next} data-at={at < 0 ? undefined : at + 1}>
            {nextLabel}
          </p>
        </div>
      )}
    </div>
  );
}
