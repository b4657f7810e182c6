import type { ReactNode } from 'react';
import type { Motif } from './motifs';
import s from './drawn-placeholder.module.css';

const around = (count: number, draw: (index: number) => ReactNode) =>
  Array.from({ length: count }, (_, index) => (
    <g key={index} transform={`rotate(${(360 / count) * index})`}>
      {draw(index)}
    </g>
  ));

/** Pen drawings around the origin, about 64 units wide. */
const drawings: Record<Motif, ReactNode> = {
  star: (
    <>
      {around(8, () => (
        <>
          <path className={s.wash} d="M0-4C6-10 8-20 0-33-8-20-6-10 0-4Z" />
          <path d="M0-7V-26" />
          <ellipse className={s.solid} cx="0" cy="-17" rx="1.8" ry="3.4" />
        </>
      ))}
      <circle className={s.solid} r="3" />
    </>
  ),
  fruit: (
    <>
      <path className={s.wash} d="M0-22C20-28 32-10 28 8 24 25 10 31 0 31S-24 25-28 8C-32-10-20-28 0-22Z" />
      <path d="M-25-9q6-6 12.5 0 6-6 12.5 0 6-6 12.5 0 6-6 12 0M-27 3q7-6 13.5 0 6.5-6 13.5 0 6.5-6 13.5 0 7-6 13.5 0M-24 14q6-6 12 0 6-6 12 0 6-6 12 0 6-6 12 0M-15 24q5-5 10 0 5-5 10 0 5-5 10 0" />
      <path d="M0-22C0-28 3-32 8-35M1-25C-8-34-16-33-20-29-13-25-6-23 1-25Z" />
    </>
  ),
  sprig: (
    <>
      <path d="M-4 34C-2 14 0-6 4-34" />
      {[-22, -10, 2, 14].map((y, index) => (
        <g key={y} transform={`translate(${2 - index} ${y})`}>
          <path className={s.wash} d="M0 0C12-14 24-12 30-15 28-3 16 6 0 0Z" />
          <path className={s.wash} d="M-1 5C-12-8-24-7-31-9-29 4-17 12-1 5Z" />
          <path d="M0 0L22-10M-1 5L-23-4" />
        </g>
      ))}
    </>
  ),
  mountain: (
    <>
      <path
        className={s.wash}
        d="M-40 26C-36 4-30-8-25-10-19-12-16 2-12 4-9-10-4-30 3-31 11-32 13-8 18-4 21-10 26-14 30-9 36-2 38 14 41 26Z"
      />
      <path d="M-26-2C-27 8-29 16-28 22M2-22C0-8-4 6-3 20M10-12C12 0 10 12 13 22M29 0C30 8 28 16 30 22M-44 26H45M-34 31H10M18 31H36" />
      <circle cx="30" cy="-26" r="6" />
    </>
  ),
  jar: (
    <>
      <path className={s.wash} d="M-16-20C-24-14-26-8-26 0V24C-26 30-22 33-16 33H16C22 33 26 30 26 24V0C26-8 24-14 16-20Z" />
      <path d="M-18-32H18V-22H-18ZM-26 2H26M-26 22H26M-18-27H18" />
      {around(6, () => (
        <path d="M0 9C2 7 2 4 0 2-2 4-2 7 0 9Z" transform="translate(0 12) scale(.8) translate(0 -12)" />
      ))}
    </>
  ),
  grain: (
    <>
      {[-16, 0, 16].map((lean) => (
        <g key={lean} transform={`rotate(${lean} 0 36)`}>
          <path d="M0 34V-18" />
          {[-22, -13, -4, 5].map((y) => (
            <g key={y} transform={`translate(0 ${y})`}>
              <path className={s.wash} d="M0 9C8 6 9-1 6-6 1-2-1 3 0 9ZM0 9C-8 6-9-1-6-6-1-2 1 3 0 9Z" />
            </g>
          ))}
        </g>
      ))}
    </>
  ),
  mushroom: (
    <>
      <path className={s.wash} d="M-32 2C-30-22-14-32 0-32S30-22 32 2C20 8-20 8-32 2Z" />
      <path d="M-10 6.5C-9 18-12 26-14 32H14C12 26 9 18 10 6.5M-3 12V27M4 12V27M-22 4.5-17 1M22 4.5 17 1M-12 5.5-9 1M12 5.5 9 1" />
      <circle cx="-12" cy="-12" r="4" />
      <circle cx="10" cy="-18" r="3" />
      <circle cx="16" cy="-5" r="2.4" />
    </>
  ),
  bundle: (
    <>
      {[-44, 44, -30, 30, -15, 15, 0].map((lean) => (
        <g key={lean} transform={`rotate(${lean} 0 14)`}>
          <path className={s.wash} d="M0 12C-9-4-8-22 0-35 8-22 9-4 0 12Z" />
          <path d="M0 8V-22" />
        </g>
      ))}
      <path d="M-7 13H7M-7 18H7M-6 22C-9 27-11 30-12 35M0 22V36M6 22C9 27 11 30 12 35" />
    </>
  ),
};

export const Drawing = ({ motif }: { motif: Motif }) => drawings[motif];
