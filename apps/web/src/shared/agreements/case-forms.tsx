import { CASE_ENTRY_KINDS } from '@lienket/domain';
import { DateField, Field, FileDrop, Select, TextArea, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { CaseEntryKind, CaseFilePartsFragment } from '../../gql/graphql';
import { useUpload } from '../files/use-upload';
import { useDateLabels } from '../forms/use-date-labels';
import { useMutationForm } from '../forms/use-mutation-form';
import { useFormats } from '../i18n/formats';
import { useLanguage } from '../i18n/language';
import { useText } from '../i18n/use-text';
import { cases } from '../messages/vi/cases';
import { CaseDialog } from './case-dialog';
import { CaseEntryAddDocument, CaseFileSaveDocument, PlanTaskAddDocument, PlanTaskEndDocument } from './case.operations';

const STALE = ['caseFile', 'caseCalendar', 'workItems'];

interface Props {
  file: CaseFilePartsFragment;
  onClose: () => void;
}

/** What all four forms need: words, dates, and the same end. */
function useCaseForm(onClose: () => void) {
  const t = useText(cases);
  const f = useFormats();
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const onDone = () => {
    toast.success(t('case.saved'));
    onClose();
  };
  return { t, f, locale, labels, options: { stale: STALE, onDone } };
}

export function CaseFileForm({ file, onClose }: Props) {
  const { t, locale, labels, options } = useCaseForm(onClose);
  const [ownerId, setOwnerId] = useState(file.owner?.id ?? '');
  const [action, setAction] = useState(file.nextAction ?? '');
  const [on, setOn] = useState(file.nextActionOn ?? '');
  const form = useMutationForm(CaseFileSaveDocument, { ...options, form: `case-${file.id}`, pick: (data) => data.caseFileSave });
  const send = () =>
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        mouId: file.id,
        version: file.version,
        ownerId: ownerId || null,
        nextAction: action.trim() || null,
        nextActionOn: on || null,
      },
    }));
  return (
    <CaseDialog title={t('case.edit')} form={form} submit={t('case.save')} onSend={send} onClose={onClose}>
      <Field id="ownerId" label={t('case.owner')} error={form.errorOf('ownerId')}>
        <Select
          value={ownerId}
          options={[
            { value: '', label: t('case.noOwner') },
            ...file.officers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => setOwnerId(event.target.value)}
        />
      </Field>
      <Field id="text" label={t('case.nextAction')} error={form.errorOf('text')}>
        <TextInput value={action} maxLength={1000} onChange={(event) => setAction(event.target.value)} />
      </Field>
      <Field id="nextActionOn" label={t('case.nextActionOn')} error={form.errorOf('nextActionOn')}>
        <DateField value={on} onValueChange={setOn} locale={locale} labels={labels} />
      </Field>
    </CaseDialog>
  );
}

const PartySelect = ({
  file,
  value,
  none,
  onChange,
}: {
  file: CaseFilePartsFragment;
  value: string;
  none: string;
  onChange: (id: string) => void;
}) => (
  <Select
    value={value}
    options={[{ value: '', label: none }, ...file.parties.map(({ id, name }) => ({ value: id, label: name }))]}
    onChange={(event) => onChange(event.target.value)}
  />
);

export function CaseEntryForm({ file, onClose }: Props) {
  const { t, f, locale, labels, options } = useCaseForm(onClose);
  const [kind, setKind] = useState<CaseEntryKind>('CALL');
  const [happenedOn, setHappenedOn] = useState(f.today());
  const [orgId, setOrgId] = useState('');
  const [text, setText] = useState('');
  const [promisedFor, setPromisedFor] = useState('');
  const form = useMutationForm(CaseEntryAddDocument, {
    ...options,
    form: `case-entry-${file.id}`,
    pick: (data) => data.caseEntryAdd,
  });
  const send = () =>
    void form.submit((clientKey) => ({
      input: { clientKey, mouId: file.id, kind, happenedOn, orgId: orgId || null, text, promisedFor: promisedFor || null },
    }));
  return (
    <CaseDialog title={t('case.addEntry')} form={form} submit={t('case.save')} onSend={send} onClose={onClose}>
      <Field id="kind" label={t('case.kind')}>
        <Select
          value={kind}
          options={CASE_ENTRY_KINDS.map((code) => ({ value: code, label: t(`caseEntry.${code}`) }))}
          onChange={(event) => setKind(event.target.value as CaseEntryKind)}
        />
      </Field>
      <Field id="orgId" label={t('case.with')} error={form.errorOf('orgId')}>
        <PartySelect file={file} value={orgId} none={t('case.withNobody')} onChange={setOrgId} />
      </Field>
      <Field id="happenedOn" label={t('case.happenedOn')} error={form.errorOf('happenedOn')} required>
        <DateField value={happenedOn} onValueChange={setHappenedOn} max={f.today()} locale={locale} labels={labels} />
      </Field>
      <Field id="text" label={t('case.text')} error={form.errorOf('text')} required>
        <TextArea value={text} rows={3} maxLength={1000} onChange={(event) => setText(event.target.value)} />
      </Field>
      {kind === 'PROMISE' && (
        <Field id="promisedFor" label={t('case.promisedFor')} error={form.errorOf('promisedFor')} required>
          <DateField value={promisedFor} onValueChange={setPromisedFor} locale={locale} labels={labels} />
        </Field>
      )}
    </CaseDialog>
  );
}

