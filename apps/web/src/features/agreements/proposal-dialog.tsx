import { useQuery } from '@apollo/client/react';
import { Checkbox, DateField, Field, Notice, RadioGroup, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { MouOutcome, ProposalKind } from '../../gql/graphql';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import { signing } from '../../shared/messages/vi/signing';
import { ActionDialog } from '../../shared/forms/action-dialog';
import type { LivingDocument } from './agreement-life';
import { AmendLines, amendedInputs, type AmendedDraft } from './amend-lines';
import { AmendTerms, amendedTerms, type TermsDraft } from './amend-terms';
import { FileField, type ChosenFile } from '../../shared/files/file-field';
import { AFTER_LIFE } from './life-answer-dialogs';
import { ProposeDocument, ReasonsDocument } from './life-mutations';

const OUTCOMES = ['FULFILLED', 'PARTLY', 'UNSUCCESSFUL', 'CANCELLED'] as const satisfies readonly MouOutcome[];

interface Props {
  kind: ProposalKind;
  document: LivingDocument;
  onClose: () => void;
  onReload: () => void;
}

/** Puts an annex, a pause or an end to the others, with its reason. */
export function ProposalDialog({ kind, document, onClose, onReload }: Props) {
  const t = useText(amending);
  const l = useText(signing);
  const f = useFormats();
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const numbers = useTypedNumbers();
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<MouOutcome | ''>(document.life.suggestedOutcome ?? '');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [validTo, setValidTo] = useState('');
  const [terms, setTerms] = useState<TermsDraft>({});
  const [drafts, setDrafts] = useState<Record<string, AmendedDraft>>({});
  const [file, setFile] = useState<ChosenFile | null>(null);
  const reasons = useQuery(ReasonsDocument, { skip: kind !== 'CLOSE', fetchPolicy: 'cache-first' }).data?.closingReasons ?? [];
  const form = useMutationForm(ProposeDocument, {
    form: `propose-${kind}-${document.id}`,
    pick: (data) => data.agreementPropose,
    stale: AFTER_LIFE,
    onDone: () => {
      toast.success(t('life.proposed'));
      onReload();
      onClose();
    },
  });
  const amends = kind === 'AMEND';
  const byDocument = !document.own && (kind === 'SUSPEND' || kind === 'RESUME');
  const fitting = reasons.filter(({ outcomes }) => outcome && outcomes.includes(outcome));
  const send = () => {
    const lines = amends ? amendedInputs(document, drafts, numbers) : { inputs: [], errors: {} };
    const changed = amends ? amendedTerms(terms, numbers, t('number.invalid')) : { input: {}, errors: {} };
    const closing = kind === 'CLOSE';
    const fine = form.check({
      ...lines.errors,
      ...changed.errors,
      reason: reason.trim() ? null : t('life.reasonMissing'),
      outcome: closing && !outcome ? t('life.outcomeMissing') : null,
      reasonCodes: closing && outcome !== 'FULFILLED' && codes.length === 0 ? t('life.reasonsMissing') : null,
    });
    if (!fine) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        document: document.type,
        id: document.id,
        version: document.version,
        kind,
        reason: reason.trim(),
        outcome: closing ? outcome || null : null,
        reasonCodes: closing ? codes.filter((code) => fitting.some((one) => one.code === code)) : [],
        fileId: file?.id ?? null,
        lines: lines.inputs,
        ...changed.input,
        validTo: amends && validTo ? validTo : null,
      },
    }));
  };
  return (
    <ActionDialog
      form={form}
      title={t(`life.act.${kind}`)}
      confirmLabel={t('life.send')}
      danger={kind === 'TERMINATE'}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      {amends && (
        <>
          <p>{t('life.amendLead')}</p>
          <AmendLines document={document} drafts={drafts} errorOf={(field) => form.errorOf(field)} onChange={setDrafts} />
          <AmendTerms terms={document.terms} draft={terms} errorOf={(field) => form.errorOf(field)} onChange={setTerms} />
          <Field
            id="validTo"
            label={t('life.newEnd')}
            hint={document.validTo ? t('life.now', { qty: f.date(document.validTo) }) : undefined}
            optionalText={t('state.optional')}
            error={form.errorOf('validTo')}
          >
            <DateField value={validTo} onValueChange={setValidTo} min={f.today()} locale={locale} labels={dateLabels} />
          </Field>
        </>
      )}
      {kind === 'CLOSE' && (
        <>
          <RadioGroup
            id="outcome"
            legend={t('life.outcomeLabel')}
            value={outcome}
            error={form.errorOf('outcome')}
            onValueChange={(value) => setOutcome(value as MouOutcome)}
            options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
          {document.life.suggestedOutcome && (
            <p>{t('life.suggested', { outcome: t(`outcome.${document.life.suggestedOutcome}`) })}</p>
          )}
          {fitting.length > 0 && (
            <fieldset id="reasonCodes" tabIndex={-1}>
              <legend>{t('life.reasons')}</legend>
              {fitting.map(({ code, name }) => (
                <Checkbox
                  key={code}
                  label={name}
                  checked={codes.includes(code)}
                  onChange={(event) => setCodes(event.target.checked ? [...codes, code] : codes.filter((one) => one !== code))}
                />
              ))}
              {form.errorOf('reasonCodes') && <p role="alert">{form.errorOf('reasonCodes')}</p>}
            </fieldset>
          )}
        </>
      )}
      {kind === 'TERMINATE' && <Notice tone="warning">{t('life.terminateWhat', { days: document.noticeDays ?? 30 })}</Notice>}
      {byDocument && (
        <>
          <p>{t('life.documentNeeded')}</p>
          <FileField
            id="fileId"
            label={t('life.file')}
            chooseLabel={l('duties.chooseFile')}
            dropLabel={l('pdf.drop')}
            accept="image/jpeg,image/png,image/webp,application/pdf"
            required
            value={file}
            error={form.errorOf('fileId')}
            onChange={setFile}
          />
        </>
      )}
      <Field id="reason" label={t('life.reasonLabel')} hint={t('life.reasonHint')} required error={form.errorOf('reason')}>
        <TextArea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
