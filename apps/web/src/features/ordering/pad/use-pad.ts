import { cutoffAt, quantity, quantityInputText, today, type DeliveryCalendar, type Locale, type Quantity } from '@lienket/domain';
import { useCallback, useMemo, useState } from 'react';
import { useDraft } from '../../../shared/forms/use-draft';
import { padChecker } from './pad-check';
import { padCatalogue, padItems, type OrderPadAnswer, type PadCatalogue, type PadItem } from './pad-items';
import type { RowActions } from './pad-messages';
import { dayProblem, padPlaces, rowDelivery, type DeliveryContext } from './pad-delivery';
import { emptyRows, isBlank, newRow, PAD_COLUMNS, readQuantity, type PadColumn, type PadRow } from './pad-rows';

export interface PadValues {
  rows: PadRow[];
  requestedOn: string;
  deliveryLocationId: string;
  buyerPoNo: string;
  note: string;
  /** The parts of a delivery that stand in the rows. */
  columns?: PadColumn[];
}

const FIRST_ROWS = 4;
const empty = (): PadValues => ({
  rows: emptyRows(FIRST_ROWS),
  requestedOn: '',
  deliveryLocationId: '',
  buyerPoNo: '',
  note: '',
});

/** The sheet's values, kept as a draft per seller and contract, and what the rules say of them. */
export function usePad(pad: OrderPadAnswer, locale: Locale, chosen: readonly string[] = []) {
  const form = `order-new-${pad.seller.id}${pad.contract ? `-${pad.contract.id}` : ''}`;
  const catalogue = useMemo(() => padCatalogue(padItems(pad)), [pad]);
  const [initial] = useState(() => withProducts(empty(), chosen, catalogue));
  const draft = useDraft<PadValues>(form, initial);
  const { values, set } = draft;
  const checker = useMemo(() => padChecker(catalogue, locale), [catalogue, locale]);
  const check = useMemo(() => checker(values.rows), [checker, values.rows]);

  const places = useMemo(() => padPlaces(pad.locations), [pad.locations]);
  const placeId = values.deliveryLocationId || (pad.locations.length === 1 ? pad.locations[0]!.id : '');
  const delivery = useMemo(() => {
    const now = new Date();
    const calendars = new Map<string, DeliveryCalendar>();
    const calendarOf = (id: string): DeliveryCalendar => {
      const known = calendars.get(id);
      if (known) return known;
      const calendar = { terms: routeOf(pad, id), closures: pad.closures, holidays: pad.holidays, now };
      calendars.set(id, calendar);
      return calendar;
    };
    const context: DeliveryContext = {
      places,
      placeId,
      on: values.requestedOn,
      today: today(now),
      calendarOf,
    };
    const rows = new Map(values.rows.map((row) => [row.id, rowDelivery(row, context)]));
    return {
      of: (row: PadRow) => rows.get(row.id),
      orderDay: dayProblem(values.requestedOn, placeId, context),
      until:
        values.requestedOn && routeOf(pad, placeId) ? cutoffAt(values.requestedOn, routeOf(pad, placeId), pad.holidays) : null,
    };
  }, [pad, places, placeId, values.requestedOn, values.rows]);
  const columns = useMemo(() => {
    const held = PAD_COLUMNS.filter((column) => values.columns?.includes(column) || values.rows.some((row) => row[column]));
    return held;
  }, [values.columns, values.rows]);

  // Goods chosen elsewhere join a draft that was left behind.
  const asked = chosen.join();
  const [joined, setJoined] = useState('');
  if (draft.restored && asked && joined !== asked) {
    setJoined(asked);
    const there = new Set(values.rows.map((row) => catalogue.byKey.get(row.product)?.productId));
    const missing = chosen.filter((id) => !there.has(id));
    if (missing.length) set(withProducts(values, missing, catalogue));
  }

  const setRows = useCallback((rows: PadRow[]) => set({ rows }), [set]);
  const act = useMemo<RowActions>(() => {
    const change = (rowId: string, fields: Partial<PadRow>) =>
      set(({ rows }) => ({ rows: rows.map((row) => (row.id === rowId ? { ...row, ...fields } : row)) }));
    const take = (rowId: string, qty: Quantity) => change(rowId, { qty: quantityInputText(qty, locale) });
    return {
      take,
      takeText: (rowId, wire) => take(rowId, quantity(wire)),
      choose: (rowId: string, item: PadItem) => change(rowId, { product: item.key, variant: '' }),
      takeDay: (rowId, on) => (rowId ? change(rowId, { on }) : set({ requestedOn: on })),
      merge: (rowId, intoRow) =>
        set(({ rows }) => {
          const [from, into] = [rows.find((row) => row.id === rowId), rows[intoRow]];
          const item = catalogue.byKey.get(from?.product.trim() ?? '');
          if (!from || !into || !item) return {};
          const [one, other] = [readQuantity(into.qty, item, locale), readQuantity(from.qty, item, locale)];
          if (!one.ok || !other.ok) return {};
          const sum = quantityInputText(one.value.add(other.value), locale);
          return { rows: rows.filter((row) => row !== from).map((row) => (row === into ? { ...row, qty: sum } : row)) };
        }),
    };
  }, [set, catalogue, locale]);

  return {
    form,
    values,
    set,
    rows: values.rows,
    setRows,
    check,
    catalogue,
    places,
    placeId,
    delivery,
    columns,
    act,
    drop: draft.drop,
    savedAt: draft.savedAt,
    restored: draft.restored,
  };
}

/** The route that serves a place: the one that names it, otherwise the seller's general one. */
export const routeOf = (pad: Pick<OrderPadAnswer, 'routes'>, placeId: string) =>
  pad.routes.find(({ stops }) => stops.some((stop) => stop.locationId === placeId)) ??
  pad.routes.find(({ isGeneral }) => isGeneral) ??
  null;

/** Rows for goods that were chosen on the product page, in a comparison or a shortlist. */
function withProducts(values: PadValues, productIds: readonly string[], catalogue: PadCatalogue): PadValues {
  const wanted = productIds.flatMap((id) => catalogue.items.find((item) => item.productId === id)?.key ?? []);
  if (wanted.length === 0) return values;
  const kept = values.rows.filter((row) => !isBlank(row));
  return { ...values, rows: [...kept, ...wanted.map((product) => ({ ...newRow(), product })), newRow()] };
}
