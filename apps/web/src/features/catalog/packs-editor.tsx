import { innerCount, Quantity } from '@lienket/domain';
import { Button, Checkbox, Field, FieldRow, IconButton, NumberInput, Select, Stack, TextInput, toast } from '@lienket/ui';
import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { PackLevel, ProductForEditFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { packs as words } from '../../shared/messages/vi/packs';
import { emptyPack, packsOf, type PackValues, readPacks } from './parts-values';
import { productLists, ProductPacksSetDocument } from './product-operations';
import s from './product-parts.module.css';

const levels: readonly PackLevel[] = ['INNER', 'CASE', 'PALLET'];

interface EditorProps {
  product: ProductForEditFragment;
  onReload: () => void;
}

export function PacksEditor({ product, onReload }: EditorProps) {
  const t = useText(words);
  const { locale } = useLanguage();
  const read = useTypedNumbers();
  const [packs, setPacks] = useState(() => packsOf(product, locale));
  const form = useMutationForm(ProductPacksSetDocument, {
    form: `product-packs-${product.id}`,
    pick: (data) => data.productPacksSet,
    stale: productLists,
    onDone: () => toast.success(t('packs.saved')),
  });
  const change = (row: number, part: Partial<PackValues>) =>
    setPacks(packs.map((pack, index) => (index === row ? { ...pack, ...part } : pack)));
  /** Rows keep pointing at the same pack inside when their order changes. */
  const reorder = (order: readonly number[]) =>
    setPacks(order.map((row) => ({ ...packs[row]!, innerRow: order.indexOf(packs[row]!.innerRow) })));
  const rows = packs.map((_, row) => row);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const sentences = { missing: t('packs.missing'), whole: t('packs.whole'), percent: t('packs.percent') };
    const { input, errors } = readPacks(packs, read.quantity, sentences);
    if (!form.check(errors)) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: product.id, version: product.version, packs: input } }));
  };
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} />
        {packs.map((pack, row) => (
          <PackCard
            key={pack.id ?? `new-${row}`}
            row={row}
            pack={pack}
            packs={packs}
            product={product}
            errorOf={(field) => form.errorOf(`${row}.${field}`)}
            onChange={(part) => change(row, part)}
            onFirst={() => reorder([row, ...rows.filter((other) => other !== row)])}
            onRemove={() => reorder(rows.filter((other) => other !== row))}
          />
        ))}
        <div className={s.buttons}>
          <Button icon={<Plus />} onClick={() => setPacks([...packs, emptyPack()])}>
            {t('packs.add')}
          </Button>
          <Button variant="primary" type="submit" loading={form.busy}>
            {t('packs.save')}
          </Button>
        </div>
      </Stack>
      <ConflictDialog form={form} onReload={onReload} />
    </form>
  );
}

interface PackCardProps {
  row: number;
  pack: PackValues;
  packs: readonly PackValues[];
  product: ProductForEditFragment;
  errorOf: (field: string) => string | undefined;
  onChange: (part: Partial<PackValues>) => void;
  onFirst: () => void;
  onRemove: () => void;
}

function PackCard({ row, pack, packs, product, errorOf, onChange, onFirst, onRemove }: PackCardProps) {
  const t = useText(words);
  const { locale } = useLanguage();
  const unit = product.baseUnit;
  const inner = packs[pack.innerRow];
  const count = inner && wholeCount(pack.sizeBase, inner.sizeBase, locale);
  const amount = (
    field: 'sizeBase' | 'moqPacks' | 'netWeight' | 'tareWeight' | 'tolerance',
    label: string,
    of: string,
    id: string = field,
  ) => (
    <Field label={label} id={`${row}.${id}`} required={field === 'sizeBase' || field === 'moqPacks'} error={errorOf(id)}>
      <NumberInput unit={of} value={pack[field]} onChange={(event) => onChange({ [field]: event.target.value })} />
    </Field>
  );
  return (
    <fieldset className={s.card}>
      <legend className="visually-hidden">{pack.name || t('packs.add')}</legend>
      <div className={s.head}>
        {row === 0 ? (
          <p className={s.first}>{t('packs.first')}</p>
        ) : (
          <Button variant="quiet" size="small" onClick={onFirst}>
            {t('packs.makeFirst')}
          </Button>
        )}
        {packs.length > 1 && <IconButton label={t('packs.remove', { name: pack.name })} icon={<X />} onClick={onRemove} />}
      </div>
      <FieldRow>
        <Field label={t('packs.name')} id={`${row}.name`} required error={errorOf('name')}>
          <TextInput value={pack.name} maxLength={100} onChange={(event) => onChange({ name: event.target.value })} />
        </Field>
        <Field label={t('packs.levelLabel')} id={`${row}.level`}>
          <Select
            value={pack.level}
            options={levels.map((level) => ({ value: level, label: t(`packs.level.${level}`) }))}
            onChange={(event) => onChange({ level: event.target.value as PackLevel })}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        {amount('sizeBase', t('packs.size'), unit)}
        {amount('moqPacks', t('packs.moq'), t('packs.unitPacks'))}
      </FieldRow>
      <FieldRow>
        <Field
          label={t('packs.inner')}
          id={`${row}.innerRow`}
          error={errorOf('innerRow')}
          hint={count ? t('packs.innerCount', { count: count.toString(), name: inner.name }) : undefined}
        >
          <Select
            value={String(pack.innerRow)}
            options={[
              { value: '-1', label: t('packs.innerNone') },
              ...packs.flatMap(({ name }, at) => (at === row || !name ? [] : [{ value: String(at), label: name }])),
            ]}
            onChange={(event) => onChange({ innerRow: Number(event.target.value) })}
          />
        </Field>
        {product.grades.length > 0 && (
          <Field label={t('packs.forGrade')} id={`${row}.gradeCode`} error={errorOf('gradeCode')}>
            <Select
              value={pack.gradeCode}
              options={[
                { value: '', label: t('packs.everyGrade') },
                ...product.grades.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(event) => onChange({ gradeCode: event.target.value })}
            />
          </Field>
        )}
      </FieldRow>
      <FieldRow>
        {amount('netWeight', t('packs.net'), 'kg')}
        {amount('tareWeight', t('packs.tare'), 'kg')}
      </FieldRow>
      <Field label={t('packs.gtin')} id={`${row}.gtin`} error={errorOf('gtin')}>
        <TextInput
          inputMode="numeric"
          maxLength={14}
          value={pack.gtin}
          onChange={(event) => onChange({ gtin: event.target.value })}
        />
      </Field>
      <Checkbox
        label={t('packs.catchWeight')}
        checked={pack.catchWeight}
        onChange={(event) => onChange({ catchWeight: event.target.checked })}
      />
      {pack.catchWeight && amount('tolerance', t('packs.tolerance'), '%', 'weightToleranceBp')}
    </fieldset>
  );
}

/** "12 × Hộp" as one types; nothing while a number cannot be read. */
function wholeCount(outer: string, inner: string, locale: 'vi' | 'en'): bigint | null {
  const [big, small] = [Quantity.parse(outer, locale), Quantity.parse(inner, locale)];
  return big.ok && small.ok ? innerCount(big.value.toDecimalString(), small.value.toDecimalString()) : null;
}
