import { Button, EmptyState, Field, LinkButton, PageHeader, TextArea, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { readClientKey, renewClientKey } from '../../shared/forms/draft-store';
import { FormErrors } from '../../shared/forms/form-parts';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { keptFiles } from './offline/kept-files';
import { useKeptForm } from './offline/use-kept-form';
import { useOutbox } from './offline/use-outbox';
import { useShipment } from './offline/use-shipment';
import { PhotoField } from './photo-field';
import { SignaturePad } from './signature-pad';
import s from './fulfillment.module.css';

export default function ProofScreen() {
  const t = useText(claims);
  const f = useText(fulfillment);
  const { id = '' } = useParams();
  const query = useShipment(id);
  const { acts } = useOutbox(useMe().userId);
  const signed = acts.some((act) => act.kind === 'deliveryProof' && act.shipmentId === id && act.state === 'WAITING');
  return (
    <>
      <PageTitle>{t('proof.title', { number: query.data?.shipment?.number ?? '' })}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="cards"
        missing={(data) => !data.shipment}
        empty={({ shipment }) => {
          const open = shipment?.availableActions.find(({ action }) => action === 'deliveryProof');
          if (!shipment || (open?.allowed && !signed)) return null;
          return (
            <>
              <PageHeader title={t('proof.title', { number: shipment.number })} />
              <EmptyState
                title={signed ? f('offline.countedAlready') : t('proof.closed')}
                detail={signed ? f('offline.countedAlreadyDetail') : open?.reason}
                action={
                  <LinkButton href={signed ? '/deliveries' : `/shipments/${shipment.id}`}>
                    {signed ? f('offline.queue') : f('receive.closedAction')}
                  </LinkButton>
                }
              />
            </>
          );
        }}
      >
        {(data) => <ProofForm shipment={data.shipment!} />}
      </AsyncScreen>
    </>
  );
}

/** On the driver's or the receiver's phone, at the ramp: a name, a signature, a few pictures. */
function ProofForm({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(claims);
  const own = useText(fulfillment);
  const me = useMe();
  const navigate = useNavigate();
  useDemoMark(shipment.seller.isDemo);
  const [receiverName, setReceiverName] = useState('');
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<File[]>([]);
  const [signature, setSignature] = useState<File | null>(null);
  const form = useKeptForm();
  const send = async () => {
    const sound = form.check({
      receiverName: receiverName.trim() ? null : t('proof.receiverMissing'),
      signature: signature ? null : t('proof.signMissing'),
    });
    if (!sound || !signature) return;
    const name = `proof-${shipment.id}`;
    const madeAt = new Date().toISOString();
    const how = await form.submit({
      key: readClientKey(name),
      kind: 'deliveryProof',
      userId: me.userId,
      orgId: me.organization.id,
      shipmentId: shipment.id,
      number: shipment.number,
      input: { shipmentId: shipment.id, receiverName: receiverName.trim(), note: note.trim() || null, signedAt: madeAt },
      files: await keptFiles([
        { field: 'signatureId', row: null, files: [signature] },
        { field: 'photoIds', row: null, files: photos },
      ]),
      madeAt,
      state: 'WAITING',
      message: null,
      doneAt: null,
    });
    renewClientKey(name);
    if (!how) return;
    toast.success(how === 'SENT' ? t('proof.done') : own('offline.kept'));
    void navigate(how === 'SENT' ? `/shipments/${shipment.id}` : '/deliveries');
  };
  return (
    <div className={s.narrow}>
      <PageHeader
        back={{ href: `/shipments/${shipment.id}`, label: t('claim.back', { number: shipment.number }) }}
        title={t('proof.title', { number: shipment.number })}
        meta={t('proof.lead')}
      />
      <FormErrors form={form} />
      <div className={s.fields}>
        <Field id="receiverName" label={t('proof.receiver')} error={form.errorOf('receiverName')} required>
          <TextInput
            value={receiverName}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setReceiverName(event.target.value)}
          />
        </Field>
        <Field id="signature" label={t('proof.sign')} hint={t('proof.signHint')} error={form.errorOf('signature')} required>
          <SignaturePad id="signature" onSigned={setSignature} />
        </Field>
        <PhotoField id="photos" label={t('proof.photos')} product={shipment.number} files={photos} onFiles={setPhotos} optional />
        <Field id="note" label={t('proof.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
          <TextArea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
      <div className={s.bar}>
        <Button variant="primary" block loading={form.busy} onClick={() => void send()}>
          {t('proof.send')}
        </Button>
      </div>
    </div>
  );
}
