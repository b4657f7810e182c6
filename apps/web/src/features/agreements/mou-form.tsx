import { Button, DateField, Field, FieldRow, FileDrop, Notice, Section, Select, TextArea, TextInput, toast } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql';
import type { MouPageFragment, PricePrinciple } from '../../gql/graphql';
import { useUpload } from '../../shared/files/use-upload';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { useMe } from '../../shared/session/session';
import { dutyInput, headInput, lineInput, partyInput, problemsOf, same, type MouDraft } from './mou-draft';
import { MouDuties } from './mou-duties';
import { MouLines } from './mou-lines';
import { AFTER_MOU } from './mou-mutations';
import { MouParties } from './mou-parties';
import s from './mou-form.module.css';

const FormEventsDocument = graphql(`
  query MouFormEvents {
    events {
      code
      title
    }
  }
`);

const CreateDocument = graphql(`
  mutation MouCreate($input: MouCreateInput!) {
    mouCreate(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

const UpdateDocument = graphql(`
  mutation MouUpdate($input: MouUpdateInput!) {
    mouUpdate(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

const PRINCIPLES = ['PER_ORDER', 'MARKET', 'FIXED', 'FLOOR', 'INDEXED'] as const satisfies readonly PricePrinciple[];

interface Props {
  initial: MouDraft;
  /** The draft memorandum being changed; none while recording a new one. */
  mou?: MouPageFragment;
  onReload?: () => void;
}

export function MouForm({ initial, mou, onReload = () => undefined }: Props) {
  const t = useText(agreements);
  const l = useText(signing);
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const numbers = useTypedNumbers();
  const navigate = useNavigate();
  const me = useMe();
  const upload = useUpload();
  const events = useQuery(FormEventsDocument, { fetchPolicy: 'cache-first', skip: Boolean(mou) }).data?.events ?? [];
  const name = mou ? `mou-${mou.id}` : 'mou-new';
  const { values, set, drop, savedAt } = useDraft(name, initial);
  const done = (saved: MouPageFragment) => {
    drop();
    toast.success(t('mouForm.saved', { number: saved.registerNo }));
    void navigate(`/agreements/${saved.id}`);
  };
  const create = useMutationForm(CreateDocument, { form: name, pick: (data) => data.mouCreate, stale: AFTER_MOU, onDone: done });
  const update = useMutationForm(UpdateDocument, { form: name, pick: (data) => data.mouUpdate, stale: AFTER_MOU, onDone: done });
  const form = mou ? update : create;
  // Prices are for the parties: an officer's form does not know them, and sending its lines would erase them.
  const linesChanged = !same(values.lines, initial.lines);
  const hidesPrices = mou !== undefined && !mou.parties.some(({ organization }) => organization.id === me.organization.id);

  const save = () => {
    const half = values.duties.some(({ title, obligedOrgId, dueOn }) => !title.trim() || !obligedOrgId || !dueOn);
    const problems = problemsOf(values, numbers, (problem) => t(`mouForm.problem.${problem}`));
    if (!form.check({ ...problems, ...(half ? { obligations: l('duties.problem') } : {}) })) return;
    const lines = values.lines.map((line) => lineInput(line, numbers));
    const parties = values.parties.map(partyInput);
    const obligations = values.duties.map(dutyInput);
    if (!mou) {
      void create.submit((clientKey) => ({
        input: {
          clientKey,
          eventCode: values.eventCode || null,
          registerNo: values.registerNo.trim() || null,
          ...headInput(values),
          parties,
          lines,
          obligations,
        },
      }));
      return;
    }
    void update.submit((clientKey) => ({
      input: {
        clientKey,
        id: mou.id,
        version: mou.version,
        ...headInput(values),
        ...(same(values.parties, initial.parties) ? {} : { parties }),
        ...(linesChanged ? { lines } : {}),
        ...(same(values.duties, initial.duties) ? {} : { obligations }),
      },
    }));
  };

  return (
    <form
      className={s.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={onReload} />
      {mou?.parties.some(({ signature }) => signature) && <Notice tone="warning">{t('mouForm.voids')}</Notice>}

      <Section title={t('mouForm.general')} id="general">
        <div className={s.fields}>
          {!mou && (
            <FieldRow>
              <Field
                id="eventCode"
                label={t('mouForm.event')}
                optionalText={t('state.optional')}
                error={form.errorOf('eventCode')}
              >
                <Select
                  placeholder={t('mouForm.noEvent')}
                  value={values.eventCode}
                  onChange={(event) => set({ eventCode: event.target.value })}
                  options={events.map(({ code, title }) => ({ value: code, label: title }))}
                />
              </Field>
              <Field
                id="registerNo"
                label={t('mouForm.registerNo')}
                optionalText={t('state.optional')}
                error={form.errorOf('registerNo')}
              >
                <TextInput
                  value={values.registerNo}
                  placeholder={t('mouForm.registerNoHint')}
                  onChange={(event) => set({ registerNo: event.target.value })}
                />
              </Field>
            </FieldRow>
          )}
          <Field id="title" label={t('mouForm.title')} hint={t('mouForm.titleHint')} required error={form.errorOf('title')}>
            <TextInput value={values.title} maxLength={200} onChange={(event) => set({ title: event.target.value })} />
          </Field>
          <FieldRow>
            <Field
              id="validFrom"
              label={t('mouForm.validFrom')}
              optionalText={t('state.optional')}
              error={form.errorOf('validFrom')}
            >
              <DateField
                value={values.validFrom}
                onValueChange={(validFrom) => set({ validFrom })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
            <Field id="validTo" label={t('mouForm.validTo')} optionalText={t('state.optional')} error={form.errorOf('validTo')}>
              <DateField
                value={values.validTo}
                onValueChange={(validTo) => set({ validTo })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
          </FieldRow>
        </div>
      </Section>

      <Section title={t('mouForm.parties')} id="parties-section">
        <MouParties parties={values.parties} error={form.errorOf('parties')} onChange={(parties) => set({ parties })} />
      </Section>

      <Section title={t('mouForm.lines')} id="lines-section" meta={t('mouForm.linesLead')}>
        {hidesPrices && linesChanged && <Notice tone="warning">{t('mouForm.pricesLost')}</Notice>}
        <MouLines
          lines={values.lines}
          sellers={values.parties.flatMap(({ role, org }) => (role === 'SELLER' && org ? [org] : []))}
          form={form}
          hidesPrices={hidesPrices}
          onChange={(lines) => set({ lines })}
        />
      </Section>

      <Section title={t('mouForm.terms')} id="terms">
        <div className={s.fields}>
          <Field id="pricePrinciple" label={t('mouForm.pricePrinciple')} error={form.errorOf('pricePrinciple')}>
            <Select
              value={values.pricePrinciple}
              onChange={(event) => set({ pricePrinciple: event.target.value as PricePrinciple })}
              options={PRINCIPLES.map((code) => ({ value: code, label: t(`pricePrinciple.${code}`) }))}
            />
          </Field>
          <Field
            id="qualityTerms"
            label={t('agreement.qualityTerms')}
            hint={t('mouForm.qualityHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('qualityTerms')}
          >
            <TextArea
              value={values.qualityTerms}
              maxLength={2000}
              onChange={(event) => set({ qualityTerms: event.target.value })}
            />
          </Field>
        </div>
      </Section>

      <Section title={l('duties.form')} id="duties" meta={l('duties.formLead')}>
        <MouDuties
          duties={values.duties}
          parties={values.parties}
          error={form.errorOf('obligations')}
          onChange={(duties) => set({ duties })}
        />
      </Section>

      <Section title={t('mouForm.scan')} id="scan">
        <Field
          id="documentFileId"
          label={t('mouForm.scanLabel')}
          hint={t('mouForm.scanHint')}
          optionalText={t('state.optional')}
          error={upload.error ?? form.errorOf('documentFileId')}
        >
          <FileDrop
            chooseLabel={t('mouForm.chooseScan')}
            dropLabel={t('mouForm.dropScan')}
            accept="image/jpeg,image/png,image/webp,application/pdf"
            removeLabel={(item) => t('action.remove', { name: item.name })}
            disabled={upload.sending}
            files={
              values.document
                ? [{ id: values.document.id, name: values.document.name, href: values.document.url }]
                : mou?.documentUrl
                  ? [
                      {
                        id: 'kept',
                        name: mou.documentName ?? t('agreement.openDocument'),
                        href: mou.documentUrl,
                        detail: t('mouForm.scanKept'),
                      },
                    ]
                  : []
            }
            onAdd={([file]) => {
              if (!file) return;
              void upload.send(file).then((stored) => {
                if (stored) set({ document: { id: stored.id, name: file.name, url: stored.url } });
              });
            }}
            onRemove={values.document ? () => set({ document: null }) : undefined}
          />
        </Field>
        {upload.sending && <p role="status">{t('upload.sending')}</p>}
      </Section>

      <p className={s.note}>{t('agreement.notContract')}</p>
      <div className={s.save}>
        <Button type="submit" variant="primary" loading={form.busy} disabled={upload.sending}>
          {t(mou ? 'mouForm.save' : 'mouForm.create')}
        </Button>
        <DraftNote savedAt={savedAt} onDrop={() => drop()} />
      </div>
    </form>
  );
}
