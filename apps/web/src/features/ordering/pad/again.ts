import { matchSheetLine, quantity, quantityInputText, type Locale, type SheetGoods } from '@lienket/domain';
import type { PadCatalogue, PadItem } from './pad-items';
import { newRow, type PadRow } from './pad-rows';
import type { PadPlaces } from './pad-delivery';

/** A line of an old order or of a template. */
export interface AgainLine extends SheetGoods {
  description: string;
  qty: string;
  /** Null: the place of the whole sheet. */
  placeId: string | null;
  /** "06:00-09:00". */
  hours: string | null;
  cost: string | null;
}

export interface Again {
  rows: PadRow[];
  /** Goods that no seller of the sheet offers any more. */
  gone: string[];
  /** Goods whose grade or pack is no longer offered: another stands in the row. */
  changed: string[];
}

/** Old lines as rows of today: goods, packs and places that still are; prices are today's, and days are asked anew. */
export function againRows(lines: readonly AgainLine[], catalogue: PadCatalogue, places: PadPlaces, locale: Locale): Again {
  const offers = [...catalogue.byKey.values()].map((item): SheetGoods & { item: PadItem } => ({
    ...{ productId: item.productId, gradeId: item.gradeId, packId: item.packId },
    contractLineId: item.contract?.lineId ?? null,
    item,
  }));
  const again: Again = { rows: [], gone: [], changed: [] };
  for (const line of lines) {
    const { standing, offer } = matchSheetLine(line, offers);
    if (!offer) {
      again.gone.push(line.description);
      continue;
    }
    if (standing === 'CHANGED') again.changed.push(line.description);
    again.rows.push({
      ...newRow(),
      product: offer.item.key,
      qty: quantityInputText(quantity(line.qty), locale),
      ...(line.placeId && places.byId.has(line.placeId) && { place: line.placeId }),
      ...(line.hours && { hours: line.hours }),
      ...(line.cost && { cost: line.cost }),
    });
  }
  return again;
}
