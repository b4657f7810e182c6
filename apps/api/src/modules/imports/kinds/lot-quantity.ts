import { adjustStock, formatQuantity, type Quantity, type StockMove } from '@lienket/domain';
import { type KnownLot, supplyMessages } from '../../catalog/index.js';
import type { RowCells } from './row-cells.js';

/** What came into the lot is `qty` after all: the row that corrects the book, or null when it says so already. */
export function correctedQuantity(cells: RowCells, lot: KnownLot, qty: Quantity): StockMove | null {
  const difference = qty.sub(lot.booked);
  if (difference.isZero) return null;
  if (!qty.isPositive) {
    cells.complain('qty', supplyMessages, { code: 'STOCK_QUANTITY_NOT_POSITIVE' });
    return null;
  }
  const moved = adjustStock(lot, lot.onHand.add(difference));
  if (moved.ok) return moved.value;
  // Gone or held already: that much has to stay in the lot.
  const least = lot.booked.sub(lot.onHand).add(lot.reserved);
  cells.refuse('qty', { code: 'LOT_QUANTITY_USED', least: formatQuantity(least, '', 'vi').trim() });
  return null;
}
