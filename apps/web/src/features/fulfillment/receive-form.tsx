import { localDateOf, quantity } from '@lienket/domain';
import { Button, Dialog, Field, PageHeader, TextArea, toast } from '@lienket/ui';
import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { readClientKey, renewClientKey } from '../../shared/forms/draft-store';
import { useDraft } from '../../shared/forms/use-draft';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { useMe } from '../../shared/session/session';
import { keptFiles } from './offline/kept-files';
import { useKeptForm } from './offline/use-kept-form';
import { useReasons } from './offline/use-reasons';
import { countAll, isProblem, readCount, readSamples, type CountProblem, type TypedCount } from './receipt-count';
import { lineLife } from './line-life';
import { ReceiveLine } from './receive-line';
import { ReceiveSummary } from './receive-summary';
import { RefuseAll, type Refused } from './refuse-all';
import s from './receive.module.css';

interface Counting {
  /** Lines not counted yet stand as all good. */
  byLine: Record<string, TypedCount>;
  note: string;
}
const nothing: Counting = { byLine: {}, note: '' };

/** Counted at the ramp, on a phone: three numbers a line that always add up, and one look before it is recorded. */
export function ReceiveForm({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(fulfillment);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [reviewing, setReviewing] = useState(false);
  const { values, set, drop, savedAt } = useDraft<Counting>(`receive-${shipment.id}`, nothing);
  useDemoMark(shipment.seller.isDemo);
  const me = useMe();
  const reasons = useReasons(({ atReceipt }) => atReceipt);
  const reasonName = (code: string | null) => reasons.find((reason) => reason.code === code)?.name ?? code ?? '';
  const [files, setFiles] = useState<Record<string, File[]>>({});
  const form = useKeptForm();

  const arrivedOn = shipment.arrivedAt ? localDateOf(shipment.arrivedAt) : f.today();
  const lines = shipment.lines.map((line, index) => {
    const sent = quantity(line.qty);
    const count = values.byLine[line.id] ?? countAll(sent, locale);
    return { line, index, sent, count, read: readCount(count, sent, locale, line.toleranceBp) };
  });
  const explain = (problem: CountProblem, line: ShipmentPartsFragment['lines'][number]) => {
    if (problem.code === 'UNREAD') return t('number.invalid');
    if (problem.code === 'REASON_MISSING') return t('receive.whyMissing');
    const qty = f.quantity(line.qty, line.baseUnit);
    return t(problem.field === 'accepted' ? 'receive.tooManyAccepted' : 'receive.tooMany', { qty });
  };
  const review = () => {
    const problems = lines.flatMap(({ line, index, count, read }) => {
      const said = (field: string, message: string) => [`${index}.${field}`, t('form.row', { row: index + 1, message })] as const;
      return [
        ...(isProblem(read) ? [said(read.field, explain(read, line))] : []),
        // Unread they would be left out of a receipt that stays.
        ...(readSamples(count.samples ?? [], locale) === null ? [said('samples', t('number.invalid'))] : []),
        ...(!isProblem(read) && read.accepted.isPositive && !count.note.trim() && lineLife(line, arrivedOn)?.problem === 'EXPIRED'
          ? [said('note', t('receive.expiredNote'))]
          : []),
      ];
    });
    if (form.check(Object.fromEntries(problems))) setReviewing(true);
  };
  const acceptAll = () => {
    // What is past its last day is not taken by one tap: it is turned away, or somebody says why.
    const past = lines.flatMap(({ line, index, count }) =>
      lineLife(line, arrivedOn)?.problem === 'EXPIRED' && !count.note.trim()
        ? [[`${index}.note`, t('form.row', { row: index + 1, message: t('receive.expiredNote') })] as const]
        : [],
    );
    if (!form.check(Object.fromEntries(past))) return;
    const whole = lines.map(({ line, sent, count }) => [line.id, { ...countAll(sent, locale), note: count.note }] as const);
    set({ byLine: Object.fromEntries(whole) });
    setReviewing(true);
  };
  const send = async () => {
    const counted = lines.flatMap(({ line, count, read }) =>
      isProblem(read)
        ? []
        : [
            {
              shipmentLineId: line.id,
              accepted: read.accepted.toDecimalString(),
              rejected: read.rejected.toDecimalString(),
              missing: read.missing.toDecimalString(),
              rejectReason: read.reason,
              note: count.note.trim() || null,
              samples: (readSamples(count.samples ?? [], locale) ?? []).map((sample) => ({
                values: Object.entries(sample).map(([measure, value]) => ({ measure, value })),
              })),
            },
          ],
    );
    const rows = lines.map(({ line }, row) => ({ field: 'photoIds' as const, row, files: files[line.id] ?? [] }));
    await post(counted, values.note, rows);
  };
  /** Every line turned away for one reason; the pictures stand at the first. */
  const refuseAll = ({ reason, note, files: pictures }: Refused) =>
    post(
      shipment.lines.map(({ id, qty }) => ({
        shipmentLineId: id,
        accepted: '0',
        rejected: qty,
        missing: '0',
        rejectReason: reason,
      })),
      note,
      [{ field: 'photoIds', row: 0, files: pictures }],
    );
  const post = async (counted: readonly object[], note: string, pictures: Parameters<typeof keptFiles>[0]) => {
    const name = `receive-${shipment.id}`;
    const madeAt = new Date().toISOString();
    const how = await form.submit({
      key: readClientKey(name),
      kind: 'receiptPost',
      userId: me.userId,
      orgId: me.organization.id,
      shipmentId: shipment.id,
      number: shipment.number,
      input: {
        shipmentId: shipment.id,
        shipmentVersion: shipment.version,
        countedAt: madeAt,
        note: note.trim() || null,
        lines: counted,
      },
      files: await keptFiles(pictures),
      madeAt,
      state: 'WAITING',
      message: null,
      doneAt: null,
    });
    setReviewing(false);
    renewClientKey(name);
    if (!how) return;
    drop();
    if (how === 'SENT') toast.success(t('receive.done'));
    else toast.success(t('offline.kept'));
    void navigate(how === 'SENT' ? `/shipments/${shipment.id}` : '/deliveries');
  };

  return (
    <div className={s.page}>
      <PageHeader
        back={{ href: `/shipments/${shipment.id}`, label: t('receive.back', { number: shipment.number }) }}
        title={t('receive.title', { number: shipment.number })}
        meta={t('receive.from', { seller: shipment.seller.shortName, order: shipment.orderNumber })}
      />
      <FormErrors form={form} fieldId={(field) => (/^\d/.test(field) ? `count-${field}` : field)} />
      {shipment.note && <p className={s.note}>{shipment.note}</p>}
      <Button variant="primary" block icon={<CheckCheck />} onClick={acceptAll}>
        {t('receive.all')}
      </Button>
      <p className={s.hint}>{t('receive.allHint')}</p>
      <RefuseAll number={shipment.number} reasons={reasons} busy={form.busy} onRefuse={(refused) => void refuseAll(refused)} />
      <h2 className={s.each}>{t('receive.each')}</h2>
      <DraftNote savedAt={savedAt} onDrop={() => drop()} />
      <ol className={s.lines}>
        {lines.map(({ line, index, sent, count, read }) => (
          <ReceiveLine
            key={line.id}
            line={line}
            index={index}
            sent={sent}
            count={count}
            reasons={reasons}
            files={files[line.id] ?? []}
            onFiles={(next) => setFiles((all) => ({ ...all, [line.id]: next }))}
            onCount={(next) => set(({ byLine }) => ({ byLine: { ...byLine, [line.id]: next } }))}
            arrivedOn={arrivedOn}
            errorOf={(field) => {
              if (field === 'note' && form.errorOf(`${index}.note`)) return t('receive.expiredNote');
              if (
                isProblem(read) &&
                read.field === field &&
                (read.code !== 'REASON_MISSING' || form.errorOf(`${index}.${field}`))
              ) {
                return explain(read, line);
              }
              return form.rowErrors(index).find((refusal) => refusal.field === field)?.message;
            }}
          />
        ))}
      </ol>
      <Field id="note" label={t('receive.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
        <TextArea rows={2} value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
      <div className={s.bar}>
        <Button block onClick={review}>
          {t('receive.review')}
        </Button>
      </div>
      <Dialog
        open={reviewing}
        onOpenChange={setReviewing}
        title={t('receive.summary')}
        description={t('receive.summaryHint')}
        closeLabel={t('receive.edit')}
        footer={
          <>
            <Button variant="quiet" onClick={() => setReviewing(false)}>
              {t('receive.edit')}
            </Button>
            <Button variant="primary" loading={form.busy} onClick={() => void send()}>
              {t('receive.send')}
            </Button>
          </>
        }
      >
        <ReceiveSummary
          reasonName={reasonName}
          lines={lines.flatMap(({ line, read }) => (isProblem(read) ? [] : [{ line, count: read }]))}
        />
      </Dialog>
    </div>
  );
}
