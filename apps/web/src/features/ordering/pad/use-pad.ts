import { quantity, quantityInputText, type Locale, type Quantity } from '@lienket/domain';
import { useCallback, useMemo, useState } from 'react';
import { useDraft } from '../../../shared/forms/use-draft';
import { padChecker } from './pad-check';
import { padCatalogue, padItems, type OrderPadAnswer, type PadItem } from './pad-items';
import type { RowActions } from './pad-messages';
import { emptyRows, readQuantity, type PadRow } from './pad-rows';

export interface PadValues {
  rows: PadRow[];
  requestedOn: string;
  deliveryLocationId: string;
  buyerPoNo: string;
  note: string;
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
export function usePad(pad: OrderPadAnswer, locale: Locale) {
  const form = `order-new-${pad.seller.id}${pad.contract ? `-${pad.contract.id}` : ''}`;
  const [initial] = useState(empty);
  const draft = useDraft<PadValues>(form, initial);
  const { values, set } = draft;
  const catalogue = useMemo(() => padCatalogue(padItems(pad)), [pad]);
  const checker = useMemo(() => padChecker(catalogue, locale), [catalogue, locale]);
  const check = useMemo(() => checker(values.rows), [checker, values.rows]);

  const setRows = useCallback((rows: PadRow[]) => set({ rows }), [set]);
  const act = useMemo<RowActions>(() => {
    const change = (rowId: string, fields: Partial<PadRow>) =>
      set(({ rows }) => ({ rows: rows.map((row) => (row.id === rowId ? { ...row, ...fields } : row)) }));
    const take = (rowId: string, qty: Quantity) => change(rowId, { qty: quantityInputText(qty, locale) });
    return {
      take,
      takeText: (rowId, wire) => take(rowId, quantity(wire)),
      choose: (rowId: string, item: PadItem) => change(rowId, { product: item.key }),
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
    act,
    drop: draft.drop,
    savedAt: draft.savedAt,
    restored: draft.restored,
  };
}
