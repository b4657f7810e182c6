import { Quantity } from '../shared/quantity.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export type ShipmentState = 'PACKING' | 'DISPATCHED' | 'ARRIVED' | 'RECEIVED' | 'RETURNED';
export type ShipmentAction = 'dispatch' | 'arrive' | 'receive' | 'voidReceipt' | 'return';

export const SHIPMENT_TRANSITIONS: Transitions<ShipmentState, ShipmentAction> = {
  PACKING: { dispatch: 'DISPATCHED' },
  DISPATCHED: { arrive: 'ARRIVED', receive: 'RECEIVED', return: 'RETURNED' },
  // The proof of delivery: handed over, not counted yet. Goods that were handed over come back only through a count.
  ARRIVED: { receive: 'RECEIVED' },
  // A count taken back: the goods are there, and wait to be counted again.
  RECEIVED: { voidReceipt: 'ARRIVED' },
  RETURNED: {},
};

/** One confirmed order line, in the base unit. `dispatched` leaves out shipments that came back. */
export interface DispatchableLine {
  readonly confirmed: Quantity;
  readonly dispatched: Quantity;
}

export type DispatchRefusal =
  | { readonly code: 'DISPATCH_NOT_POSITIVE' }
  | { readonly code: 'OVER_DISPATCH'; readonly requested: Quantity; readonly remaining: Quantity };

/** confirmed − dispatched, never below zero. */
export const dispatchableQty = (line: DispatchableLine): Quantity =>
  Quantity.max(Quantity.ZERO, line.confirmed.sub(line.dispatched));

/** Catch weight may exceed what was confirmed by `toleranceBasisPoints` of it (200 = 2 %). */
export function checkDispatch(
  line: DispatchableLine,
  requested: Quantity,
  toleranceBasisPoints = 0,
): Result<Quantity, DispatchRefusal> {
  if (!requested.isPositive) return refuse({ code: 'DISPATCH_NOT_POSITIVE' });
  const over = line.confirmed.basisPoints(BigInt(toleranceBasisPoints), 'down');
  const ceiling = line.confirmed.add(over).sub(line.dispatched);
  return requested.compare(ceiling) > 0
    ? refuse({ code: 'OVER_DISPATCH', requested, remaining: dispatchableQty(line) })
    : accept(requested);
}