export function PlanTaskForm({ file, onClose }: Props) {
  const { t, f, locale, labels, options } = useCaseForm(onClose);
  const [text, setText] = useState('');
  const [orgId, setOrgId] = useState('');
  const [dueOn, setDueOn] = useState(f.today());
  const form = useMutationForm(PlanTaskAddDocument, {
    ...options,
    form: `plan-task-${file.id}`,
    pick: (data) => data.planTaskAdd,
  });
  const send = () =>
    void form.submit((clientKey) => ({ input: { clientKey, mouId: file.id, text, orgId: orgId || null, dueOn } }));
  return (
    <CaseDialog title={t('case.addTask')} form={form} submit={t('case.save')} onSend={send} onClose={onClose}>
      <Field id="text" label={t('case.task')} error={form.errorOf('text')} required>
        <TextInput value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field id="orgId" label={t('case.responsible')} error={form.errorOf('orgId')}>
        <PartySelect file={file} value={orgId} none={t('case.alliance')} onChange={setOrgId} />
      </Field>
      <Field id="dueOn" label={t('case.dueOn')} error={form.errorOf('dueOn')} required>
        <DateField value={dueOn} onValueChange={setDueOn} min={f.today()} locale={locale} labels={labels} />
      </Field>
    </CaseDialog>
  );
}

interface EndProps {
  task: CaseFilePartsFragment['tasks'][number];
  done: boolean;
  onClose: () => void;
}

/** Done with what proves it, or dropped with the reason. */
export function PlanTaskEndForm({ task, done, onClose }: EndProps) {
  const { t, options } = useCaseForm(onClose);
  const { send: upload, sending, error: failed } = useUpload();
  const [outcome, setOutcome] = useState('');
  const [evidence, setEvidence] = useState<{ id: string; name: string; href: string } | null>(null);
  const form = useMutationForm(PlanTaskEndDocument, {
    ...options,
    form: `plan-task-end-${task.id}`,
    pick: (data) => data.planTaskEnd,
  });
  const add = async ([chosen]: File[]) => {
    const stored = chosen && (await upload(chosen));
    if (stored) setEvidence({ id: stored.id, name: chosen.name, href: stored.url });
  };
  const send = () =>
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: task.id,
        version: task.version,
        done,
        outcome: outcome.trim() || null,
        evidenceFileId: evidence?.id ?? null,
      },
    }));
  return (
    <CaseDialog
      title={t(done ? 'case.finishTask' : 'case.dropTask', { title: task.title })}
      form={form}
      submit={t(done ? 'case.finish' : 'case.drop')}
      onSend={send}
      onClose={onClose}
    >
      <Field id="outcome" label={t(done ? 'case.outcome' : 'case.dropReason')} error={form.errorOf('outcome')}>
        <TextArea value={outcome} rows={3} maxLength={1000} onChange={(event) => setOutcome(event.target.value)} />
      </Field>
      {done && (
        <Field id="evidence" label={t('case.evidence')} error={failed ?? undefined}>
          <FileDrop
            id="evidence"
            chooseLabel={sending ? t('upload.sending') : t('case.chooseEvidence')}
            accept="application/pdf,image/jpeg,image/png"
            disabled={sending}
            files={evidence ? [evidence] : []}
            removeLabel={(item) => t('action.remove', { name: item.name })}
            onAdd={(files) => void add(files)}
            onRemove={() => setEvidence(null)}
          />
        </Field>
      )}
    </CaseDialog>
  );
}
