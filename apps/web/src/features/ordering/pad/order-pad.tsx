import { Notice, OrderGrid, PageHeader, Section, Split, Stack, useNarrow } from '@lienket/ui';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ConflictDialog, DraftNote } from '../../../shared/forms/form-parts';
import type { RowRefusal } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { DeliveryFields } from './delivery-fields';
import type { PadItem } from './pad-items';
import type { Pads } from './pad-calendars';
import { AgainNotice } from './again-notice';
import { dayText } from './day-text';
import { needsWork } from './pad-check';
import { padColumns } from './pad-columns';
import { PadErrors } from './pad-errors';
import { padMessages, type Refusals } from './pad-messages';
import { DayNotes } from './day-notes';
import { PadOffers } from './pad-offers';
import { cellsText, endOf, newRow, placeRows, readPaste, readSheet, type Pasted, type PadRow } from './pad-rows';
import { PadSeasons } from './pad-seasons';
import { PadSellers } from './pad-sellers';
import { PadTools } from './pad-tools';
import { RouteNotes } from './route-notes';
import { PadTotal } from './pad-total';
import { SaveTemplate } from './save-template';
import { sheetLine } from './sheet-line';
import { useAgain } from './use-again';
import { usePad } from './use-pad';
import { usePlace } from './use-place';
import { useChosenMous } from './use-pad-offers';
import { useTemplate } from './use-template';
import { useGridLabels } from './use-pad-labels';
import s from './pad.module.css';

interface OrderPadProps {
  /** One seller or contract, or several sellers by their price lists. */
  pads: Pads;
  products?: readonly string[];
  /** Orders to place again. */
  again?: readonly string[];
  /** A kept sheet to fill this one from. */
  templateId?: string | null;
  /** The sellers beside the first one, when they change. */
  onSellers?: (sellerIds: readonly string[]) => void;
}

