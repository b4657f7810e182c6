import { type Quantity, quantityInputText } from '@lienket/domain';
import { Button, Field, FieldError, FilterChips, Notice, NumberInput, TextInput } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { packLabel } from '../../shared/catalog/pack-label';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { lineLife } from './line-life';
import { MeasureSamples } from './measure-samples';
import { waivers } from '../../shared/messages/vi/waivers';
import { PhotoField } from './photo-field';
import { typeCount, type CountField, type TypedCount } from './receipt-count';
import { WeighPacks } from './weigh-packs';
import s from './receive.module.css';

const words = { ...fulfillment, ...waivers };
/** The reason of the defect table under which goods with little life are turned away. */
const SHORT_LIFE = 'SHORT_LIFE';
const fields: readonly CountField[] = ['accepted', 'rejected', 'missing'];

interface ReceiveLineProps {
  line: ShipmentPartsFragment['lines'][number];
  index: number;
  sent: Quantity;
  count: TypedCount;
  reasons: readonly { code: string; name: string }[];
  files: readonly File[];
  onFiles: (files: File[]) => void;
  onCount: (count: TypedCount) => void;
  /** The business day on which the goods stand at the ramp. */
  arrivedOn: string;
  errorOf: (field: CountField | 'rejectReason' | 'samples' | 'note') => string | undefined;
}

/** Three big numbers; why is asked only when something was turned away. */
export function ReceiveLine(props: ReceiveLineProps) {
  const { line, index, sent, count, reasons, files, onFiles, onCount, arrivedOn, errorOf } = props;
  const t = useText(words);
  const f = useFormats();
  const { locale } = useLanguage();
  const whyError = errorOf('rejectReason');
  const rejects = /[1-9]/.test(count.rejected);
  const life = lineLife(line, arrivedOn);
  const noteDue = life?.problem === 'EXPIRED' && /[1-9]/.test(count.accepted);
  const problem = fields.map(errorOf).find(Boolean);
  return (
    <li className={s.line}>
      <div className={s.head}>
        <h3>{line.description}</h3>
        <p className={s.small}>
          {packLabel(f, line.packName, line.packSize, line.baseUnit)}
          {line.lotCode && ` · ${line.lotCode}`}
        </p>
        {line.lifeWaiver && (
          <p className={s.small}>{t('waiver.mark', { name: line.lifeWaiver.decidedByName, reason: line.lifeWaiver.reason })}</p>
        )}
        <p className={s.sent}>
          <span className={s.small}>{t('receive.sentQty')}</span> {f.quantity(line.qty, line.baseUnit)}
        </p>
      </div>
      {life && (
        <Notice
          tone={life.problem === 'EXPIRED' ? 'danger' : 'warning'}
          title={
            life.problem === 'EXPIRED'
              ? t('receive.expired', { date: f.date(life.expiresOn) })
              : t('receive.shortLife', { date: f.date(life.expiresOn), left: life.left, min: life.min })
          }
          action={
            reasons.some(({ code }) => code === SHORT_LIFE) && (
              <Button
                size="small"
                onClick={() =>
                  onCount({
                    ...typeCount(count, 'rejected', quantityInputText(sent, locale), sent, locale),
                    missing: '0',
                    reason: SHORT_LIFE,
                  })
                }
              >
                {t('receive.rejectShortLife')}
              </Button>
            )
          }
        >
          {t(life.problem === 'EXPIRED' ? 'receive.expiredWhat' : 'receive.shortLifeWhat')}
        </Notice>
      )}
      <div className={s.counts}>
        {fields.map((field) => (
          <Field
            key={field}
            id={`count-${index}.${field}`}
            className={s[field]}
            label={
              <>
                <span aria-hidden="true">{t(`receive.${field}`)}</span>
                <span className="visually-hidden">
                  {t('receive.field', { kind: t(`receive.${field}`), product: line.description })}
                </span>
              </>
            }
          >
            <NumberInput
              value={count[field]}
              aria-invalid={errorOf(field) ? true : undefined}
              aria-describedby={`adds-${index}`}
              onFocus={(event) => event.target.select()}
              onChange={(event) => onCount(typeCount(count, field, event.target.value, sent, locale))}
            />
          </Field>
        ))}
      </div>
      <div id={`adds-${index}`}>
        {problem ? (
          <FieldError>{problem}</FieldError>
        ) : (
          <p className={s.small}>
            {t('receive.adds', { qty: f.quantity(line.qty, line.baseUnit) })}
            {line.toleranceBp > 0 && ` (± ${f.percentBp(line.toleranceBp)})`}
          </p>
        )}
      </div>
      {line.catchWeight && (
        <WeighPacks
          line={line}
          index={index}
          value={count.weighed ?? ''}
          onValue={(weighed) => onCount({ ...count, weighed })}
          onUse={(weight) => onCount(typeCount(count, 'accepted', weight, sent, locale))}
        />
      )}
      <MeasureSamples line={line} index={index} sent={sent} count={count} error={errorOf('samples')} onCount={onCount} />
      {rejects && (
        <>
          <div id={`count-${index}.rejectReason`} tabIndex={-1}>
            <p className={s.why}>{t('receive.why')}</p>
            <FilterChips
              wrap
              label={t('receive.whyOf', { product: line.description })}
              chips={reasons.map(({ code, name }) => ({ key: code, label: name, selected: count.reason === code }))}
              onToggle={(key) => {
                onCount({ ...count, reason: key === count.reason ? null : key });
              }}
            />
            {whyError && <FieldError>{whyError}</FieldError>}
          </div>
          <PhotoField
            id={`count-${index}.photoIds`}
            label={t('receive.photos')}
            product={line.description}
            files={files}
            onFiles={onFiles}
            optional
          />
        </>
      )}
      {(rejects || life) && (
        <Field
          id={`count-${index}.note`}
          label={t('receive.lineNote')}
          {...(noteDue ? { required: true } : { optionalText: t('state.optional') })}
          error={errorOf('note')}
        >
          <TextInput value={count.note} maxLength={500} onChange={(event) => onCount({ ...count, note: event.target.value })} />
        </Field>
      )}
    </li>
  );
}
