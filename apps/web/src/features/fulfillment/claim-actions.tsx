import { Button, Cluster, Dialog, DialogClose, Field, Stack, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { ClaimPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { ClaimAgreeDocument, ClaimEscalateDocument, ClaimGiveUpDocument, ClaimWithdrawDocument } from './claims.operations';
import { ClaimOfferDialog } from './claim-offer-dialog';

type Act = 'agree' | 'escalate' | 'withdraw' | 'giveUp';
const actionOf = { agree: 'claimAgree', escalate: 'claimEscalate', withdraw: 'claimWithdraw', giveUp: 'claimGiveUp' } as const;
const confirms = { agree: 'claim.confirmAgree', escalate: 'claim.confirmEscalate', withdraw: 'claim.confirmWithdraw' } as const;

/** What the reader may do now, the usual step first. */
export function ClaimActions({ claim, reload }: { claim: ClaimPartsFragment; reload: () => void }) {
  const t = useText(claims);
  const [asking, setAsking] = useState<Act | null>(null);
  const [offering, setOffering] = useState<'offer' | 'propose' | null>(null);
  const may = (action: string) => claim.availableActions.find((offered) => offered.action === action);
  const blocked = claim.availableActions.find(({ allowed }) => !allowed)?.reason;
  if (claim.availableActions.length === 0) return null;
  const button = (act: Act, variant?: 'primary' | 'quiet') =>
    may(actionOf[act])?.allowed && (
      <Button variant={variant} onClick={() => setAsking(act)}>
        {t(`claim.do.${act}`)}
      </Button>
    );
  const primary = may('claimAgree')?.allowed ? undefined : ('primary' as const);
  return (
    <Stack gap="small">
      <Cluster>
        {button('agree', 'primary')}
        {may('claimOffer')?.allowed && (
          <Button variant={primary} onClick={() => setOffering('offer')}>
            {t('claim.do.offer')}
          </Button>
        )}
        {may('claimPropose')?.allowed && (
          <Button variant="primary" onClick={() => setOffering('propose')}>
            {t('claim.do.propose')}
          </Button>
        )}
        {button('escalate')}
        {button('giveUp')}
        {button('withdraw', 'quiet')}
      </Cluster>
      {blocked && <p>{blocked}</p>}
      {asking && <ActDialog key={asking} act={asking} claim={claim} reload={reload} onClose={() => setAsking(null)} />}
      {offering && (
        <ClaimOfferDialog mediates={offering === 'propose'} claim={claim} reload={reload} onClose={() => setOffering(null)} />
      )}
    </Stack>
  );
}

const useAct = (act: Act, claim: ClaimPartsFragment, onDone: () => void) => {
  const options = { form: `claim-${act}-${claim.id}`, stale: ['claims', 'workItems', 'shipment', 'paymentRequests'], onDone };
  const agree = useMutationForm(ClaimAgreeDocument, { ...options, pick: (data) => data.claimAgree });
  const escalate = useMutationForm(ClaimEscalateDocument, { ...options, pick: (data) => data.claimEscalate });
  const withdraw = useMutationForm(ClaimWithdrawDocument, { ...options, pick: (data) => data.claimWithdraw });
  const giveUp = useMutationForm(ClaimGiveUpDocument, { ...options, pick: (data) => data.claimGiveUp });
  return { agree, escalate, withdraw, giveUp }[act];
};

interface ActDialogProps {
  act: Act;
  claim: ClaimPartsFragment;
  reload: () => void;
  onClose: () => void;
}

function ActDialog({ act, claim, reload, onClose }: ActDialogProps) {
  const t = useText(claims);
  const [note, setNote] = useState('');
  const form = useAct(act, claim, () => {
    toast.success(t('claim.done'));
    onClose();
  });
  const send = () => {
    if (!form.check({ note: act === 'giveUp' && !note.trim() ? t('form.required') : null })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: claim.id,
        version: claim.version,
        note: note.trim() || null,
        offerId: act === 'agree' ? (claim.offers[0]?.id ?? null) : null,
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t(`claim.do.${act}`)}
      description={act === 'giveUp' ? undefined : t(confirms[act])}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t(`claim.do.${act}`)}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <ConflictDialog form={form} onReload={reload} />
        {act !== 'agree' && (
          <Field
            id="note"
            label={t('claim.noteLabel')}
            optionalText={act === 'giveUp' ? undefined : t('state.optional')}
            error={form.errorOf('note')}
          >
            <TextArea rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        )}
      </Stack>
    </Dialog>
  );
}