/** The buyer's sheet: every rule answers in the row, as one types; each seller's rows become an order of its own. */
export function OrderPad({ pads, products, again = [], templateId = null, onSellers }: OrderPadProps) {
  const [pad] = pads;
  const t = useText(ordering);
  const format = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const labels = useGridLabels();
  useDemoMark(pads.some(({ seller }) => seller.isDemo));
  const state = usePad(pads, locale, products);
  const orders = useAgain(again);
  const { template, missing: templateMissing } = useTemplate(templateId);
  /** The template whose lines stand in the sheet: only that one may be written over. */
  const [filledFrom, setFilledFrom] = useState<string | null>(null);
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
  const { chosen: chosenMous, choose: chooseMou } = useChosenMous();
  const { form, place: sendOrders } = usePlace(formName, check.totals.size > 1, state.drop);

  const refusals = useMemo(() => refusalsBy(form.failure.rows, sent), [form.failure.rows, sent]);
  const messages = useMemo(
    () =>
      padMessages(rows, check, refusals, {
        t,
        format,
        requestedOn: values.requestedOn,
        act: state.act,
        deliveryOf: delivery.of,
        orderDays: delivery.orderDays,
        ofMany: catalogue.ofMany,
        ofSeller: (item: PadItem, text: string) => (catalogue.ofMany ? `${item.seller.shortName}: ${text}` : text),
      }),
    [rows, check, refusals, t, format, values.requestedOn, state.act, delivery, catalogue],
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
    const dayOf = delivery.orderDays.get(sending.find(({ row }) => !row.on)?.found.item.seller.id ?? '');
    const today = format.today();
    const sound = form.check({
      requestedOn: !values.requestedOn
        ? t('pad.err.date')
        : values.requestedOn < today
          ? t('pad.err.datePast', { today: format.date(today) })
          : dayOf
            ? dayText(dayOf, t, format)
            : null,
      deliveryLocationId: place ? null : t('pad.err.place'),
      lines: sending.length === 0 && wrongRows.length === 0 ? t('pad.err.lines') : null,
    });
    if (!sound || check.rows.some(needsWork) || sending.some(({ row }) => delivery.of(row)?.problem)) return;
    // Rows of one seller go together: refusals count through them in this order.
    const bySeller = pads.flatMap(({ seller }) => sending.filter(({ found }) => found.item.seller.id === seller.id));
    setSent(bySeller.map(({ row }) => row));
    sendOrders({
      contractId: pad.contract?.id ?? null,
      buyerPoNo: values.buyerPoNo.trim() || null,
      requestedOn: values.requestedOn,
      deliveryLocationId: place,
      note: values.note.trim() || null,
      linkMouIds: pad.contract ? new Map() : chosenMous,
      rows: bySeller.map(({ row, found }) => {
        const to = delivery.of(row);
        return { sellerOrgId: found.item.seller.id, line: { ...sheetLine(found, to), requestedOn: to?.on ?? null } };
      }),
    });
  };

  const removeSeller = (id: string) => {
    setRows(rows.filter((row) => catalogue.byKey.get(row.product.trim())?.seller.id !== id));
    onSellers?.(pads.slice(1).flatMap(({ seller }) => (seller.id === id ? [] : seller.id)));
  };

  return (
    <>
      <PageHeader
        title={pads.length > 1 ? t('pad.titleMany', { count: pads.length }) : t('pad.titleFor', { seller: pad.seller.shortName })}
        meta={pad.contract && t('pad.contract', { number: pad.contract.number })}
        back={{ href: '/orders/new', label: t('pad.change') }}
      />
      <Stack>
        {state.restored && <p>{t('pad.restored')}</p>}
        <DraftNote savedAt={state.savedAt} onDrop={() => state.drop()} />
        {orders && (
          <AgainNotice
            said={t('pad.again', { numbers: orders.numbers.join(', ') })}
            lines={orders.lines}
            catalogue={catalogue}
            places={places}
            rows={rows}
            onRows={setRows}
          />
        )}
        {templateMissing && <Notice tone="warning">{t('pad.templateMissing')}</Notice>}
        {template && (
          <AgainNotice
            key={template.id}
            eager
            said={t('pad.fromTemplate', { name: template.name })}
            lines={template.lines}
            catalogue={catalogue}
            places={places}
            rows={rows}
            onRows={(filled) => {
              setFilledFrom(template.id);
              set({
                rows: filled,
                deliveryLocationId: values.deliveryLocationId || template.deliveryLocationId || '',
                note: values.note || template.note || '',
              });
            }}
          />
        )}
        {!pad.contract && onSellers && (
          <PadSellers
            pads={pads}
            onAdd={(id) => onSellers([...pads.slice(1).map(({ seller }) => seller.id), id])}
            onRemove={removeSeller}
          />
        )}
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
          >
            <SaveTemplate
              template={template?.id === filledFrom ? template : null}
              sheet={{
                contractId: pad.contract?.id ?? null,
                deliveryLocationId: place || null,
                note: values.note.trim() || null,
              }}
              lines={rows.flatMap((row, index) => {
                const found = check.rows[index]!;
                return found.kind === 'OK' ? [sheetLine(found, delivery.of(row))] : [];
              })}
            />
          </PadTools>
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
      {!pad.contract && (
        <div className={s.offers}>
          {pads.map(({ seller }) => (
            <PadOffers
              key={seller.id}
              seller={seller}
              values={values}
              check={check}
              deliveryOf={delivery.of}
              form={formName}
              chosen={chosenMous.get(seller.id) ?? null}
              onChoose={(mouId) => chooseMou(seller.id, mouId)}
            />
          ))}
        </div>
      )}
      <PadSeasons checks={check.rows} requestedOn={values.requestedOn} />
      <Section title={t('pad.delivery')}>
        <Split
          main={
            <Stack>
              {pads.map((one) => (
                <RouteNotes
                  key={one.seller.id}
                  pad={one}
                  placeId={place}
                  total={check.totals.get(one.seller.id) ?? 0n}
                  on={delivery.orderDays.has(one.seller.id) ? '' : values.requestedOn}
                  named={pads.length > 1}
                />
              ))}
              <DayNotes pads={pads} orderDays={delivery.orderDays} onDay={(on) => set({ requestedOn: on })} />
              <DeliveryFields values={{ ...values, deliveryLocationId: place }} set={set} locations={pad.locations} form={form} />
            </Stack>
          }
          side={<PadTotal pads={pads} check={check} busy={form.busy} onSend={send} />}
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
