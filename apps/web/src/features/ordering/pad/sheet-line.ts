import type { SheetLineInput } from '../../../gql/graphql';
import type { RowCheck } from './pad-check';
import type { RowDelivery } from './pad-delivery';

/** A sound row as it is sent and kept; the day goes beside it. */
export const sheetLine = (
  { item, qty }: Pick<Extract<RowCheck, { kind: 'OK' }>, 'item' | 'qty'>,
  to: RowDelivery | undefined,
): SheetLineInput => ({
  productId: item.productId,
  contractLineId: item.contract?.lineId ?? null,
  gradeId: item.gradeId,
  packId: item.packId,
  qty: qty.toDecimalString(),
  deliveryLocationId: to?.placeId ?? null,
  windowFrom: to?.from ?? null,
  windowTo: to?.to ?? null,
  costCenter: to?.cost ?? null,
});
