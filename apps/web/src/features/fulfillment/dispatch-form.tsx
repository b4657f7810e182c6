import { useQuery } from '@apollo/client/react';
import { dispatchableQty, normalizePhone, quantity, Quantity, quantityInputText } from '@lienket/domain';
import {
  Button,
  DateField,
  Field,
  FieldRow,
  LinkButton,
  NumberInput,
  PageHeader,
  Section,
  TextArea,
  TextInput,
  toast,
} from '@lienket/ui';
import { Truck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DispatchOrderQuery } from '../../gql/graphql';
import { ConflictDialog, DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { AskWaiverDialog } from './ask-waiver-dialog';
import { DispatchLotsDocument, ShipmentDispatchDocument } from './fulfillment.operations';
import { LineLots } from './line-lots';
import { DispatchTrip, useOrderTrips } from './trips/dispatch-trip';
import s from './fulfillment.module.css';

type DispatchOrder = NonNullable<DispatchOrderQuery['order']>;

interface Journey {
  /** By order line. */
  qty: Record<string, string>;
  lot: Record<string, string>;
  /** By order line, of goods kept by lots: quantities by lot, where the seller chose them. */
  lots: Record<string, Record<string, string> | undefined>;
  expectedOn: string;
  vehicle: string;
  driverName: string;
  driverPhone: string;
  note: string;
  /** A shared truck with room held for these goods; empty: an own vehicle. null: not chosen yet. */
  tripId: string | null;
}

const openLines = (order: DispatchOrder) =>
  order.lines.flatMap((line) => {
    const left = dispatchableQty({ confirmed: quantity(line.confirmedQty), dispatched: quantity(line.dispatchedQty) });
    return left.isPositive ? [{ ...line, left }] : [];
  });

/** What goes on the truck, prefilled with what is left; who drives it, and when it should arrive. */
export function DispatchForm({ order, reload }: { order: DispatchOrder; reload: () => void }) {
  const t = useText(fulfillment);
  const f = useFormats();
  const { locale } = useLanguage();
  const typed = useTypedNumbers();
  const dateLabels = useDateLabels();
  const navigate = useNavigate();
  useDemoMark(order.isDemo);
  const lines = openLines(order);
  const [initial] = useState<Journey>(() => ({
    qty: Object.fromEntries(lines.map(({ id, left }) => [id, quantityInputText(left, locale)])),
    lot: {},
    lots: {},
    expectedOn: '',
    vehicle: '',
    driverName: '',
    driverPhone: '',
    note: '',
    tripId: null,
  }));
  const { values, set, drop, savedAt } = useDraft(`dispatch-${order.id}`, initial);
  const stocked = useQuery(DispatchLotsDocument, {
    variables: { orderId: order.id, expectedOn: values.expectedOn || f.today() },
    fetchPolicy: 'cache-and-network',
  });
  const trips = useOrderTrips(order.id);
  // Room held on a truck is meant to be used: it is the first choice until the seller says otherwise.
  const tripId =
    trips.some((one) => one.tripId === values.tripId) || values.tripId === '' ? values.tripId : (trips[0]?.tripId ?? '');
  const [asking, setAsking] = useState<{ lotCode: string; lineId: string } | null>(null);
  const lotsOf = (lineId: string) =>
    (stocked.data ?? stocked.previousData)?.dispatchLots.find(({ orderLineId }) => orderLineId === lineId);
  const form = useMutationForm(ShipmentDispatchDocument, {
    form: `dispatch-${order.id}`,
    pick: (data) => data.shipmentDispatch,
    stale: ['orders', 'order', 'workItems', 'orderTrips', 'trips', 'trip'],
    onDone: (shipment) => {
      drop();
      toast.success(t('dispatch.sent', { number: shipment.number }));
      void navigate(`/shipments/${shipment.id}/note`);
    },
  });

  const loaded = lines.flatMap((line) => {
    const text = (values.qty[line.id] ?? '').trim();
    return text ? [{ line, read: typed.quantity(text) }] : [];
  });
  const carried = loaded.flatMap(({ line, read }) =>
    read.ok && quantity(read.wire).isPositive ? [{ line, wire: read.wire }] : [],
  );
  const send = () => {
    const today = f.today();
    const sound = form.check({
      ...Object.fromEntries(loaded.map(({ read }, index) => [`${index}.qty`, read.ok ? null : read.message])),
      lines: carried.length === 0 && loaded.every(({ read }) => read.ok) ? t('dispatch.err.none') : null,
      expectedOn: !values.expectedOn
        ? t('dispatch.err.date')
        : values.expectedOn < today
          ? t('dispatch.err.datePast', { today: f.date(today) })
          : null,
      driverPhone:
        !tripId && values.driverPhone.trim() && !normalizePhone(values.driverPhone).ok ? t('dispatch.err.phone') : null,
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        orderId: order.id,
        orderVersion: order.version,
        expectedOn: values.expectedOn,
        tripId: tripId || null,
        vehicle: (!tripId && values.vehicle.trim()) || null,
        driverName: (!tripId && values.driverName.trim()) || null,
        driverPhone: (!tripId && values.driverPhone.trim()) || null,
        note: values.note.trim() || null,
        lines: carried.map(({ line, wire }) => ({
          orderLineId: line.id,
          qty: wire,
          lotCode: values.lot[line.id]?.trim() || null,
          lots: lotsOf(line.id) ? wireLots(values.lots?.[line.id], typed) : null,
        })),
      },
    }));
  };
  // Rows of the input are the lines that are carried; a refusal finds its line through them.
  const rowOf = (lineId: string) => loaded.findIndex(({ line }) => line.id === lineId);
  const sentRowOf = (lineId: string) => carried.findIndex(({ line }) => line.id === lineId);

  return (
    <div className={s.narrow}>
      <PageHeader
        back={{ href: `/orders/${order.id}`, label: t('dispatch.back', { number: order.number }) }}
        title={t('dispatch.title', { number: order.number })}
        meta={t('dispatch.lead', { place: order.deliveryPlace })}
        actions={
          <LinkButton href={`/documents/pick-lists/${order.id}.pdf`} target="_blank" rel="noreferrer">
            {t('dispatch.pickList')}
          </LinkButton>
        }
      />
      <FormErrors form={form} fieldId={(field) => fieldIdOf(field, form.failure.rows.length > 0 ? carried : loaded)} />
      <ConflictDialog form={form} onReload={reload} />
      <DraftNote savedAt={savedAt} onDrop={() => drop()} />
      <Section title={t('dispatch.lines')}>
        <p className={s.small} id="lines" tabIndex={-1}>
          {t('dispatch.leaveOut')}
        </p>
        <ol className={s.lines}>
          {lines.map((line) => {
            const read = typed.quantity(values.qty[line.id] ?? '');
            const over = read.ok && quantity(read.wire).compare(line.left) > 0;
            const left = f.quantity(line.left.toDecimalString(), line.baseUnit);
            const wrong =
              form.failure.rows.length > 0
                ? form.rowErrors(sentRowOf(line.id))[0]?.message
                : form.errorOf(`${rowOf(line.id)}.qty`);
            return (
              <li key={line.id} className={s.line}>
                <p className={s.lineName}>
                  <b>{line.description}</b>
                  <span className={s.small}>{t('dispatch.remaining', { qty: left })}</span>
                </p>
                <FieldRow>
                  <Field
                    id={`qty-${line.id}`}
                    label={<WithProduct short={t('dispatch.qty')} full={t('dispatch.qtyOf', { product: line.description })} />}
                    error={wrong ?? (over ? t('dispatch.over', { qty: left }) : undefined)}
                  >
                    <NumberInput
                      unit={line.baseUnit}
                      value={values.qty[line.id] ?? ''}
                      onChange={(event) => set(({ qty }) => ({ qty: { ...qty, [line.id]: event.target.value } }))}
                    />
                  </Field>
                  {!lotsOf(line.id) && (
                    <Field
                      label={<WithProduct short={t('dispatch.lot')} full={t('dispatch.lotOf', { product: line.description })} />}
                      optionalText={t('state.optional')}
                    >
                      <TextInput
                        maxLength={60}
                        autoCapitalize="characters"
                        value={values.lot[line.id] ?? ''}
                        onChange={(event) => set(({ lot }) => ({ lot: { ...lot, [line.id]: event.target.value } }))}
                      />
                    </Field>
                  )}
                </FieldRow>
                {lotsOf(line.id) && (
                  <LineLots
                    lots={lotsOf(line.id)!}
                    unit={line.baseUnit}
                    chosen={values.lots?.[line.id]}
                    onChoose={(chosen) => set(({ lots }) => ({ lots: { ...lots, [line.id]: chosen } }))}
                    onAsk={(lotCode) => setAsking({ lotCode, lineId: line.id })}
                  />
                )}
              </li>
            );
          })}
        </ol>
      </Section>
      <Section title={t('dispatch.journey')}>
        <div className={s.fields}>
          <Field id="expectedOn" label={t('dispatch.expectedOn')} error={form.errorOf('expectedOn')} required>
            <DateField
              value={values.expectedOn}
              onValueChange={(expectedOn) => set({ expectedOn })}
              min={f.today()}
              locale={locale}
              labels={dateLabels}
            />
          </Field>
          <DispatchTrip
            trips={trips}
            value={tripId ?? ''}
            error={form.errorOf('tripId')}
            onChange={(next) => set({ tripId: next })}
          />
          {!tripId && (
            <>
              <FieldRow>
                <Field
                  id="vehicle"
                  label={t('dispatch.vehicle')}
                  optionalText={t('state.optional')}
                  error={form.errorOf('vehicle')}
                >
                  <TextInput
                    value={values.vehicle}
                    maxLength={40}
                    autoCapitalize="characters"
                    onChange={(event) => set({ vehicle: event.target.value })}
                  />
                </Field>
                <Field
                  id="driverName"
                  label={t('dispatch.driver')}
                  optionalText={t('state.optional')}
                  error={form.errorOf('driverName')}
                >
                  <TextInput
                    value={values.driverName}
                    maxLength={120}
                    onChange={(event) => set({ driverName: event.target.value })}
                  />
                </Field>
              </FieldRow>
              <Field
                id="driverPhone"
                label={t('dispatch.phone')}
                optionalText={t('state.optional')}
                error={form.errorOf('driverPhone')}
              >
                <TextInput
                  type="tel"
                  inputMode="tel"
                  value={values.driverPhone}
                  maxLength={20}
                  onChange={(event) => set({ driverPhone: event.target.value })}
                />
              </Field>
            </>
          )}
          <Field id="note" label={t('dispatch.note')} optionalText={t('state.optional')} error={form.errorOf('note')}>
            <TextArea value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
          </Field>
        </div>
      </Section>
      {asking && (
        <AskWaiverDialog
          orderId={order.id}
          orderLineId={asking.lineId}
          lotCode={asking.lotCode}
          buyer={order.buyer.shortName}
          arrivesOn={values.expectedOn || f.today()}
          several={lines.length > 1}
          onClose={() => setAsking(null)}
        />
      )}
      <div className={s.bar}>
        <p className={s.small} role="status">
          {t('dispatch.sum', { count: carried.length })} · {sumByUnit(carried, f)}
        </p>
        <Button variant="primary" block icon={<Truck />} loading={form.busy} onClick={send}>
          {t('dispatch.send')}
        </Button>
      </div>
    </div>
  );
}

