import { Checkbox, DateField, Field, TextArea, toast } from '@lienket/ui';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import type { CreditAgreementPartsFragment, EvidenceDeskPartsFragment, EvidenceScope } from '../../gql/graphql';
import { ActionDialog } from '../../shared/forms/action-dialog';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { evidence } from '../../shared/messages/vi/evidence';
import {
  AFTER_EVIDENCE,
  EvidenceAskDocument,
  EvidenceCancelDocument,
  EvidenceDeclineDocument,
  EvidenceGrantDocument,
  EvidenceRefreshDocument,
  EvidenceRevokeDocument,
} from './evidence.operations';

type Consent = EvidenceDeskPartsFragment['consents'][number];
interface Props {
  credit: CreditAgreementPartsFragment;
  desk: EvidenceDeskPartsFragment;
  onClose: () => void;
  onReload: () => void;
}
const SCOPES: readonly EvidenceScope[] = ['DELIVERIES', 'PAYMENTS', 'OPEN_ORDERS'];
const USUAL_DAYS = 30;

function useEvidenceForm<Data, Variables extends OperationVariables, Answer extends { __typename: string }>(
  mutation: TypedDocumentNode<Data, Variables>,
  name: string,
  pick: (data: Data) => Answer,
  { credit, onClose }: Props,
) {
  const t = useText(evidence);
  return useMutationForm(mutation, {
    form: `${name}-${credit.id}`,
    pick,
    stale: AFTER_EVIDENCE,
    onDone: () => {
      toast.success(t('evidence.saved'));
      onClose();
    },
  });
}

const frameOf = ({ onClose, onReload }: Props) => ({ onClose, onReload });

function ScopeChoices({ value, onChange }: { value: readonly EvidenceScope[]; onChange: (value: EvidenceScope[]) => void }) {
  const t = useText(evidence);
  return (
    <>
      {SCOPES.map((scope) => (
        <Checkbox
          key={scope}
          label={t(`evidenceScope.${scope}`)}
          checked={value.includes(scope)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(SCOPES.filter((one) => (one === scope ? checked : value.includes(one))))
          }
        />
      ))}
    </>
  );
}

export function AskDialog(props: Props) {
  const { credit } = props;
  const t = useText(evidence);
  const [scopes, setScopes] = useState<EvidenceScope[]>([...SCOPES]);
  const [note, setNote] = useState('');
  const form = useEvidenceForm(EvidenceAskDocument, 'evidence-ask', (data) => data.evidenceAsk, props);
  const send = () =>
    void form.submit((clientKey) => ({ input: { clientKey, agreementId: credit.id, scopes, note: note || null } }));
  return (
    <ActionDialog {...frameOf(props)} form={form} title={t('evidence.ask')} confirmLabel={t('evidence.ask')} onConfirm={send}>
      <p>{t('evidence.askText', { borrower: credit.borrower.name })}</p>
      <ScopeChoices value={scopes} onChange={setScopes} />
      <Field id="note" label={t('evidence.why')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}

/** Consent in plain words: what, to whom, from when, until when, and that it can be taken back. */
export function GrantDialog(props: Props & { asked: Consent | undefined }) {
  const { credit, desk, asked } = props;
  const t = useText(evidence);
  const { locale } = useLanguage();
  const labels = useDateLabels();
  const f = useFormats();
  const [scopes, setScopes] = useState<EvidenceScope[]>(asked?.askedScopes.length ? [...asked.askedScopes] : [...SCOPES]);
  const [periodFrom, setPeriodFrom] = useState<string>(desk.suggestedFrom);
  const [expiresOn, setExpiresOn] = useState<string>(f.daysFromToday(Math.min(USUAL_DAYS, desk.maxDays)));
  const form = useEvidenceForm(EvidenceGrantDocument, 'evidence-grant', (data) => data.evidenceGrant, props);
  const send = () => {
    const missing = { periodFrom: periodFrom ? null : t('form.required'), expiresOn: expiresOn ? null : t('form.required') };
    if (!form.check(missing)) return;
    void form.submit((clientKey) => ({ input: { clientKey, agreementId: credit.id, scopes, periodFrom, expiresOn } }));
  };
  return (
    <ActionDialog
      {...frameOf(props)}
      form={form}
      title={t('evidence.grant')}
      confirmLabel={t('evidence.grantConfirm')}
      onConfirm={send}
    >
      <p>{t('evidence.grantText', { bank: credit.bank.name, number: credit.number })}</p>
      <ScopeChoices value={scopes} onChange={setScopes} />
      <Field
        id="periodFrom"
        label={t('evidence.periodFrom')}
        hint={t('evidence.periodHint')}
        error={form.errorOf('periodFrom')}
        required
      >
        <DateField value={periodFrom} onValueChange={setPeriodFrom} locale={locale} labels={labels} />
      </Field>
      <Field
        id="expiresOn"
        label={t('evidence.expiresOn')}
        hint={t('evidence.expiresHint', { days: desk.maxDays })}
        error={form.errorOf('expiresOn')}
        required
      >
        <DateField value={expiresOn} onValueChange={setExpiresOn} locale={locale} labels={labels} />
      </Field>
      <p>{t('evidence.grantPromise')}</p>
    </ActionDialog>
  );
}

export function RefreshDialog(props: Props & { consent: Consent }) {
  const { consent } = props;
  const t = useText(evidence);
  const form = useEvidenceForm(
    EvidenceRefreshDocument,
    `evidence-refresh-${consent.version}`,
    (data) => data.evidenceRefresh,
    props,
  );
  const send = () => void form.submit((clientKey) => ({ input: { clientKey, id: consent.id, version: consent.version } }));
  return (
    <ActionDialog
      {...frameOf(props)}
      form={form}
      title={t('evidence.refresh')}
      confirmLabel={t('evidence.refresh')}
      onConfirm={send}
    >
      <p>{t('evidence.refreshText')}</p>
    </ActionDialog>
  );
}

export function EndDialog(props: Props & { consent: Consent; step: 'decline' | 'revoke' | 'cancel' }) {
  const { consent, step } = props;
  const t = useText(evidence);
  const [note, setNote] = useState('');
  const forms = {
    decline: useEvidenceForm(EvidenceDeclineDocument, 'evidence-decline', (data) => data.evidenceDecline, props),
    revoke: useEvidenceForm(EvidenceRevokeDocument, 'evidence-revoke', (data) => data.evidenceRevoke, props),
    cancel: useEvidenceForm(EvidenceCancelDocument, 'evidence-cancel', (data) => data.evidenceCancel, props),
  };
  const form = forms[step];
  const send = () =>
    void form.submit((clientKey) => ({ input: { clientKey, id: consent.id, version: consent.version, note: note || null } }));
  return (
    <ActionDialog
      {...frameOf(props)}
      form={form}
      title={t(`evidence.${step}`)}
      confirmLabel={t(`evidence.${step}`)}
      danger={step === 'revoke'}
      onConfirm={send}
    >
      <p>{t(`evidence.${step}Text`)}</p>
      <Field id="note" label={t('evidence.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
