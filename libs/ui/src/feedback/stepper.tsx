import { Check } from 'lucide-react';
import { VisuallyHidden } from '../lib/visually-hidden';
import { cx } from '../lib/cx';
import s from './stepper.module.css';

export type StepState = 'done' | 'current' | 'ahead' | 'error';

export interface StepperProps {
  label: string;
  steps: readonly { key: string; label: string; state: StepState; detail?: string }[];
  /** Each state in words, for readers. */
  stateLabels: Record<StepState, string>;
}

/** Where one stands in a short procedure (a form in steps). The long ladder has its own part. */
export const Stepper = ({ label, steps, stateLabels }: StepperProps) => (
  <ol className={s.steps} aria-label={label}>
    {steps.map((step, index) => (
      <li key={step.key} className={cx(s.step, s[step.state])} aria-current={step.state === 'current' ? 'step' : undefined}>
        <span className={s.number} aria-hidden="true">
          {step.state === 'done' ? <Check size={14} strokeWidth={3} /> : step.state === 'error' ? '!' : index + 1}
        </span>
        <span className={s.text}>
          <span className={s.label}>{step.label}</span>
          {step.detail && <span className={s.detail}>{step.detail}</span>}
          <VisuallyHidden>({stateLabels[step.state]})</VisuallyHidden>
        </span>
      </li>
    ))}
  </ol>
);
