import { Button, DescriptionList, Field, FieldRow, NumberInput, Stack, TextArea, TextInput, toast } from '@lienket/ui';
import { useMemo, type FormEvent } from 'react';
import type { MyOrganizationPartsFragment } from '../../gql/graphql';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { registry } from '../../shared/messages/vi/registry';
import { OrganizationUpdateDocument } from './organization-operations';
import s from './organization.module.css';

interface ContactFormProps {
  organization: MyOrganizationPartsFragment;
  readOnly: boolean;
  onReload: () => void;
}

const valuesOf = (organization: MyOrganizationPartsFragment) => ({
  legalRepresentative: organization.legalRepresentative ?? '',
  phone: organization.phone ?? '',
  address: organization.address ?? '',
  memberCount: organization.memberCount == null ? '' : String(organization.memberCount),
  story: organization.story ?? '',
});

/** What the organization's own people may change. */
export function ContactForm({ organization, readOnly, onReload }: ContactFormProps) {
  const t = useText(registry);
  const initial = useMemo(() => valuesOf(organization), [organization]);
  const { values, set, drop, savedAt } = useDraft(`organization-${organization.id}`, initial);
  const form = useMutationForm(OrganizationUpdateDocument, {
    form: `organization-${organization.id}`,
    pick: (data) => data.organizationUpdate,
    stale: ['organizationPage'],
    onDone: (saved) => {
      drop(valuesOf(saved));
      toast.success(t('organization.saved'));
    },
  });
  const rows = [
    { term: t('organization.representative'), detail: organization.legalRepresentative },
    { term: t('organization.phone'), detail: organization.phone },
    { term: t('organization.address'), detail: organization.address },
    { term: t('organization.members'), detail: organization.memberCount },
    { term: t('organization.story'), detail: organization.story },
  ];
  if (readOnly)
    return <DescriptionList columns={2} items={rows.map((row) => ({ ...row, detail: row.detail ?? t('organization.empty') }))} />;

  const save = (event: FormEvent) => {
    event.preventDefault();
    const members = values.memberCount.trim();
    if (!form.check({ memberCount: members && !/^\d{1,6}$/.test(members) ? t('organization.whole') : null })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        version: organization.version,
        legalRepresentative: values.legalRepresentative.trim() || null,
        phone: values.phone.trim() || null,
        address: values.address.trim() || null,
        story: values.story.trim() || null,
        memberCount: members ? Number(members) : null,
      },
    }));
  };
  return (
    <form className={s.form} noValidate onSubmit={save}>
      <Stack>
        <FormErrors form={form} />
        <FieldRow>
          <Field label={t('organization.representative')} id="legalRepresentative" error={form.errorOf('legalRepresentative')}>
            <TextInput
              value={values.legalRepresentative}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => set({ legalRepresentative: event.target.value })}
            />
          </Field>
          <Field label={t('organization.phone')} id="phone" error={form.errorOf('phone')}>
            <TextInput
              type="tel"
              inputMode="tel"
              value={values.phone}
              maxLength={20}
              onChange={(event) => set({ phone: event.target.value })}
            />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t('organization.address')} id="address" error={form.errorOf('address')}>
            <TextInput value={values.address} maxLength={300} onChange={(event) => set({ address: event.target.value })} />
          </Field>
          <Field label={t('organization.members')} id="memberCount" error={form.errorOf('memberCount')}>
            <NumberInput
              inputMode="numeric"
              value={values.memberCount}
              onChange={(event) => set({ memberCount: event.target.value })}
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
