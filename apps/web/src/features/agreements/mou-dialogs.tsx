import { DateField, DescriptionList, Field, Notice, RadioGroup, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { MouPageFragment } from '../../gql/graphql';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { useMe } from '../../shared/session/session';
import { ActionDialog } from '../../shared/forms/action-dialog';
import { CodeField } from './code-field';
import s from './agreement.module.css';
import { AFTER_MOU, AttestDocument, CountersignDocument, RefuseDocument, SignDocument } from './mou-mutations';

export interface MouDialogProps {
  mou: MouPageFragment;
  onClose: () => void;
  onReload: () => void;
}

const handle = ({ id, version }: MouPageFragment) => ({ id, version });

/** Shows what is confirmed, under which fingerprint, and what this confirmation is in law. */
export function SignDialog({ mou, onClose, onReload }: MouDialogProps) {
  const t = useText(agreements);
  const f = useFormats();
  const me = useMe();
  const l = useText(signing);
  const [code, setCode] = useState('');
  const needsCode = mou.signingRounds[0]?.state === 'OPEN' && mou.signingRounds[0].requireCode;
  const form = useMutationForm(SignDocument, {
    form: `mou-sign-${mou.id}`,
    pick: (data) => data.mouSign,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('mouAct.signed'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ code: needsCode && code.replace(/\D/g, '').length !== 6 ? l('code.missing') : null })) return;
    void form.submit((clientKey) => ({ input: { clientKey, ...handle(mou), code: needsCode ? code : null } }));
  };
  return (
    <ActionDialog
      form={form}
      title={t('mouAct.mouSign')}
      confirmLabel={t('mouAct.sign')}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('mouAct.signAs', { name: me.fullName, organization: me.organization.name })}</p>
      <DescriptionList
        items={[
          { term: t('mouAct.document'), detail: `${mou.registerNo}, ${mou.title}` },
          { term: t('board.parties'), detail: mou.parties.map((party) => party.organization.name).join('; ') },
          {
            term: t('agreement.commitment'),
            detail: (
              <ul className={s.plain}>
                {mou.lines.map((line) => (
                  <li key={line.id}>
                    {line.description}:{' '}
                    {line.targetQty == null ? t('real.NOT_QUANTIFIED') : f.quantity(line.targetQty, line.baseUnit)}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: t('agreement.hash'),
            detail: mou.documentSha256 ? <code className={s.hash}>{mou.documentSha256}</code> : t('mouAct.hashLater'),
          },
        ]}
      />
      {needsCode && <CodeField document="MOU" id={mou.id} value={code} error={form.errorOf('code')} onChange={setCode} />}
      <Notice title={needsCode ? l('code.law') : t('signature.IN_APP')}>{t('mouAct.signLaw')}</Notice>
      <p>{t('agreement.notContract')}</p>
    </ActionDialog>
  );
}

export function RefuseDialog({ mou, onClose, onReload }: MouDialogProps) {
  const t = useText(agreements);
  const [reason, setReason] = useState('');
  const form = useMutationForm(RefuseDocument, {
    form: `mou-refuse-${mou.id}`,
    pick: (data) => data.mouRefuse,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('mouAct.refused'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('mouAct.reasonMissing') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, ...handle(mou), reason: reason.trim() } }));
  };
  return (
    <ActionDialog
      form={form}
      danger
      title={t('mouAct.mouRefuse')}
      confirmLabel={t('mouAct.refuse')}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('mouAct.refuseWhat')}</p>
      <Field id="reason" label={t('mouAct.reason')} hint={t('mouAct.reasonHint')} required error={form.errorOf('reason')}>
        <TextArea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} />
      </Field>
    </ActionDialog>
  );
}

/** An officer compares the paper and says who signed it when; one party at a time. */
export function AttestDialog({ mou, onClose, onReload }: MouDialogProps) {
  const t = useText(agreements);
  const f = useFormats();
  const dateLabels = useDateLabels();
  const { locale } = useLanguage();
  const open = mou.parties.filter((party) => !party.signature);
  const [orgId, setOrgId] = useState(open[0]?.organization.id ?? '');
  const [signedOn, setSignedOn] = useState('');
  const form = useMutationForm(AttestDocument, {
    form: `mou-attest-${mou.id}-${orgId}`,
    pick: (data) => data.mouAttest,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('mouAct.attested'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ orgId: orgId ? null : t('mouAct.partyMissing'), signedOn: signedOn ? null : t('mouAct.dateMissing') }))
      return;
    void form.submit((clientKey) => ({ input: { clientKey, ...handle(mou), orgId, signedOn } }));
  };
  return (
    <ActionDialog
      form={form}
      title={t('mouAct.mouAttest')}
      confirmLabel={t('mouAct.attest')}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('mouAct.attestWhat')}</p>
      {mou.documentUrl && (
        <p>
          <a href={mou.documentUrl} target="_blank" rel="noopener">
            {t('agreement.openDocument')}
          </a>
        </p>
      )}
      <RadioGroup
        id="orgId"
        legend={t('mouAct.party')}
        value={orgId}
        onValueChange={setOrgId}
        error={form.errorOf('orgId')}
        options={open.map((party) => ({
          value: party.organization.id,
          label: party.organization.name,
          hint: party.representative ? t('agreement.represented', { name: party.representative }) : undefined,
        }))}
      />
      <Field id="signedOn" label={t('mouAct.signedOn')} required error={form.errorOf('signedOn')}>
        <DateField value={signedOn} onValueChange={setSignedOn} max={f.today()} locale={locale} labels={dateLabels} />
      </Field>
      <p className={s.soft}>{t('mouAct.twoPeople')}</p>
    </ActionDialog>
  );
}

/** The second pair of eyes: whoever prepared cannot approve. */
export function CountersignDialog({ mou, onClose, onReload }: MouDialogProps) {
  const t = useText(agreements);
  const f = useFormats();
  const form = useMutationForm(CountersignDocument, {
    form: `mou-countersign-${mou.id}`,
    pick: (data) => data.mouCountersign,
    stale: AFTER_MOU,
    onDone: () => {
      toast.success(t('mouAct.countersigned'));
      onClose();
    },
  });
  return (
    <ActionDialog
      form={form}
      title={t('mouAct.mouCountersign')}
      confirmLabel={t('mouAct.countersign')}
      onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, ...handle(mou) } }))}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('mouAct.countersignWhat')}</p>
      <ul className={s.plain}>
        {mou.parties.map(({ id, organization, signature }) => (
          <li key={id}>
            {signature
              ? t('mouAct.attestedBy', {
                  party: organization.name,
                  date: f.date(signature.signedOn),
                  name: signature.attestedByName ?? '…',
                })
              : t('mouAct.notAttested', { party: organization.name })}
          </li>
        ))}
      </ul>
      {mou.documentUrl && (
        <p>
          <a href={mou.documentUrl} target="_blank" rel="noopener">
            {t('agreement.openDocument')}
          </a>
        </p>
      )}
      <p className={s.soft}>{t('mouAct.twoPeople')}</p>
    </ActionDialog>
  );
}