/** The lots the seller chose; null lets what expires first leave. */
const wireLots = (chosen: Record<string, string> | undefined, typed: ReturnType<typeof useTypedNumbers>) =>
  chosen
    ? Object.entries(chosen).flatMap(([lotCode, text]) => {
        const read = typed.quantity(text);
        return read.ok && quantity(read.wire).isPositive ? [{ lotCode, qty: read.wire }] : [];
      })
    : null;

/** Short on screen, with the product for those who hear it. */
const WithProduct = ({ short, full }: { short: string; full: string }) => (
  <>
    <span aria-hidden="true">{short}</span>
    <span className="visually-hidden">{full}</span>
  </>
);

type Loaded = readonly { line: { id: string; baseUnit: string } }[];

function fieldIdOf(field: string, rows: Loaded) {
  const row = /^(\d+)\./.exec(field)?.[1];
  return row === undefined ? field : `qty-${rows[Number(row)]?.line.id}`;
}

/** Kilograms with kilograms, pieces with pieces. */
function sumByUnit(carried: readonly { line: { baseUnit: string }; wire: string }[], f: ReturnType<typeof useFormats>) {
  const units = new Map<string, Quantity>();
  for (const { line, wire } of carried) units.set(line.baseUnit, (units.get(line.baseUnit) ?? Quantity.ZERO).add(quantity(wire)));
  return [...units].map(([unit, sum]) => f.quantity(sum.toDecimalString(), unit)).join(', ');
}
