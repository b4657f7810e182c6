import { useQuery } from '@apollo/client/react';
import {
  Button,
  Checkbox,
  Cluster,
  DateField,
  Field,
  FieldRow,
  NumberInput,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  Stack,
  TextArea,
  TextInput,
  toast,
} from '@lienket/ui';
import { useMemo, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { DemandChoicesQuery, DemandPartsFragment, OrganizationPartsFragment, ProductGroup } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { demand } from '../../shared/messages/vi/demand';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { valuesOf, type DemandValues } from './demand-values';
import { DemandChoicesDocument, DemandPostDocument, DemandSaveDocument } from './demand.operations';
import s from './demand.module.css';

const GROUPS = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'] as const satisfies readonly ProductGroup[];
const BASES = ['DC', 'STORE', 'EXW'] as const;
const VISIBILITIES = ['SELLERS', 'PUBLIC', 'CHOSEN'] as const;

export default function DemandFormScreen() {
  const t = useText(demand);
  const { id } = useParams();
  const choices = useQuery(DemandChoicesDocument);
  const post = useQuery(DemandPostDocument, { variables: { id: id ?? '' }, skip: !id });
  const title = t(id ? 'demandForm.edit' : 'demandForm.new');
  const form = (before: DemandPartsFragment | null) => (
    <AsyncScreen query={choices}>
      {(data) => <DemandForm post={before} choices={data} onReload={() => void post.refetch()} />}
    </AsyncScreen>
  );
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} back={{ href: id ? `/demand/${id}` : '/demand', label: t('demandForm.back') }} />
      {id ? (
        <AsyncScreen query={post} missing={(data) => !data.demandPost?.mine}>
          {(data) => form(data.demandPost!)}
        </AsyncScreen>
      ) : (
        form(null)
      )}
    </>
  );
}

interface DemandFormProps {
  post: DemandPartsFragment | null;
  choices: DemandChoicesQuery;
  onReload: () => void;
}

