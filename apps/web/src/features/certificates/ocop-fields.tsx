import { Field, FieldRow, Select, TextInput } from '@lienket/ui';
import type { ReactNode } from 'react';
import type { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { papers } from '../../shared/messages/vi/papers';
import type { CertificateValues } from './certificate-values';
import s from './certificates.module.css';

const LEVELS = ['DISTRICT', 'PROVINCE', 'CENTRAL'] as const;

interface OcopFieldsProps {
  values: CertificateValues;
  set: (change: Partial<CertificateValues>) => void;
  form: Pick<ReturnType<typeof useMutationForm>, 'errorOf'>;
  decidedOn: ReactNode;
}

/** Stars and points must agree; who decided, when and by which criteria matters to the officer who compares. */
export function OcopFields({ values, set, form, decidedOn }: OcopFieldsProps) {
  const t = useText(papers);
  const optional = t('state.optional');
  return (
    <>
      <FieldRow>
        <Field label={t('certificate.stars')} id="stars" required error={form.errorOf('stars')}>
          <Select
            value={values.stars}
            options={['3', '4', '5'].map((stars) => ({ value: stars, label: t('certificate.starsOption', { stars }) }))}
            onChange={(event) => set({ stars: event.target.value })}
          />
        </Field>
        <Field
          label={t('certificate.score')}
          id="score"
          hint={t('certificate.scoreHint')}
          optionalText={optional}
          error={form.errorOf('score')}
        >
          <TextInput
            value={values.score}
            inputMode="decimal"
            maxLength={6}
            onChange={(event) => set({ score: event.target.value })}
          />
        </Field>
      </FieldRow>
      <details
        className={s.more}
        open={Boolean(
          values.decidedOn ||
          values.issuerLevel ||
          values.criteriaVersion ||
          form.errorOf('issuerLevel') ||
          form.errorOf('decidedOn'),
        )}
      >
        <summary>{t('certificate.more')}</summary>
        <FieldRow>
          <Field label={t('certificate.decidedOn')} id="decidedOn" optionalText={optional} error={form.errorOf('decidedOn')}>
            {decidedOn}
          </Field>
          <Field label={t('certificate.level')} id="issuerLevel" optionalText={optional} error={form.errorOf('issuerLevel')}>
            <Select
              value={values.issuerLevel}
              placeholder={t('certificate.levelAny')}
              options={LEVELS.map((level) => ({ value: level, label: t(`certificate.level${level}`) }))}
              onChange={(event) => set({ issuerLevel: event.target.value })}
            />
          </Field>
          <Field
            label={t('certificate.criteria')}
            id="criteriaVersion"
            hint={t('certificate.criteriaHint')}
            optionalText={optional}
          >
            <TextInput
              value={values.criteriaVersion}
              maxLength={200}
              onChange={(event) => set({ criteriaVersion: event.target.value })}
            />
          </Field>
        </FieldRow>
      </details>
    </>
  );
}
