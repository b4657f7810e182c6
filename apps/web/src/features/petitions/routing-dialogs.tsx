import { UNANSWERED_PETITION } from '@lienket/domain';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Combobox, type ComboboxOption, DateField, Field, TextArea } from '@lienket/ui';
import { useCallback, useState } from 'react';
import type { OrganizationPartsFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { useComboboxLabels } from '../../shared/agreements/use-combobox-labels';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import { FieldChoices } from './field-choices';
import { PetitionDialog } from './petition-dialog';
import type { PetitionDialogProps } from './petition-dialogs';
import {
  PetitionAssignDocument,
  PetitionClassifyDocument,
  PetitionFieldsDocument,
  PetitionMergeDocument,
  PetitionsDocument,
  PetitionTransferDocument,
} from './petitions.operations';
import { usePetitionForm } from './use-petition-form';

export function ClassifyDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const [codes, setCodes] = useState(petition.fields.map(({ code }) => code));
  const form = usePetitionForm(PetitionClassifyDocument, 'petition-classify', (data) => data.petitionClassify, props);
  const send = () =>
    void form.submit((clientKey) => ({
      input: { clientKey, id: petition.id, version: petition.version, fieldCodes: codes },
    }));
  return (
    <PetitionDialog {...props} form={form} act="petitionClassify" onConfirm={send}>
      <FieldChoices value={codes} error={form.errorOf('fieldCodes')} onChange={setCodes} />
    </PetitionDialog>
  );
}

export function AssignDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const { data } = useQuery(PetitionFieldsDocument);
  const usual = data?.petitionFields.find(({ code }) => code === petition.fields[0]?.code)?.usualDepartment ?? null;
  const [chosen, setChosen] = useState<OrganizationPartsFragment | null | undefined>(undefined);
  const department = chosen === undefined ? usual : chosen;
  const [answerBefore, setAnswerBefore] = useState<string>(petition.proposedAnswerBefore);
  const form = usePetitionForm(PetitionAssignDocument, 'petition-assign', (data) => data.petitionAssign, props);
  const send = () => {
    if (!department) return void form.check({ departmentId: t('form.required') });
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: petition.id,
        version: petition.version,
        departmentId: department.id,
        answerBefore: answerBefore || null,
      },
    }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionAssign" onConfirm={send}>
      <Field
        id="departmentId"
        label={t('petitionAct.department')}
        hint={usual ? t('petitionAct.usual', { department: usual.name }) : t('petitionAct.departmentHint')}
        error={form.errorOf('departmentId')}
        required
      >
        <OrganizationCombobox value={department} onChange={setChosen} />
      </Field>
      <Field
        id="answerBefore"
        label={t('petitionAct.answerBefore')}
        hint={t('petitionAct.answerBeforeHint')}
        error={form.errorOf('answerBefore')}
        required
      >
        <DateField value={answerBefore} onValueChange={setAnswerBefore} locale={locale} labels={labels} />
      </Field>
    </PetitionDialog>
  );
}

export function TransferDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const [department, setDepartment] = useState<OrganizationPartsFragment | null>(null);
  const [reason, setReason] = useState('');
  const form = usePetitionForm(PetitionTransferDocument, 'petition-transfer', (data) => data.petitionTransfer, props);
  const send = () => {
    const missing = {
      departmentId: department ? null : t('form.required'),
      reason: reason.trim() ? null : t('form.required'),
    };
    if (!form.check(missing) || !department) return;
    void form.submit((clientKey) => ({
      input: { clientKey, id: petition.id, version: petition.version, departmentId: department.id, reason },
    }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionTransfer" onConfirm={send}>
      <Field
        id="departmentId"
        label={t('petitionAct.department')}
        hint={t('petitionAct.departmentHint')}
        error={form.errorOf('departmentId')}
        required
      >
        <OrganizationCombobox value={department} onChange={setDepartment} />
      </Field>
      <Field id="reason" label={t('petitionAct.reason')} error={form.errorOf('reason')} required>
        <TextArea maxLength={4000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </PetitionDialog>
  );
}

export function MergeDialog(props: PetitionDialogProps) {
  const { petition } = props;
  const t = useText(petitions);
  const client = useApolloClient();
  const labels = useComboboxLabels();
  const [into, setInto] = useState<ComboboxOption | null>(null);
  const form = usePetitionForm(PetitionMergeDocument, 'petition-merge', (data) => data.petitionMerge, props);
  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
      const { data } = await client.query({
        query: PetitionsDocument,
        variables: {
          filter: { search, status: [...UNANSWERED_PETITION] },
          first: 20,
        },
        context: { fetchOptions: { signal } },
        fetchPolicy: 'network-only',
      });
      return (data?.petitions.edges ?? [])
        .filter(({ node }) => node.id !== petition.id)
        .map(({ node }) => ({ value: node.id, label: node.number, detail: node.content?.slice(0, 90) ?? '' }));
    },
    [client, petition.id],
  );
  const send = () => {
    if (!into) return void form.check({ intoId: t('form.required') });
    void form.submit((clientKey) => ({
      input: { clientKey, id: petition.id, version: petition.version, intoId: into.value },
    }));
  };
  return (
    <PetitionDialog {...props} form={form} act="petitionMerge" onConfirm={send}>
      <Field id="intoId" label={t('petitionAct.into')} hint={t('petitionAct.intoHint')} error={form.errorOf('intoId')} required>
        <Combobox value={into} onValueChange={setInto} loadOptions={load} labels={labels} />
      </Field>
    </PetitionDialog>
  );
}
