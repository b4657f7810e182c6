import { GRADE_MEASURES, GRADE_OPERATORS, type GradeMeasure, type GradeOperator, isMeasuredInWords } from '@lienket/domain';
import { Button, Field, FieldRow, IconButton, Notice, NumberInput, Select, Stack, TextInput, toast } from '@lienket/ui';
import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { ProductForEditFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { packs } from '../../shared/messages/vi/packs';
import { emptySpec, type GradeValues, gradesOf, readGrades, type SpecValues } from './parts-values';
import { productLists, ProductGradesSetDocument } from './product-operations';
import s from './product-parts.module.css';

interface EditorProps {
  product: ProductForEditFragment;
  onReload: () => void;
}

export function GradesEditor({ product, onReload }: EditorProps) {
  const t = useText(packs);
  const { locale } = useLanguage();
  const read = useTypedNumbers();
  const [grades, setGrades] = useState(() => gradesOf(product, locale));
  const onShow = product.status === 'PUBLISHED' || product.status === 'PAUSED';
  const form = useMutationForm(ProductGradesSetDocument, {
    form: `product-grades-${product.id}`,
    pick: (data) => data.productGradesSet,
    stale: productLists,
    onDone: () => toast.success(t(onShow ? 'packs.gradesSent' : 'packs.gradesSaved')),
  });
  const change = (row: number, part: Partial<GradeValues>) =>
    setGrades(grades.map((grade, index) => (index === row ? { ...grade, ...part } : grade)));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const words = { missing: t('packs.missing'), whole: t('packs.whole'), percent: t('packs.percent') };
    const { input, errors } = readGrades(grades, read.quantity, words);
    if (!form.check(prefixed(errors))) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: product.id, version: product.version, grades: input } }));
  };
  const errorOf = (field: string) => form.errorOf(`grade.${field}`) ?? form.errorOf(field);
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} fieldId={(field) => (field.startsWith('grade.') ? field : `grade.${field}`)} />
        {onShow && <Notice>{t('packs.gradesWait')}</Notice>}
        {grades.map((grade, row) => (
          <fieldset key={row} className={s.card}>
            <legend className="visually-hidden">{grade.name || t('packs.grades')}</legend>
            <div className={s.head}>
              <FieldRow>
                <Field label={t('packs.gradeCode')} id={`grade.${row}.code`} required error={errorOf(`${row}.code`)}>
                  <TextInput
                    value={grade.code}
                    maxLength={12}
                    onChange={(event) => change(row, { code: event.target.value.toUpperCase() })}
                  />
                </Field>
                <Field label={t('packs.gradeName')} id={`grade.${row}.name`} required error={errorOf(`${row}.name`)}>
                  <TextInput value={grade.name} maxLength={100} onChange={(event) => change(row, { name: event.target.value })} />
                </Field>
              </FieldRow>
              <IconButton
                label={t('packs.gradeRemove', { name: grade.name || grade.code })}
                icon={<X />}
                onClick={() => setGrades(grades.filter((_, index) => index !== row))}
              />
            </div>
            {grade.spec.map((spec, index) => (
              <SpecRow
                key={index}
                id={`grade.${row}.spec.${index}`}
                spec={spec}
                error={errorOf(`${row}.spec.${index}`)}
                onChange={(part) =>
                  change(row, { spec: grade.spec.map((one, at) => (at === index ? { ...one, ...part } : one)) })
                }
                onRemove={() => change(row, { spec: grade.spec.filter((_, at) => at !== index) })}
              />
            ))}
            <Button
              variant="quiet"
              size="small"
              icon={<Plus />}
              onClick={() => change(row, { spec: [...grade.spec, emptySpec()] })}
            >
              {t('packs.specAdd')}
            </Button>
          </fieldset>
        ))}
        <div className={s.buttons}>
          <Button
            icon={<Plus />}
            onClick={() => setGrades([...grades, { code: `L${grades.length + 1}`, name: '', spec: [emptySpec()] }])}
          >
            {t('packs.gradeAdd')}
          </Button>
          <Button variant="primary" type="submit" loading={form.busy}>
            {t('packs.gradesSave')}
          </Button>
        </div>
      </Stack>
      <ConflictDialog form={form} onReload={onReload} />
    </form>
  );
}

const prefixed = (errors: Record<string, string>) =>
  Object.fromEntries(Object.entries(errors).map(([field, message]) => [`grade.${field}`, message]));

interface SpecRowProps {
  id: string;
  spec: SpecValues;
  error: string | undefined;
  onChange: (part: Partial<SpecValues>) => void;
  onRemove: () => void;
}

function SpecRow({ id, spec, error, onChange, onRemove }: SpecRowProps) {
  const t = useText(packs);
  const words = isMeasuredInWords(spec.measure);
  const value = (field: 'value' | 'valueTo', label: string, fieldId: string, shown?: string) => (
    <Field label={label} id={fieldId} error={shown}>
      <NumberInput
        unit={spec.unit || undefined}
        value={spec[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className={s.spec}>
      <Field label={t('packs.specMeasure')} id={`${id}.measure`}>
        <Select
          value={spec.measure}
          options={GRADE_MEASURES.map((measure) => ({ value: measure, label: t(`packs.measure.${measure}`) }))}
          onChange={(event) => onChange({ ...emptySpec(event.target.value as GradeMeasure), value: spec.value })}
        />
      </Field>
      {words ? (
        <Field label={t('packs.specText')} id={id} error={error}>
          <TextInput value={spec.text} maxLength={200} onChange={(event) => onChange({ text: event.target.value })} />
        </Field>
      ) : (
        <>
          <Field label={t('packs.specOperator')} id={`${id}.operator`}>
            <Select
              value={spec.operator}
              options={GRADE_OPERATORS.map((operator) => ({ value: operator, label: t(`packs.operator.${operator}`) }))}
              onChange={(event) => onChange({ operator: event.target.value as GradeOperator })}
            />
          </Field>
          {value('value', t('packs.specValue'), id, error)}
          {spec.operator === 'BETWEEN' && value('valueTo', t('packs.specTo'), `${id}.to`)}
        </>
      )}
      <IconButton label={t('packs.specRemove', { name: t(`packs.measure.${spec.measure}`) })} icon={<X />} onClick={onRemove} />
    </div>
  );
}
