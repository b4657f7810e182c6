import { quantity, quantityInputText, today, type DeliveryDayRefusal, type Locale, type Quantity } from '@lienket/domain';
import { useCallback, useMemo, useState } from 'react';
import { useDraft } from '../../../shared/forms/use-draft';
import { padChecker } from './pad-check';
import { padCatalogue, padItems, type PadCatalogue, type PadItem } from './pad-items';
import { padCalendars, type Pads } from './pad-calendars';
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

/** The sheet's values, kept as a draft per first seller and contract, and what the rules say of them. */
export function usePad(pads: Pads, locale: Locale, chosen: readonly string[] = []) {
  const [pad] = pads;
  const form = `order-new-${pad.seller.id}${pad.contract ? `-${pad.contract.id}` : ''}`;
  const catalogue = useMemo(() => padCatalogue(pads.flatMap(padItems)), [pads]);
  const [initial] = useState(() => withProducts(empty(), chosen, catalogue));
  const draft = useDraft<PadValues>(form, initial);
  const { values, set } = draft;
  const checker = useMemo(() => padChecker(catalogue, locale), [catalogue, locale]);
  const check = useMemo(() => checker(values.rows), [checker, values.rows]);

  const places = useMemo(() => padPlaces(pad.locations), [pad.locations]);
  const placeId = values.deliveryLocationId || (pad.locations.length === 1 ? pad.locations[0]!.id : '');
  const delivery = useMemo(() => {
    const now = new Date();
    const calendarOf = padCalendars(pads, now);
    const only = pads.length === 1 ? pad.seller.id : null;
    const sellerOf = (row: PadRow) => catalogue.byKey.get(row.product.trim())?.seller.id ?? only;
    const context: DeliveryContext = { places, placeId, on: values.requestedOn, today: today(now), calendarOf, sellerOf };
    const rows = new Map(values.rows.map((row) => [row.id, rowDelivery(row, context)]));
    const wanted = new Set(values.rows.filter(({ on, place }) => !on && !place).map(sellerOf));
    const orderDays = new Map<string, DeliveryDayRefusal>();
    for (const { seller } of pads) {
      const refusal = only || wanted.has(seller.id) ? dayProblem(values.requestedOn, placeId, seller.id, context) : null;
      if (refusal) orderDays.set(seller.id, refusal);
    }
    return { of: (row: PadRow) => rows.get(row.id), orderDays };
  }, [pads, pad, catalogue, places, placeId, values.requestedOn, values.rows]);
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

/** Rows for goods that were chosen on the product page, in a comparison or a shortlist. */
function withProducts(values: PadValues, productIds: readonly string[], catalogue: PadCatalogue): PadValues {
  const wanted = productIds.flatMap((id) => catalogue.items.find((item) => item.productId === id)?.key ?? []);
  if (wanted.length === 0) return values;
  const kept = values.rows.filter((row) => !isBlank(row));
  return { ...values, rows: [...kept, ...wanted.map((product) => ({ ...newRow(), product })), newRow()] };
}
