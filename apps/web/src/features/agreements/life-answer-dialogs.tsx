import { Field, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import { ActionDialog } from '../../shared/forms/action-dialog';
import type { Proposal } from './agreement-life';
import { AnswerDocument, RenewDocument, WithdrawDocument } from './life-mutations';
import { AFTER_MOU } from './mou-mutations';
import { ProposalChanges } from './proposal-changes';

interface Close {
  onClose: () => void;
  onReload: () => void;
}

/** Everything an answer may change is fetched anew: lines, ladder, pace, contracts. */
export const AFTER_LIFE = [...AFTER_MOU, 'mou', 'contract', 'contracts', 'orderPad'];

export function AnswerDialog({ proposal, word, onClose, onReload }: Close & { proposal: Proposal; word: 'CONSENT' | 'OBJECT' }) {
  const t = useText(amending);
  const [reason, setReason] = useState('');
  const objects = word === 'OBJECT';
  const form = useMutationForm(AnswerDocument, {
    form: `answer-${proposal.id}-${word}`,
    pick: (data) => data.agreementAnswer,
    stale: AFTER_LIFE,
    onDone: () => {
      toast.success(t('life.answered'));
      onReload();
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ reason: objects && !reason.trim() ? t('life.reasonMissing') : null })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: proposal.id, answer: word, reason: reason.trim() || null } }));
  };
  return (
    <ActionDialog
      form={form}
      title={`${t(objects ? 'life.object' : 'life.consent')}: ${t(`life.${proposal.kind}`)}`}
      confirmLabel={t(objects ? 'life.object' : 'life.consent')}
      danger={objects}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <ProposalChanges proposal={proposal} />
      <p>{t('life.reason', { reason: proposal.reason })}</p>
      {!objects && <p>{t('life.consentWhat')}</p>}
      {objects && (
        <Field id="reason" label={t('life.objectWhy')} required error={form.errorOf('reason')}>
          <TextArea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
    </ActionDialog>
  );
}

export function WithdrawDialog({ proposal, onClose, onReload }: Close & { proposal: Proposal }) {
  const t = useText(amending);
  const form = useMutationForm(WithdrawDocument, {
    form: `withdraw-${proposal.id}`,
    pick: (data) => data.agreementWithdraw,
    stale: AFTER_LIFE,
    onDone: () => {
      toast.success(t('life.withdrawn'));
      onReload();
      onClose();
    },
  });
  return (
    <ActionDialog
      form={form}
      title={t('life.withdraw')}
      confirmLabel={t('life.withdraw')}
      onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, id: proposal.id } }))}
      onClose={onClose}
      onReload={onReload}
    >
      <ProposalChanges proposal={proposal} />
      <p>{t('life.reason', { reason: proposal.reason })}</p>
    </ActionDialog>
  );
}

export function RenewDialog({ mouId, onClose, onReload }: Close & { mouId: string }) {
  const t = useText(amending);
  const navigate = useNavigate();
  const form = useMutationForm(RenewDocument, {
    form: `renew-${mouId}`,
    pick: (data) => data.mouRenew,
    stale: AFTER_LIFE,
    onDone: ({ id }) => {
      toast.success(t('life.renewed'));
      onClose();
      void navigate(`/agreements/${id}`);
    },
  });
  return (
    <ActionDialog
      form={form}
      title={t('life.renew')}
      confirmLabel={t('life.renew')}
      onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, id: mouId } }))}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('life.renewWhat')}</p>
    </ActionDialog>
  );
}
