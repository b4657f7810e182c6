import type { ReactNode } from 'react';
import s from './gallery.module.css';

export const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className={s.part} id={id} aria-labelledby={`${id}-title`}>
    <h2 className={s.partTitle} id={`${id}-title`}>
      {title}
    </h2>
    {children}
  </section>
);

export const Sample = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={s.sample}>
    <p className={s.sampleLabel}>{label}</p>
    {children}
  </div>
);
