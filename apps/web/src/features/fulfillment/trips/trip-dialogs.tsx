import { Button, Dialog, DialogClose, Field, Stack, TextArea, toast } from '@lienket/ui';
import { type ReactNode, useState } from 'react';
import type { OrganizationPartsFragment, TripPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { type MutationForm, useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { trips } from '../../../shared/messages/vi/trips';
import { InvitedField } from './invited-field';
import { AFTER_TRIP, TripAnswerDocument, TripCancelDocument, TripDropDocument, TripInviteDocument } from './trips.operations';

interface Props {
  trip: TripPartsFragment;
  onClose: () => void;
  onReload: () => void;
}

export function InviteDialog({ trip, onClose, onReload }: Props) {
  const t = useText(trips);
  const [invited, setInvited] = useState<OrganizationPartsFragment[]>([]);
  const form = useMutationForm(TripInviteDocument, {
    form: `trip-invite-${trip.id}`,
    pick: (data) => data.tripInvite,
    stale: AFTER_TRIP,
    onDone: () => {
      toast.success(t('trip.saved'));
      onClose();
    },
  });
  const send = () => {
    if (!form.check({ invited: invited.length > 0 ? null : t('trip.err.invited') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, invited: invited.map(({ id }) => id) } }));
  };
  return (
    <TripDialog form={form} title={t('trip.invite')} onConfirm={send} onClose={onClose} onReload={onReload}>
      <InvitedField value={invited} onChange={setInvited} error={form.errorOf('invited')} />
    </TripDialog>
  );
}

export function CancelDialog({ trip, onClose, onReload }: Props) {
  const t = useText(trips);
  const [reason, setReason] = useState('');
  const form = useMutationForm(TripCancelDocument, {
    form: `trip-cancel-${trip.id}-${trip.version}`,
    pick: (data) => data.tripCancel,
    stale: AFTER_TRIP,
    onDone: onClose,
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, version: trip.version, reason } }));
  };
  return (
    <TripDialog form={form} title={t('trip.cancel')} danger onConfirm={send} onClose={onClose} onReload={onReload}>
      <p>{t('trip.cancelWhat')}</p>
      <Reason value={reason} onChange={setReason} error={form.errorOf('reason')} required />
    </TripDialog>
  );
}

export function DropDialog({ trip, org, onClose, onReload }: Props & { org: { id: string; shortName: string } }) {
  const t = useText(trips);
  const [reason, setReason] = useState('');
  const form = useMutationForm(TripDropDocument, {
    form: `trip-drop-${trip.id}-${org.id}`,
    pick: (data) => data.tripDrop,
    stale: AFTER_TRIP,
    onDone: onClose,
  });
  const send = () => {
    if (!form.check({ reason: reason.trim() ? null : t('form.required') })) return;
    void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, orgId: org.id, reason } }));
  };
  return (
    <TripDialog
      form={form}
      title={t('trip.dropOf', { name: org.shortName })}
      danger
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('trip.dropWhat')}</p>
      <Reason value={reason} onChange={setReason} error={form.errorOf('reason')} required />
    </TripDialog>
  );
}

export function LeaveDialog({ trip, onClose, onReload }: Props) {
  const t = useText(trips);
  const [reason, setReason] = useState('');
  const form = useMutationForm(TripAnswerDocument, {
    form: `trip-leave-${trip.id}`,
    pick: (data) => data.tripAnswer,
    stale: AFTER_TRIP,
    onDone: onClose,
  });
  const send = () =>
    void form.submit((clientKey) => ({ input: { clientKey, id: trip.id, join: false, reason: reason.trim() || null } }));
  return (
    <TripDialog form={form} title={t('trip.leave')} danger onConfirm={send} onClose={onClose} onReload={onReload}>
      <p>{t('trip.leaveWhat')}</p>
      <Reason value={reason} onChange={setReason} error={form.errorOf('reason')} />
    </TripDialog>
  );
}

interface ReasonProps {
  value: string;
  onChange: (value: string) => void;
  error?: string;
  required?: boolean;
}

function Reason({ value, onChange, error, required }: ReasonProps) {
  const t = useText(trips);
  return (
    <Field
      id="reason"
      label={t('trip.reason')}
      required={required}
      optionalText={required ? undefined : t('state.optional')}
      error={error}
    >
      <TextArea value={value} maxLength={500} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

interface TripDialogProps {
  form: MutationForm & { busy: boolean };
  title: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  onReload: () => void;
  children: ReactNode;
}

/** Asks before an act that others will see; a refusal stays in the dialog, a conflict takes its place. */
function TripDialog({ form, title, danger, onConfirm, onClose, onReload, children }: TripDialogProps) {
  const t = useText();
  return (
    <>
      <Dialog
        open={form.failure.conflict === null}
        onOpenChange={(open) => !open && onClose()}
        title={title}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant={danger ? 'danger' : 'primary'} loading={form.busy} onClick={onConfirm}>
              {title}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {children}
        </Stack>
      </Dialog>
      <ConflictDialog
        form={form}
        onReload={() => {
          onReload();
          onClose();
        }}
      />
    </>
  );
}
