import { Button, Checkbox, Field, FieldRow, NumberInput, Select, Stack, TextInput } from '@lienket/ui';
import type { PricedPer, RfqPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import type { OwnGoods } from './quote-form';
import type { AnswerDraft } from './quote-values';
import s from './sourcing.module.css';

interface AnswerCardProps {
  asked: RfqPageFragment['lines'][number];
  line: AnswerDraft;
  /** Place among the offered lines; −1 when it is not offered. */
  row: number;
  goods: readonly OwnGoods[];
  /** The goods must still travel to the place asked for. */
  farther: boolean;
  onChange: (patch: Partial<AnswerDraft>) => void;
  onAlternative: () => void;
  onRemove: () => void;
  errorOf: (field: string) => string | undefined;
}

/** One asked line and its price; the rest only when one wants to say more. */
export function AnswerCard(props: AnswerCardProps) {
  const { asked, line, row, goods, farther, onChange, onAlternative, onRemove, errorOf } = props;
  const t = useText(sourcing);
  const f = useFormats();
  const id = (field: string) => `quote-${row}.${field}`;
  const product = goods.find((own) => own.id === line.productId);
  const pack = product?.packs.find((own) => own.id === line.packId) ?? product?.packs[0];
  const unit = product?.baseUnit ?? asked.baseUnit;
  return (
    <li className={s.item}>
      <div>
        <h3>{line.alternative ? t('quoteForm.alternativeOf', { goods: asked.description }) : asked.description}</h3>
        {!line.alternative && <p className={s.big}>{f.quantity(asked.askedQty, asked.baseUnit)}</p>}
        <p className={s.under}>
          {[
            asked.per !== 'TOTAL' &&
              t(`rfq.rhythm${asked.per}`, { qty: f.quantity(asked.perQty, asked.baseUnit), times: asked.times }),
            asked.spec,
            asked.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!line.alternative && (
        <Checkbox
          label={t('quoteForm.offer')}
          checked={line.offered}
          onChange={(event) => onChange({ offered: event.target.checked })}
        />
      )}
      {line.offered && (
        <Stack>
          <Field id={id('productId')} label={t('quoteForm.product')} error={errorOf('productId')}>
            <Select
              value={line.productId}
              onChange={(event) => onChange({ productId: event.target.value, packId: '', pricedPer: 'UNIT' })}
              options={[
                { value: '', label: t('quoteForm.productNone') },
                ...goods.map((own) => ({ value: own.id, label: own.nameVi })),
              ]}
            />
          </Field>
          {line.alternative && !line.productId && (
            <Field id={id('description')} label={t('quoteForm.alternativeGoods')} error={errorOf('description')} required>
              <TextInput value={line.goods} maxLength={200} onChange={(event) => onChange({ goods: event.target.value })} />
            </Field>
          )}
          <FieldRow>
            <Field id={id('price')} label={t('quoteForm.price')} error={errorOf('price')} required>
              <NumberInput value={line.price} unit="₫" onChange={(event) => onChange({ price: event.target.value })} />
            </Field>
            {pack ? (
              <Field id={id('pricedPer')} label={t('quoteForm.pricedPer')}>
                <Select
                  value={line.pricedPer}
                  onChange={(event) => onChange({ pricedPer: event.target.value as PricedPer })}
                  options={[
                    { value: 'UNIT', label: t('quoteForm.perUnit', { unit }) },
                    { value: 'PACK', label: t('quoteForm.perPack', { pack: pack.name }) },
                  ]}
                />
              </Field>
            ) : (
              <p className={s.under}>{t('quoteForm.perUnit', { unit })}</p>
            )}
          </FieldRow>
          <FieldRow>
            <Field
              id={id('offeredQty')}
              label={t('quoteForm.qty')}
              hint={t('quoteForm.qtyHint', { qty: f.quantity(asked.askedQty, asked.baseUnit) })}
              error={errorOf('offeredQty')}
              required
            >
              <NumberInput value={line.qty} unit={unit} onChange={(event) => onChange({ qty: event.target.value })} />
            </Field>
            <Field id={id('leadDays')} label={t('quoteForm.lead')} error={errorOf('leadDays')} required>
              <NumberInput value={line.lead} onChange={(event) => onChange({ lead: event.target.value })} />
            </Field>
          </FieldRow>
          {farther && (
            <Field
              id={id('freightPerUnit')}
              label={t('quoteForm.freight', { unit })}
              hint={t('quoteForm.freightHint')}
              error={errorOf('freightPerUnit')}
            >
              <NumberInput
                value={line.freight}
                unit={`₫/${unit}`}
                onChange={(event) => onChange({ freight: event.target.value })}
              />
            </Field>
          )}
          <details>
            <summary>{t('quoteForm.more')}</summary>
            <Stack>
              {product && product.packs.length > 1 && (
                <Field id={id('packId')} label={t('quoteForm.pack')} error={errorOf('packId')}>
                  <Select
                    value={pack?.id ?? ''}
                    onChange={(event) => onChange({ packId: event.target.value })}
                    options={product.packs.map((own) => ({ value: own.id, label: own.name }))}
                  />
                </Field>
              )}
              <Field id={id('moqQty')} label={t('quoteForm.moq')} optionalText={t('state.optional')} error={errorOf('moqQty')}>
                <NumberInput value={line.moq} unit={unit} onChange={(event) => onChange({ moq: event.target.value })} />
              </Field>
              <Field id={id('note')} label={t('quoteForm.lineNote')} optionalText={t('state.optional')} error={errorOf('note')}>
                <TextInput value={line.note} maxLength={500} onChange={(event) => onChange({ note: event.target.value })} />
              </Field>
              {line.alternative ? (
                <Button size="small" variant="quiet" onClick={onRemove}>
                  {t('quoteForm.alternativeRemove')}
                </Button>
              ) : (
                <Button size="small" onClick={onAlternative}>
                  {t('quoteForm.alternative')}
                </Button>
              )}
            </Stack>
          </details>
        </Stack>
      )}
    </li>
  );
}
