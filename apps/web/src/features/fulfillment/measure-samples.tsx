import { judgeSamples, measurable, proposeCount, quantityInputText, type GradeSpec, type Quantity } from '@lienket/domain';
import { Button, Cluster, Field, NumberInput, StatusMark } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useGradeText } from '../../shared/catalog/use-grade-text';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { packs } from '../../shared/messages/vi/packs';
import { readSamples, type TypedCount, type TypedSample } from './receipt-count';
import s from './receive.module.css';

type Line = ShipmentPartsFragment['lines'][number];

/** The promise as the rules of the domain read it. */
const promisesOf = (spec: Line['gradeSpec']): GradeSpec[] =>
  spec.map(({ measure, operator, value, valueTo, unit, text }) => ({
    measure,
    operator,
    value: value ?? null,
    valueTo: valueTo ?? null,
    unit: unit ?? null,
    text: text ?? null,
  }));

interface MeasureSamplesProps {
  line: Line;
  index: number;
  sent: Quantity;
  count: TypedCount;
  error?: string;
  onCount: (count: TypedCount) => void;
}

/** Measured fruit by fruit against the grade of the order: what the samples propose, and a button that takes it over. */
export function MeasureSamples({ line, index, sent, count, error, onCount }: MeasureSamplesProps) {
  const t = useText(fulfillment);
  const m = useText(packs);
  const f = useFormats();
  const gradeText = useGradeText();
  const { locale } = useLanguage();
  const promises = promisesOf(line.gradeSpec);
  const asked = measurable(promises);
  if (asked.length === 0) return null;
  const typed = count.samples ?? [];
  const read = readSamples(typed, locale);
  const judged = read ? judgeSamples(promises, read, line.outOfGradeBp) : null;
  const judgement = judged?.ok ? judged.value : null;
  const proposed = judgement && proposeCount(sent, judgement, line.toleranceBp > 0);
  const set = (samples: TypedSample[]) => onCount({ ...count, samples });
  const failing = judgement?.measures.filter(({ failed }) => failed > 0) ?? [];
  return (
    <div className={s.samples} id={`count-${index}.samples`} tabIndex={-1}>
      <p className={s.small}>{[line.gradeName, gradeText(promises)].filter(Boolean).join(': ')}</p>
      {typed.map((sample, at) => (
        <div key={at} className={s.sample}>
          {asked.map(({ measure, unit }) => (
            <Field
              key={measure}
              id={`sample-${index}-${at}-${measure}`}
              label={
                <>
                  <span aria-hidden="true">{m(`packs.measure.${measure}`)}</span>
                  <span className="visually-hidden">
                    {t('receive.sampleOf', { n: at + 1, measure: m(`packs.measure.${measure}`) })}
                  </span>
                </>
              }
            >
              <NumberInput
                unit={unit ?? undefined}
                value={sample[measure] ?? ''}
                onChange={(event) =>
                  set(typed.map((one, other) => (other === at ? { ...one, [measure]: event.target.value } : one)))
                }
              />
            </Field>
          ))}
        </div>
      ))}
      <Cluster>
        <Button size="small" onClick={() => set([...typed, {}])}>
          {typed.length === 0 ? t('receive.measure') : t('receive.sampleMore')}
        </Button>
        {typed.length > 0 && (
          <Button size="small" variant="quiet" onClick={() => set(typed.slice(0, -1))}>
            {t('receive.sampleLess')}
          </Button>
        )}
      </Cluster>
      {(error || read === null) && (
        <p role="alert" className={s.small}>
          {error ?? t('number.invalid')}
        </p>
      )}
      {judgement && proposed && (
        <>
          <p>
            <StatusMark tone={judgement.keepsGrade ? 'success' : 'warning'}>
              {t(judgement.keepsGrade ? 'receive.keeps' : 'receive.breaks', {
                out: judgement.outOfGrade,
                of: judgement.samples,
                allowed: f.percentBp(judgement.allowedBp),
              })}
            </StatusMark>
          </p>
          {failing.length > 0 && (
            <p className={s.small}>
              {failing.map(({ spec, failed }) => `${m(`packs.measure.${spec.measure}`)}: ${failed}`).join(' · ')}
            </p>
          )}
          <Cluster>
            <span className={s.small}>
              {t('receive.proposes', {
                accepted: f.quantity(proposed.accepted.toDecimalString(), line.baseUnit),
                rejected: f.quantity(proposed.rejected.toDecimalString(), line.baseUnit),
              })}
            </span>
            <Button
              size="small"
              onClick={() =>
                onCount({
                  ...count,
                  accepted: quantityInputText(proposed.accepted, locale),
                  rejected: quantityInputText(proposed.rejected, locale),
                  missing: '0',
                  reason: proposed.reason ?? count.reason,
                })
              }
            >
              {t('receive.useProposal')}
            </Button>
          </Cluster>
          <p className={s.small}>{t('receive.youDecide')}</p>
        </>
      )}
    </div>
  );
}