function DemandForm({ post, choices, onReload }: DemandFormProps) {
  const t = useText(demand);
  const f = useFormats();
  const typed = useTypedNumbers();
  const navigate = useNavigate();
  const initial = useMemo(() => valuesOf(post), [post]);
  const { values, set, drop, savedAt } = useDraft<DemandValues>(`demand-${post?.id ?? 'new'}`, initial);
  const form = useMutationForm(DemandSaveDocument, {
    form: `demand-${post?.id ?? 'new'}`,
    pick: (data) => data.demandSave,
    stale: ['demandPosts', 'demandSuggestions'],
    onDone: (saved) => {
      drop();
      toast.success(t('demandForm.saved'));
      void navigate(`/demand/${saved.id}`);
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const weekly = typed.quantity(values.weeklyQty);
    const ceiling = values.ceilingPrice.trim() ? typed.money(values.ceilingPrice) : null;
    const required = t('form.required');
    const sound = form.check({
      productName: values.productName.trim() || values.productGroup ? null : required,
      weeklyQty: weekly.ok ? null : weekly.message,
      baseUnit: values.baseUnit.trim() ? null : required,
      periodFrom: values.periodFrom ? null : required,
      periodTo: values.periodTo ? null : required,
      ceilingPrice: ceiling && !ceiling.ok ? ceiling.message : null,
    });
    if (!sound || !weekly.ok) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: post?.id ?? null,
        version: post?.version ?? null,
        productName: values.productName,
        productGroup: values.productGroup || null,
        spec: values.spec,
        baseUnit: values.baseUnit,
        weeklyQty: weekly.wire,
        periodFrom: values.periodFrom,
        periodTo: values.periodTo,
        basis: values.basis,
        deliveryLocationId: values.deliveryLocationId || null,
        certificateKinds: values.certificateKinds,
        ceilingPrice: ceiling?.ok ? Number(ceiling.wire) : null,
        visibility: values.visibility,
        chosenIds: values.visibility === 'CHOSEN' ? values.chosen.map(({ id }) => id) : [],
        openUntil: values.openUntil || null,
        note: values.note,
      },
    }));
  };
  const text = (key: 'productName' | 'baseUnit' | 'spec' | 'note') => ({
    value: values[key],
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
  });
  const places = choices.myOrganization.locations.filter(({ deactivatedAt }) => !deactivatedAt);
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <FormErrors form={form} />
      <Section title={t('demandForm.goods')}>
        <Stack>
          <FieldRow>
            <Field
              id="productName"
              label={t('demandForm.name')}
              hint={t('demandForm.nameHint')}
              error={form.errorOf('productName')}
            >
              <TextInput maxLength={200} {...text('productName')} />
            </Field>
            <Field id="productGroup" label={t('demand.group')} error={form.errorOf('productGroup')}>
              <Select
                value={values.productGroup}
                placeholder={t('demand.anyGroup')}
                options={GROUPS.map((value) => ({ value, label: t(`group.${value}`) }))}
                onChange={(event) => set({ productGroup: event.target.value as ProductGroup | '' })}
              />
            </Field>
          </FieldRow>
          <Field
            id="spec"
            label={t('demandForm.spec')}
            hint={t('demandForm.specHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('spec')}
          >
            <TextArea maxLength={2000} {...text('spec')} />
          </Field>
          <fieldset className={s.papers}>
            <legend>{t('demandForm.papers')}</legend>
            {choices.certificateKinds.map(({ code, name }) => (
              <Checkbox
                key={code}
                label={name}
                checked={values.certificateKinds.includes(code)}
                onChange={(event) =>
                  set({
                    certificateKinds: event.target.checked
                      ? [...values.certificateKinds, code]
                      : values.certificateKinds.filter((kind) => kind !== code),
                  })
                }
              />
            ))}
          </fieldset>
        </Stack>
      </Section>
      <Section title={t('demandForm.much')}>
        <Stack>
          <FieldRow>
            <Field id="weeklyQty" label={t('demandForm.weekly')} error={form.errorOf('weeklyQty')} required>
              <NumberInput value={values.weeklyQty} onChange={(event) => set({ weeklyQty: event.target.value })} />
            </Field>
            <Field id="baseUnit" label={t('demandForm.unit')} error={form.errorOf('baseUnit')} required>
              <TextInput maxLength={20} {...text('baseUnit')} />
            </Field>
          </FieldRow>
          <FieldRow>
            <Day
              name="periodFrom"
              label={t('demandForm.from')}
              values={values}
              set={set}
              error={form.errorOf('periodFrom')}
              required
            />
            <Day
              name="periodTo"
              label={t('demandForm.to')}
              values={values}
              set={set}
              error={form.errorOf('periodTo')}
              min={values.periodFrom || f.today()}
              required
            />
          </FieldRow>
          <Field
            id="ceilingPrice"
            label={t('demandForm.ceiling')}
            hint={t('demandForm.ceilingHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('ceilingPrice')}
          >
            <NumberInput
              inputMode="numeric"
              unit="₫"
              value={values.ceilingPrice}
              onChange={(event) => set({ ceilingPrice: event.target.value })}
            />
          </Field>
        </Stack>
      </Section>
      <Section title={t('demandForm.where')}>
        <FieldRow>
          <Field id="basis" label={t('demandForm.basis')}>
            <Select
              value={values.basis}
              options={BASES.map((value) => ({ value, label: t(`demandBasis.${value}`) }))}
              onChange={(event) => set({ basis: event.target.value as DemandValues['basis'] })}
            />
          </Field>
          <Field
            id="deliveryLocationId"
            label={t('demandForm.place')}
            optionalText={t('state.optional')}
            error={form.errorOf('deliveryLocationId')}
          >
            <Select
              value={values.deliveryLocationId}
              placeholder={t('demandForm.anyPlace')}
              options={places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
              onChange={(event) => set({ deliveryLocationId: event.target.value })}
            />
          </Field>
        </FieldRow>
      </Section>
      <Section title={t('demandForm.who')}>
        <Stack>
          <RadioGroup
            legend={t('demandForm.visibility')}
            legendHidden
            name="visibility"
            value={values.visibility}
            options={VISIBILITIES.map((value) => ({
              value,
              label: t(`demandVisibility.${value}`),
              hint: t(`demandVisibility.${value}Hint`),
            }))}
            onValueChange={(value) => set({ visibility: value as DemandValues['visibility'] })}
          />
          {values.visibility === 'CHOSEN' && (
            <Chosen chosen={values.chosen} onChange={(chosen) => set({ chosen })} error={form.errorOf('chosenIds')} />
          )}
          <Day
            name="openUntil"
            label={t('demandForm.openUntil')}
            values={values}
            set={set}
            error={form.errorOf('openUntil')}
            min={f.today()}
          />
          <Field id="note" label={t('demandForm.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
            <TextArea maxLength={2000} {...text('note')} />
          </Field>
          <div>
            <Button type="submit" variant="primary" loading={form.busy}>
              {t('action.save')}
            </Button>
          </div>
          <DraftNote savedAt={savedAt} onDrop={() => drop(initial)} />
        </Stack>
      </Section>
      <ConflictDialog form={form} onReload={onReload} />
    </form>
  );
}

interface DayProps {
  name: 'periodFrom' | 'periodTo' | 'openUntil';
  label: string;
  values: DemandValues;
  set: (patch: Partial<DemandValues>) => void;
  error?: string;
  min?: string;
  required?: boolean;
}

function Day({ name, label, values, set, error, min, required }: DayProps) {
  const { locale } = useLanguage();
  const labels = useDateLabels();
  return (
    <Field id={name} label={label} error={error} required={required}>
      <DateField value={values[name]} onValueChange={(day) => set({ [name]: day })} min={min} locale={locale} labels={labels} />
    </Field>
  );
}

interface ChosenProps {
  chosen: readonly OrganizationPartsFragment[];
  onChange: (chosen: OrganizationPartsFragment[]) => void;
  error?: string;
}

function Chosen({ chosen, onChange, error }: ChosenProps) {
  const t = useText(demand);
  return (
    <Stack gap="small">
      <Field id="chosenIds" label={t('demandForm.addChosen')} error={error}>
        <OrganizationCombobox
          value={null}
          onChange={(org) => org && !chosen.some(({ id }) => id === org.id) && onChange([...chosen, org])}
        />
      </Field>
      <Cluster>
        {chosen.map((org) => (
          <Button key={org.id} size="small" onClick={() => onChange(chosen.filter(({ id }) => id !== org.id))}>
            {t('action.remove', { name: org.shortName })}
          </Button>
        ))}
      </Cluster>
    </Stack>
  );
}
