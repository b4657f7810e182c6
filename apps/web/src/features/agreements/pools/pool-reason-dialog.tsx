import { Field, TextArea } from '@lienket/ui';
import { useState } from 'react';
import { type MutationForm, useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { ActionDialog } from '../../../shared/forms/action-dialog';
import { AFTER_POOL, PoolCloseDocument, ShareReleaseDocument } from './pool.operations';

interface Props {
  title: string;
  /** The pool to close, or the share to let go. */
  id: string;
  version: number;
  lead?: string;
  onClose: () => void;
  onReload: () => void;
}

/** Letting go and closing both say why to those concerned. */
export function ReleaseDialog(props: Props) {
  const form = useMutationForm(ShareReleaseDocument, {
    form: `share-release-${props.id}-${props.version}`,
    pick: (data) => data.supplyShareRelease,
    stale: AFTER_POOL,
    onDone: props.onClose,
  });
  return <ReasonForm {...props} form={form} send={(variables) => void form.submit(variables)} />;
}

export function CloseDialog(props: Props) {
  const form = useMutationForm(PoolCloseDocument, {
    form: `pool-close-${props.id}-${props.version}`,
    pick: (data) => data.supplyPoolClose,
    stale: AFTER_POOL,
    onDone: props.onClose,
  });
  return <ReasonForm {...props} form={form} send={(variables) => void form.submit(variables)} />;
}

type Variables = (clientKey: string) => { input: { clientKey: string; id: string; version: number; reason: string } };

interface FormProps extends Props {
  form: MutationForm & Pick<ReturnType<typeof useMutationForm>, 'busy' | 'check' | 'errorOf'>;
  send: (variables: Variables) => void;
}

function ReasonForm({ title, id, version, lead, form, send, onClose, onReload }: FormProps) {
  const t = useText(pools);
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      form={form}
      title={title}
      confirmLabel={title}
      danger
      onConfirm={() => {
        if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
        send((clientKey) => ({ input: { clientKey, id, version, reason: reason.trim() } }));
      }}
      onClose={onClose}
      onReload={onReload}
    >
      {lead && <p>{lead}</p>}
      <Field id="reason" label={t('share.reason')} required error={form.errorOf('reason')}>
        <TextArea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}
