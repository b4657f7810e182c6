import { useQuery } from '@apollo/client/react';
import { quantity } from '@lienket/domain';
import {
  Button,
  EmptyState,
  Field,
  FieldError,
  FieldRow,
  LinkButton,
  NumberInput,
  PageHeader,
  Section,
  Select,
  TextArea,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ClaimLineInput, ShipmentPartsFragment } from '../../gql/graphql';
import { uploadFile, UploadError } from '../../shared/files/upload';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { ClaimOpenDocument } from './claims.operations';
import { DefectReasonsDocument, ShipmentDocument } from './fulfillment.operations';
import { PhotoField } from './photo-field';
import s from './fulfillment.module.css';

export default function ClaimNewScreen() {
  const t = useText(claims);
  const { id = '' } = useParams();
  const query = useQuery(ShipmentDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('claim.new')}</PageTitle>
      <AsyncScreen
        query={query}
        skeleton="cards"
        missing={(data) => !data.shipment}
        empty={({ shipment }) =>
          shipment &&
          claimable(shipment).length === 0 && (
            <>
              <ClaimHeader shipment={shipment} />
              <EmptyState
                title={t('claim.cannot')}
                detail={t('claim.cannotDetail')}
                action={
                  <LinkButton href={`/shipments/${shipment.id}`}>{t('claim.back', { number: shipment.number })}</LinkButton>
                }
              />
            </>
          )
        }
      >
        {(data) => <ClaimForm shipment={data.shipment!} />}
      </AsyncScreen>
    </>
  );
}

const WANTED = ['CREDIT_NOTE', 'REPLACEMENT', 'PRICE_CUT', 'RETURN'] as const;

interface Typed {
  qty: string;
  reason: string;
  wanted: (typeof WANTED)[number];
  note: string;
  files: File[];
}
const untouched: Typed = { qty: '', reason: '', wanted: 'CREDIT_NOTE', note: '', files: [] };

/** Lines of the receipt of which something can still be claimed now. */
const claimable = (shipment: ShipmentPartsFragment) =>
  shipment.receipt?.lines.flatMap((counted) => {
    const line = shipment.lines.find(({ id }) => id === counted.shipmentLineId);
    const open = quantity(counted.claimableQty).isPositive && new Date(counted.claimUntil).getTime() >= Date.now();
    return line && open ? [{ counted, line }] : [];
  }) ?? [];

/** The page says whose goods it is about, also when nothing of them can be claimed. */
function ClaimHeader({ shipment, lead }: { shipment: ShipmentPartsFragment; lead?: boolean }) {
  const t = useText(claims);
  useDemoMark(shipment.seller.isDemo);
  return (
    <PageHeader
      back={{ href: `/shipments/${shipment.id}`, label: t('claim.back', { number: shipment.number }) }}
      title={t('claim.newTitle', { number: shipment.number })}
      meta={lead && t('claim.newLead')}
    />
  );
}

