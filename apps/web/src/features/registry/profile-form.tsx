import { Button, DateField, DescriptionList, Field, FieldRow, NumberInput, Stack, TextArea, TextInput, toast } from '@lienket/ui';
import { phoneForDisplay } from '@lienket/domain';
import { useMemo, type FormEvent } from 'react';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { registry } from '../../shared/messages/vi/registry';
import { CommunePicker } from '../../shared/places/commune-picker';
import { OrganizationUpdateDocument } from './organization-operations';
import { profileInput, profileValues } from './profile-values';
import s from './organization.module.css';

interface ProfileFormProps {
  organization: MyOrganizationPartsFragment;
  onReload: () => void;
}

/** Numbers are shown the way people here write them; the stored form goes nowhere near the screen. */
const shown = (organization: MyOrganizationPartsFragment) => {
  const values = profileValues(organization);
  return { ...values, phone: values.phone && phoneForDisplay(values.phone) };
};

/** What the organization's own people may change; what was compared with the papers is told above, not asked. */
export function ProfileForm({ organization, onReload }: ProfileFormProps) {
  const t = useText(registry);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const typed = useTypedNumbers();
  const initial = useMemo(() => shown(organization), [organization]);
  const { values, set, drop, savedAt } = useDraft(`organization-${organization.id}`, initial);
  const form = useMutationForm(OrganizationUpdateDocument, {
    form: `organization-${organization.id}`,
    pick: (data) => data.organizationUpdate,
    stale: ['organizationPage', 'organizationFile'],
    onDone: (saved) => {
      drop(shown(saved));
      toast.success(t('organization.saved'));
    },
  });
  const open = (field: string) => organization.openFields.includes(field);
  const withMembers = organization.kind.startsWith('COOPERATIVE');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const members = values.memberCount.trim();
    const capital = values.charterCapital.trim() ? typed.money(values.charterCapital) : null;
    const sound = form.check({
      memberCount: members && !/^\d{1,6}$/.test(members) ? t('organization.whole') : null,
      charterCapital: capital && !capital.ok ? capital.message : null,
    });
    if (!sound) return;
    const input = profileInput(values, organization.openFields, capital?.ok ? capital.wire : null);
    void form.submit((clientKey) => ({ input: { clientKey, version: organization.version, ...input } }));
  };
  const line = (field: 'name' | 'shortName' | 'taxCode' | 'registrationNo' | 'legalRepresentative', label: string, max: number) =>
    open(field) && (
      <Field label={label} id={field} error={form.errorOf(field)}>
        <TextInput
          value={values[field]}
          maxLength={max}
          autoComplete="off"
          inputMode={field === 'taxCode' ? 'numeric' : undefined}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      </Field>
    );
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} />
        {line('name', t('organization.name'), 200)}
        <FieldRow>
          {line('shortName', t('organization.shortName'), 200)}
          {line('taxCode', t('organization.taxCode'), 14)}
        </FieldRow>
        <FieldRow>
          {line('registrationNo', t('organization.registrationNo'), 50)}
          {open('registeredOn') && (
            <Field label={t('organization.registeredOn')} id="registeredOn" error={form.errorOf('registeredOn')}>
              <DateField
                value={values.registeredOn}
                onValueChange={(registeredOn) => set({ registeredOn })}
                max={f.today()}
                locale={locale}
                labels={labels}
              />
            </Field>
          )}
        </FieldRow>
        {line('legalRepresentative', t('organization.representative'), 120)}
        <FieldRow>
          <Field label={t('organization.phone')} id="phone" error={form.errorOf('phone')}>
            <TextInput
              type="tel"
              inputMode="tel"
              value={values.phone}
              maxLength={20}
              onChange={(event) => set({ phone: event.target.value })}
            />
          </Field>
          <Field label={t('organization.email')} id="email" error={form.errorOf('email')}>
            <TextInput
              type="email"
              inputMode="email"
              autoCapitalize="none"
              value={values.email}
              maxLength={200}
              onChange={(event) => set({ email: event.target.value })}
            />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t('organization.commune')} id="communeCode" error={form.errorOf('communeCode')}>
            <CommunePicker value={values.communeCode} onValueChange={(communeCode) => set({ communeCode })} />
          </Field>
          <Field label={t('organization.address')} id="address" error={form.errorOf('address')}>
            <TextInput value={values.address} maxLength={300} onChange={(event) => set({ address: event.target.value })} />
          </Field>
        </FieldRow>
        <FieldRow>
          {withMembers && (
            <Field label={t('organization.members')} id="memberCount" error={form.errorOf('memberCount')}>
              <NumberInput
                inputMode="numeric"
                value={values.memberCount}
                onChange={(event) => set({ memberCount: event.target.value })}
              />
            </Field>
          )}
          {organization.kind !== 'HOUSEHOLD_BUSINESS' && (
            <Field
              label={t('organization.capital')}
              id="charterCapital"
              hint={t('organization.capitalHint')}
              error={form.errorOf('charterCapital')}
            >
              <NumberInput
                value={values.charterCapital}
                unit="₫"
                onChange={(event) => set({ charterCapital: event.target.value })}
              />
            </Field>
          )}
          <Field label={t('organization.website')} id="website" error={form.errorOf('website')}>
            <TextInput
              inputMode="url"
              autoCapitalize="none"
              value={values.website}
              maxLength={200}
              onChange={(event) => set({ website: event.target.value })}
            />
          </Field>
        </FieldRow>
        <Field label={t('organization.story')} id="story" hint={t('organization.storyHint')} error={form.errorOf('story')}>
          <TextArea rows={5} maxLength={2000} value={values.story} onChange={(event) => set({ story: event.target.value })} />
        </Field>
        <div>
          <Button type="submit" loading={form.busy}>
            {t('action.save')}
          </Button>
        </div>
        <DraftNote savedAt={savedAt} onDrop={() => drop(initial)} />
      </Stack>
      <ConflictDialog form={form} onReload={onReload} />
    </form>
  );
}

/** For people who may look only. */
export function ProfileFacts({ organization }: { organization: MyOrganizationPartsFragment }) {
  const t = useText(registry);
  const f = useFormats();
  const rows = [
    { term: t('organization.phone'), detail: organization.phone && phoneForDisplay(organization.phone) },
    { term: t('organization.email'), detail: organization.email },
    { term: t('organization.website'), detail: organization.website },
    { term: t('organization.address'), detail: organization.address },
    { term: t('organization.members'), detail: organization.memberCount == null ? null : f.count(organization.memberCount) },
    { term: t('organization.story'), detail: organization.story },
  ];
  return <DescriptionList columns={2} items={rows.map((row) => ({ ...row, detail: row.detail ?? t('organization.empty') }))} />;
}
