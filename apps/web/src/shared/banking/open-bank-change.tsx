import { Button, Cluster, ConfirmDialog, Dialog, DialogClose, Field, Notice, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import type { BankChangePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../forms/form-parts';
import { useMutationForm } from '../forms/use-mutation-form';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { organizations } from '../messages/vi/organizations';
import { BankChangeCancelDocument, BankChangeConfirmDocument } from './bank-change-operations';

const STALE = ['myBankAccountChanges', 'bankAccountChangesWaiting', 'myOrganization', 'workItems'];

interface Props {
  change: BankChangePartsFragment;
  mayConfirm: boolean;
  onChanged: () => void;
}

/** A change on its way, with whose move it is: for the organization and for the Alliance alike. */
export function OpenBankChange({ change, mayConfirm, onChanged }: Props) {
  const t = useText(organizations);
  const f = useFormats();
  const [asking, setAsking] = useState<'confirm' | 'cancel' | null>(null);
  const account = [change.bankName, change.accountNo].join(' ');
  const close = () => {
    setAsking(null);
    onChanged();
  };
  const whoseMove = change.isMine
    ? t('bank.waitsMine')
    : change.status === 'CONFIRMED'
      ? t('bank.waitsHold', { name: change.confirmedByName ?? '' })
      : t('bank.waitsSecond');
  return (
    <Notice
      tone="warning"
      title={t('bank.waiting', { account })}
      action={
        <Cluster>
          {mayConfirm && change.status === 'WAITING' && !change.isMine && (
            <Button onClick={() => setAsking('confirm')}>{t('bank.confirm')}</Button>
          )}
          {mayConfirm && (
            <Button variant="quiet" onClick={() => setAsking('cancel')}>
              {t('bank.cancel')}
            </Button>
          )}
        </Cluster>
      }
    >
      <p>
        {t('bank.waitingDetail', {
          name: change.requestedByName,
          at: f.dateTime(change.requestedAt),
          until: f.dateTime(change.holdsUntil),
        })}
      </p>
      <p>
        {change.status === 'CONFIRMED' && change.isMine ? t('bank.waitsHold', { name: change.confirmedByName ?? '' }) : whoseMove}
      </p>
      <p>
        {t('bank.reason')}: {change.reason}
      </p>
      {asking === 'confirm' && <Confirm change={change} account={account} onClose={() => setAsking(null)} onDone={close} />}
      {asking === 'cancel' && <Cancel change={change} onClose={() => setAsking(null)} onDone={close} />}
    </Notice>
  );
}

interface StepProps {
  change: BankChangePartsFragment;
  onClose: () => void;
  onDone: () => void;
}

function Confirm({ change, account, onClose, onDone }: StepProps & { account: string }) {
  const t = useText(organizations);
  const [password, setPassword] = useState('');
  const form = useMutationForm(BankChangeConfirmDocument, {
    form: `bank-change-confirm-${change.id}`,
    pick: (data) => data.bankAccountChangeConfirm,
    stale: STALE,
    onDone: () => {
      toast.success(t('bank.confirmed'));
      onDone();
    },
  });
  const send = () => {
    if (!form.check({ password: password ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: change.id, version: change.version, password } }));
  };
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t('bank.confirmTitle', { account })}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('bank.confirm')}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          <p>{t('bank.confirmWhat', { name: change.accountName })}</p>
          <Field id="password" label={t('bank.password')} hint={t('bank.passwordHint')} required error={form.errorOf('password')}>
            <TextInput
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={onDone} />
    </>
  );
}

function Cancel({ change, onClose, onDone }: StepProps) {
  const t = useText(organizations);
  const form = useMutationForm(BankChangeCancelDocument, {
    form: `bank-change-cancel-${change.id}`,
    pick: (data) => data.bankAccountChangeCancel,
    stale: STALE,
    onDone: () => {
      toast.success(t('bank.cancelled'));
      onDone();
    },
  });
  return (
    <>
      <ConfirmDialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={t('bank.cancelTitle')}
        confirmLabel={t('bank.cancel')}
        cancelLabel={t('action.close')}
        danger
        loading={form.busy}
        onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, id: change.id, version: change.version } }))}
      >
        <FormErrors form={form} />
        <p>{t('bank.cancelWhat')}</p>
      </ConfirmDialog>
      <ConflictDialog form={form} onReload={onDone} />
    </>
  );
}