function ClaimForm({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(claims);
  const f = useFormats();
  const typed = useTypedNumbers();
  const navigate = useNavigate();
  const reasons = useQuery(DefectReasonsDocument).data?.defectReasons.filter(({ atClaim }) => atClaim) ?? [];
  const [values, setValues] = useState<Record<string, Typed>>({});
  const [note, setNote] = useState('');
  const [uploading, setUploading] = useState(false);
  const lines = claimable(shipment);
  const of = (id: string) => values[id] ?? untouched;
  const set = (id: string, change: Partial<Typed>) =>
    setValues((all) => ({ ...all, [id]: { ...(all[id] ?? untouched), ...change } }));
  const form = useMutationForm(ClaimOpenDocument, {
    form: `claim-${shipment.receipt?.id}`,
    pick: (data) => data.claimOpen,
    stale: ['claims', 'shipment', 'workItems'],
    onDone: (claim) => {
      toast.success(t('claim.sent', { number: claim.number }));
      void navigate(`/claims/${claim.id}`);
    },
  });
  const chosen = lines.filter(({ counted }) => of(counted.id).qty.trim());
  const send = async () => {
    const read = chosen.map(({ counted }) => ({ counted, qty: typed.quantity(of(counted.id).qty) }));
    const sound = form.check({
      lines: chosen.length === 0 ? t('claim.noLine') : null,
      ...Object.fromEntries(read.map(({ counted, qty }) => [`qty-${counted.id}`, qty.ok ? null : qty.message])),
      ...Object.fromEntries(
        chosen.map(({ counted }) => [`reason-${counted.id}`, of(counted.id).reason ? null : t('claim.reasonChoose')]),
      ),
    });
    if (!sound) return;
    setUploading(true);
    try {
      const inputs: ClaimLineInput[] = [];
      for (const { counted, qty } of read) {
        const value = of(counted.id);
        const photoIds: string[] = [];
        for (const file of value.files) photoIds.push((await uploadFile(file)).id);
        inputs.push({
          receiptLineId: counted.id,
          qty: qty.ok ? qty.wire : '0',
          reason: value.reason,
          wanted: value.wanted,
          note: value.note.trim() || null,
          photoIds,
        });
      }
      await form.submit((clientKey) => ({
        input: { clientKey, receiptId: shipment.receipt!.id, note: note.trim() || null, lines: inputs },
      }));
    } catch (failure) {
      form.check({ '': (failure instanceof UploadError && failure.message) || t('error.network') });
    } finally {
      setUploading(false);
    }
  };
  const rowOf = (id: string) => chosen.findIndex(({ counted }) => counted.id === id);
  const refused = (id: string, field: string) => form.rowErrors(rowOf(id)).find((row) => row.field === field)?.message;
  return (
    <div className={s.narrow}>
      <ClaimHeader shipment={shipment} lead />
      <FormErrors
        form={form}
        fieldId={(field) => {
          const row = /^(\d+)\.(\w+)/.exec(field);
          return row ? `${row[2] === 'photoIds' ? 'photos' : row[2]}-${chosen[Number(row[1])]?.counted.id}` : field;
        }}
      />
      <Section title={t('claim.lines')}>
        <ol className={s.lines} id="lines" tabIndex={-1}>
          {lines.map(({ counted, line }) => {
            const value = of(counted.id);
            const touched = Boolean(value.qty.trim());
            return (
              <li key={counted.id} className={s.line}>
                <p className={s.lineName}>
                  <b>{line.description}</b>
                  <span className={s.small}>
                    {[line.lotCode, t('claim.until', { date: f.dateTime(counted.claimUntil) })].filter(Boolean).join(' · ')}
                  </span>
                </p>
                <FieldRow>
                  <Field
                    id={`qty-${counted.id}`}
                    label={t('claim.qty')}
                    hint={t('claim.max', { qty: f.quantity(counted.claimableQty, line.baseUnit) })}
                    error={form.errorOf(`qty-${counted.id}`) ?? refused(counted.id, 'qty')}
                  >
                    <NumberInput
                      unit={line.baseUnit}
                      aria-label={t('claim.qtyOf', { product: line.description })}
                      value={value.qty}
                      onChange={(event) => set(counted.id, { qty: event.target.value })}
                    />
                  </Field>
                  {touched && (
                    <Field
                      id={`reason-${counted.id}`}
                      label={t('claim.reason')}
                      error={form.errorOf(`reason-${counted.id}`) ?? refused(counted.id, 'reason')}
                    >
                      <Select
                        placeholder={t('claim.reasonChoose')}
                        options={reasons.map(({ code, name }) => ({ value: code, label: name }))}
                        value={value.reason}
                        onChange={(event) => set(counted.id, { reason: event.target.value })}
                      />
                    </Field>
                  )}
                </FieldRow>
                {touched && (
                  <>
                    <Field id={`wanted-${counted.id}`} label={t('claim.wanted')}>
                      <Select
                        options={WANTED.map((outcome) => ({ value: outcome, label: t(`claim.outcome.${outcome}`) }))}
                        value={value.wanted}
                        onChange={(event) => set(counted.id, { wanted: event.target.value as Typed['wanted'] })}
                      />
                    </Field>
                    <PhotoField
                      id={`photos-${counted.id}`}
                      label={t('claim.photos')}
                      product={line.description}
                      files={value.files}
                      onFiles={(files) => set(counted.id, { files })}
                      error={refused(counted.id, 'photoIds')}
                      optional={!reasons.find(({ code }) => code === value.reason)?.needsPhoto}
                    />
                    <Field id={`note-${counted.id}`} label={t('claim.note')} optionalText={t('state.optional')}>
                      <TextArea
                        rows={2}
                        maxLength={2000}
                        value={value.note}
                        onChange={(event) => set(counted.id, { note: event.target.value })}
                      />
                    </Field>
                  </>
                )}
              </li>
            );
          })}
        </ol>
        {form.errorOf('lines') && <FieldError>{form.errorOf('lines')}</FieldError>}
      </Section>
      <Field id="note" label={t('claim.noteAll')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className={s.bar}>
        <Button variant="primary" block loading={form.busy || uploading} onClick={() => void send()}>
          {t('claim.send')}
        </Button>
      </div>
    </div>
  );
}
