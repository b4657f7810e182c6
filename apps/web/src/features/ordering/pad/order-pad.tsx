import { OrderGrid, PageHeader, Section, Split, Stack, toast, useNarrow } from '@lienket/ui';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConflictDialog, DraftNote } from '../../../shared/forms/form-parts';
import { useMutationForm, type RowRefusal } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { OrderPlaceDocument } from './pad.operations';
import { DeliveryFields } from './delivery-fields';
import type { OrderPadAnswer } from './pad-items';
import { dayText } from './day-text';
import { needsWork } from './pad-check';
import { padColumns } from './pad-columns';
import { PadErrors } from './pad-errors';
import { padMessages, type Refusals } from './pad-messages';
import { OpenContractNotice } from './open-contract-notice';
import { cellsText, endOf, newRow, placeRows, readPaste, readSheet, type Pasted, type PadRow } from './pad-rows';
import { PadSeasons } from './pad-seasons';
import { PadTools } from './pad-tools';
import { RouteNotes } from './route-notes';
import { PadTotal } from './pad-total';
import { usePad } from './use-pad';
import { useGridLabels } from './use-pad-labels';

/** The buyer's sheet for one seller: every rule answers in the row, as one types. */
export function OrderPad({ pad, products }: { pad: OrderPadAnswer; products?: readonly string[] }) {
  const t = useText(ordering);
  const format = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const labels = useGridLabels();
  useDemoMark(pad.seller.isDemo);
  const state = usePad(pad, locale, products);
  const {
    values,
    set,
    rows,
    setRows,
    check,
    catalogue,
    places,
    placeId: place,
    delivery,
    columns: shown,
    form: formName,
  } = state;
  const [tries, setTries] = useState(0);
  const [goTo, setGoTo] = useState<{ rowId: string; columnKey?: string } | null>(null);
  const [sent, setSent] = useState<readonly PadRow[]>([]);
  const form = useMutationForm(OrderPlaceDocument, {
    form: formName,
    pick: (data) => data.orderPlace,
    stale: ['orders', 'workItems', 'orderPad'],
    onDone: (order) => {
      state.drop();
      toast.success(t('pad.sent', { number: order.number, date: format.dateTime(order.ackDueAt) }));
      void navigate(`/orders/${order.id}`);
    },
  });

  const refusals = useMemo(() => refusalsBy(form.failure.rows, sent), [form.failure.rows, sent]);
  const messages = useMemo(
    () =>
      padMessages(rows, check, refusals, {
        t,
        format,
        requestedOn: values.requestedOn,
        act: state.act,
        deliveryOf: delivery.of,
        orderDay: delivery.orderDay,
      }),
    [rows, check, refusals, t, format, values.requestedOn, state.act, delivery],
  );
  const wrongRows = useMemo(
    () =>
      rows.flatMap((row, index) => {
        const message = messages[row.id]?.find(({ tone }) => tone === 'danger');
        return message ? [{ row, index, message }] : [];
      }),
    [rows, messages],
  );
  const columns = useMemo(() => {
    const checks = new Map(rows.map((row, index) => [row.id, check.rows[index]]));
    return padColumns({
      t,
      format,
      catalogue,
      withContract: pad.contract !== null,
      places,
      shown,
      checkOf: (row) => checks.get(row.id),
    });
  }, [t, format, catalogue, pad.contract, places, shown, rows, check]);

  const paste = (text: string, at: number) => take(readPaste(text, catalogue, locale, places.find), at);
  const take = (pasted: Pasted, at: number) => {
    if (pasted.date && pasted.date >= format.today() && !values.requestedOn) set({ requestedOn: pasted.date });
    if (pasted.columns.length) set({ columns: [...new Set([...shown, ...pasted.columns])] });
    return placeRows(rows, pasted.rows, at);
  };

  const send = () => {
    setTries((count) => count + 1);
    const sending = rows.flatMap((row, index) => {
      const found = check.rows[index]!;
      return found.kind === 'OK' ? [{ row, found }] : [];
    });
    const today = format.today();
    const sound = form.check({
      requestedOn: !values.requestedOn
        ? t('pad.err.date')
        : values.requestedOn < today
          ? t('pad.err.datePast', { today: format.date(today) })
          : delivery.orderDay && sending.some(({ row }) => !row.on)
            ? dayText(delivery.orderDay, t, format)
            : null,
      deliveryLocationId: place ? null : t('pad.err.place'),
      lines: sending.length === 0 && wrongRows.length === 0 ? t('pad.err.lines') : null,
    });
    if (!sound || check.rows.some(needsWork) || sending.some(({ row }) => delivery.of(row)?.problem)) return;
    setSent(sending.map(({ row }) => row));
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        sellerOrgId: pad.seller.id,
        contractId: pad.contract?.id ?? null,
        buyerPoNo: values.buyerPoNo.trim() || null,
        requestedOn: values.requestedOn,
        deliveryLocationId: place,
        note: values.note.trim() || null,
        lines: sending.map(({ row, found: { item, qty } }) => {
          const to = delivery.of(row);
          return {
            productId: item.productId,
            contractLineId: item.contract?.lineId ?? null,
            gradeId: item.gradeId,
            packId: item.packId,
            qty: qty.toDecimalString(),
            deliveryLocationId: to?.placeId ?? null,
            requestedOn: to?.on ?? null,
            windowFrom: to?.from ?? null,
            windowTo: to?.to ?? null,
            costCenter: to?.cost ?? null,
          };
        }),
      },
    }));
  };

  return (
    <>
      <PageHeader
        title={t('pad.titleFor', { seller: pad.seller.shortName })}
        meta={pad.contract && t('pad.contract', { number: pad.contract.number })}
        back={{ href: '/orders/new', label: t('pad.change') }}
      />
      <Stack>
        {state.restored && <p>{t('pad.restored')}</p>}
        <DraftNote savedAt={state.savedAt} onDrop={() => state.drop()} />
        {!pad.contract && <OpenContractNotice sellerId={pad.seller.id} />}
        <PadErrors form={form} tries={tries} wrongRows={wrongRows} onRow={setGoTo} />
        <ConflictDialog form={form} onReload={() => void navigate(0)} />
      </Stack>
      <Section
        title={t('pad.sheet')}
        actions={
          <PadTools
            contractId={pad.contract?.id}
            catalogue={catalogue}
            rows={rows}
            onRows={setRows}
            day={values.requestedOn || format.today()}
            onPaste={(text) => setRows(paste(text, endOf(rows)))}
            onSheet={(cells) => {
              const sheet = readSheet(cells, catalogue, locale, places.find);
              if (sheet.rows.length) setRows(take(sheet, endOf(rows)));
              return { rows: sheet.rows.length, matched: sheet.matched };
            }}
            shown={shown}
            onShown={(columns) => set({ columns })}
          />
        }
      >
        <div id="order-lines" tabIndex={-1}>
          <OrderGrid
            label={t('pad.sheet')}
            columns={columns}
            rows={rows}
            onRowsChange={setRows}
            newRow={newRow}
            canRemoveRows
            messages={messages}
            onPaste={(cells, atRow, atColumn) =>
              atColumn === 0 || (cells[0]?.length ?? 0) > 1 ? paste(cellsText(cells), atRow) : undefined
            }
            goTo={goTo}
            cardTitle={
              narrow ? (row, index) => catalogue.byKey.get(row.product)?.name ?? `${t('pad.rowNumber')} ${index + 1}` : undefined
            }
            locale={locale}
            labels={labels}
            summary={<b>{format.vnd(check.total)}</b>}
          />
        </div>
      </Section>
      <PadSeasons checks={check.rows} requestedOn={values.requestedOn} />
      <Section title={t('pad.delivery')}>
        <Split
          main={
            <Stack>
              <RouteNotes pad={pad} placeId={place} check={check} until={delivery.orderDay ? null : delivery.until} />
              <DeliveryFields values={{ ...values, deliveryLocationId: place }} set={set} locations={pad.locations} form={form} />
            </Stack>
          }
          side={<PadTotal check={check} busy={form.busy} onSend={send} />}
        />
      </Section>
    </>
  );
}

function refusalsBy(refused: readonly RowRefusal[], sent: readonly PadRow[]): Refusals {
  const byRow = new Map<string, { row: PadRow; refusals: RowRefusal[] }>();
  for (const refusal of refused) {
    const row = sent[refusal.row];
    if (!row) continue;
    const held = byRow.get(row.id) ?? { row, refusals: [] };
    held.refusals.push(refusal);
    byRow.set(row.id, held);
  }
  return byRow;
}
