import { packsFor, quantity } from '@lienket/domain';
import { DateField, Field, Notice, NumberInput } from '@lienket/ui';
import { useId } from 'react';
import type { OrderPartsFragment } from '../../../gql/graphql';
import { ReasonField } from '../../../shared/forms/reason-field';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { packLabel } from '../../../shared/catalog/pack-label';
import { ordering } from '../../../shared/messages/vi/ordering';
import { supply as supplyWords } from '../../../shared/messages/vi/supply';
import type { AnswerField, TypedAnswer } from './line-answer';
import s from './answer.module.css';

const kinds = ['ALL', 'LESS', 'OTHER_DATE', 'REFUSE'] as const;

interface AnswerCardProps {
  line: OrderPartsFragment['lines'][number];
  index: number;
  answer: TypedAnswer;
  onAnswer: (change: Partial<TypedAnswer>) => void;
  errorOf: (field: AnswerField) => string | undefined;
  /** What stock and plan say, for goods whose supply is recorded. */
  supply?: OrderPartsFragment['supply'][number];
}

/** One line, four big answers; only the chosen one asks for more. */
export function AnswerCard({ line, index, answer, onAnswer, errorOf, supply }: AnswerCardProps) {
  const t = useText(ordering);
  const said = useText(supplyWords);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const name = useId();
  const id = (field: AnswerField) => `answer-${index}.${field}`;
  const reasons = {
    LESS: ['ack.reason.stock', 'ack.reason.weather', 'ack.reason.unripe'],
    OTHER_DATE: ['ack.reason.unripe', 'ack.reason.vehicle', 'ack.reason.weather'],
    REFUSE: ['ack.reason.stock', 'ack.reason.weather', 'ack.reason.price'],
  } as const;
  return (
    <li className={s.card}>
      <div className={s.head}>
        <h3>{line.description}</h3>
        <p className={s.qty}>{f.quantity(line.orderedQty, line.baseUnit)}</p>
        <p className={s.small}>
          {t('pad.packCount', { count: f.quantity(packsFor(quantity(line.orderedQty), quantity(line.packSize)).toString()) })} ·{' '}
          {[line.gradeName, packLabel(f, line.packName, line.packSize, line.baseUnit)].filter(Boolean).join(' · ')} ·{' '}
          {f.date(line.requestedOn)}
          {line.placeCode && ` · ${line.placeCode}`}
          {line.windowFrom && line.windowTo && ` · ${line.windowFrom}–${line.windowTo}`}
          {line.unitPrice != null && ` · ${f.vnd(line.unitPrice)}/${line.baseUnit}`}
        </p>
        {supply?.warning && <Notice tone="warning">{supply.warning}</Notice>}
        {supply && !supply.warning && (
          <p className={s.small}>
            {said(supply.stockKept ? 'supply.ackFirm' : 'supply.ackPlan', {
              firm: f.quantity(supply.firm, line.baseUnit),
              plan: f.quantity(supply.plan, line.baseUnit),
            })}
          </p>
        )}
      </div>
      <fieldset className={s.kinds}>
        <legend className="visually-hidden">{t('ack.answer', { product: line.description })}</legend>
        {kinds.map((kind) => (
          <label key={kind} className={s.kind} data-kind={kind}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={kind}
              checked={answer.kind === kind}
              onChange={() => onAnswer({ kind, reason: '' })}
            />
            <span>{t(`ack.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {answer.kind !== 'ALL' && (
        <div className={s.more}>
          {answer.kind === 'LESS' && (
            <Field
              id={id('qty')}
              label={t('ack.qty')}
              hint={`${t('ack.ordered')} ${f.quantity(line.orderedQty, line.baseUnit)}`}
              error={errorOf('qty')}
              required
            >
              <NumberInput value={answer.qty} unit={line.baseUnit} onChange={(event) => onAnswer({ qty: event.target.value })} />
            </Field>
          )}
          {answer.kind === 'OTHER_DATE' && (
            <Field id={id('promisedOn')} label={t('ack.date')} error={errorOf('promisedOn')} required>
              <DateField
                value={answer.date}
                onValueChange={(date) => onAnswer({ date })}
                min={f.today()}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
          )}
          <ReasonField
            id={id('reason')}
            label={t('ack.reason')}
            choices={reasons[answer.kind].map((key) => t(key))}
            value={answer.reason}
            onValueChange={(reason) => onAnswer({ reason })}
            error={errorOf('reason')}
            placeholder={t('ack.reasonOther')}
            required={answer.kind !== 'OTHER_DATE'}
          />
        </div>
      )}
    </li>
  );
}
