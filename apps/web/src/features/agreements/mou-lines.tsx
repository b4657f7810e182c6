import { Button, Field, FieldError, FieldRow, IconButton, NumberInput, RadioGroup, Select, TextInput } from '@lienket/ui';
import { Plus, Trash2 } from 'lucide-react';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { ProductCombobox } from '../../shared/agreements/product-combobox';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { MonthPicker } from './month-picker';
import { emptyLine, type LineDraft } from './mou-draft';
import s from './mou-form.module.css';

const PRINCIPLES = ['FIXED', 'FLOOR', 'MARKET', 'INDEXED'] as const;

interface Props {
  lines: readonly LineDraft[];
  sellers: readonly OrganizationPartsFragment[];
  form: { errorOf: (field: string) => string | undefined };
  /** Reference prices are for the parties only. */
  hidesPrices: boolean;
  onChange: (lines: LineDraft[]) => void;
}

/** What was promised, line by line; "the paper names no quantity" is a choice, not an empty field. */
export function MouLines({ lines, sellers, form, hidesPrices, onChange }: Props) {
  const t = useText(agreements);
  const l = useText(signing);
  const change = (row: number, part: Partial<LineDraft>) =>
    onChange(lines.map((line, index) => (index === row ? { ...line, ...part } : line)));
  return (
    <div className={s.rows} id="lines" tabIndex={-1}>
      {lines.map((line, row) => {
        const id = (field: string) => `${row}.${field}`;
        const error = (field: string) => form.errorOf(id(field));
        return (
          <div key={row} className={s.row} role="group" aria-label={t('mouForm.lineRow', { row: row + 1 })}>
            <div className={s.rowHead}>
              <h3>{t('mouForm.lineRow', { row: row + 1 })}</h3>
              {lines.length > 1 && (
                <IconButton
                  icon={<Trash2 />}
                  label={t('action.remove', { name: line.description || t('mouForm.lineRow', { row: row + 1 }) })}
                  onClick={() => onChange(lines.filter((_, index) => index !== row))}
                />
              )}
            </div>
            <FieldRow>
              <Field
                id={id('productId')}
                label={t('mouForm.product')}
                hint={t(sellers.length ? 'mouForm.productHint' : 'mouForm.productNoSeller')}
                optionalText={t('state.optional')}
                error={error('productId')}
              >
                <ProductCombobox
                  sellers={sellers}
                  value={line.product}
                  onChange={(product) =>
                    change(
                      row,
                      product
                        ? {
                            product,
                            description: product.nameVi,
                            baseUnit: product.baseUnit,
                            seasonMonths: [...product.harvestMonths],
                          }
                        : { product: null },
                    )
                  }
                />
              </Field>
              <Field
                id={id('description')}
                label={t('mouForm.goods')}
                hint={t('mouForm.goodsHint')}
                required
                error={error('description')}
              >
                <TextInput
                  value={line.description}
                  maxLength={200}
                  onChange={(event) => change(row, { description: event.target.value })}
                />
              </Field>
            </FieldRow>
            <RadioGroup
              id={id('quantified')}
              legend={t('mouForm.quantified')}
              inline
              value={line.quantified}
              error={error('quantified')}
              onValueChange={(quantified) => change(row, { quantified: quantified as LineDraft['quantified'] })}
              options={[
                { value: 'yes', label: t('mouForm.quantifiedYes') },
                { value: 'no', label: t('mouForm.quantifiedNo') },
              ]}
            />
            {line.quantified === 'no' && <p className={s.soft}>{t('mouForm.quantifiedNoMeans')}</p>}
            <div className={s.numbers}>
              {line.quantified === 'yes' && (
                <Field id={id('targetQty')} label={t('mouForm.targetQty')} required error={error('targetQty')}>
                  <NumberInput
                    value={line.targetQty}
                    unit={line.baseUnit}
                    onChange={(event) => change(row, { targetQty: event.target.value })}
                  />
                </Field>
              )}
              <Field id={id('baseUnit')} label={t('mouForm.unit')} required error={error('baseUnit')}>
                <TextInput
                  value={line.baseUnit}
                  maxLength={20}
                  readOnly={line.product !== null}
                  onChange={(event) => change(row, { baseUnit: event.target.value })}
                />
              </Field>
              {!hidesPrices && (
                <Field
                  id={id('referencePrice')}
                  label={t('mouForm.referencePrice')}
                  optionalText={t('state.optional')}
                  error={error('referencePrice')}
                >
                  <NumberInput
                    value={line.referencePrice}
                    unit={`₫ / ${line.baseUnit || '…'}`}
                    onChange={(event) => change(row, { referencePrice: event.target.value })}
                  />
                </Field>
              )}
            </div>
            <FieldRow>
              <Field id={id('pricePrinciple')} label={l('linePrice.label')} error={error('pricePrinciple')}>
                <Select
                  value={line.pricePrinciple}
                  options={[
                    { value: '', label: l('linePrice.INHERIT') },
                    ...PRINCIPLES.map((value) => ({ value, label: l(`linePrice.${value}`) })),
                  ]}
                  onChange={(event) => change(row, { pricePrinciple: event.target.value as LineDraft['pricePrinciple'] })}
                />
              </Field>
              {line.pricePrinciple === 'INDEXED' && (
                <Field
                  id={id('priceSource')}
                  label={l('linePrice.source')}
                  hint={l('linePrice.sourceHint')}
                  required
                  error={error('priceSource')}
                >
                  <TextInput
                    value={line.priceSource}
                    maxLength={300}
                    onChange={(event) => change(row, { priceSource: event.target.value })}
                  />
                </Field>
              )}
              <Field
                id={id('qualityTerms')}
                label={l('linePrice.quality')}
                optionalText={t('state.optional')}
                error={error('qualityTerms')}
              >
                <TextInput
                  value={line.qualityTerms}
                  maxLength={300}
                  onChange={(event) => change(row, { qualityTerms: event.target.value })}
                />
              </Field>
            </FieldRow>
            <MonthPicker
              id={id('seasonMonths')}
              months={line.seasonMonths}
              error={error('seasonMonths')}
              onChange={(seasonMonths) => change(row, { seasonMonths })}
            />
          </div>
        );
      })}
      {form.errorOf('lines') && <FieldError>{form.errorOf('lines')}</FieldError>}
      <Button icon={<Plus />} onClick={() => onChange([...lines, emptyLine()])}>
        {t('mouForm.addLine')}
      </Button>
    </div>
  );
}
