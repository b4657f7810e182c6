import { Quantity } from '../../shared/quantity.js';
import { accept, refuse, type Result } from '../../shared/result.js';

export const STOCK_KINDS = ['HARVEST', 'RECEIVE', 'HOLD', 'RELEASE', 'SHIP', 'RETURN', 'LOSS', 'ADJUST', 'REVERSAL'] as const;
export type StockKind = (typeof STOCK_KINDS)[number];

/** Why goods are gone without being sold. */
export const LOSS_REASONS = [
  'ROTTEN',
  'BRUISED',
  'OVERRIPE',
  'EXPIRED',
  'PESTS',
  'SHRINKAGE',
  'SAMPLE',
  'OWN_USE',
  'OTHER',
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

/** What a lot holds: everything lying there, and the part of it promised to confirmed orders. */
export interface StockBalance {
  readonly onHand: Quantity;
  readonly reserved: Quantity;
}

/** One insert-only row: how much it adds to each of the two numbers. */
export interface StockMove {
  readonly kind: StockKind;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
}

export type StockRefusal =
  | { readonly code: 'STOCK_QUANTITY_NOT_POSITIVE' }
  | { readonly code: 'STOCK_NOT_ENOUGH'; readonly free: Quantity; readonly requested: Quantity }
  | { readonly code: 'STOCK_NOT_HELD'; readonly held: Quantity; readonly requested: Quantity }
  | { readonly code: 'STOCK_UNCHANGED' }
  | { readonly code: 'STOCK_ALREADY_REVERSED' }
  | { readonly code: 'STOCK_NOT_REVERSIBLE'; readonly kind: StockKind };

const ZERO = Quantity.ZERO;
export const EMPTY_STOCK: StockBalance = { onHand: ZERO, reserved: ZERO };

/** What may still be promised or taken away. */
export const freeStock = ({ onHand, reserved }: StockBalance): Quantity => onHand.sub(reserved);

/** Balances are sums of signed rows: order does not matter and a reversal needs no special case. */
export function foldStock(moves: Iterable<Pick<StockMove, 'onHand' | 'reserved'>>): StockBalance {
  const rows = [...moves];
  return { onHand: Quantity.sum(rows.map((row) => row.onHand)), reserved: Quantity.sum(rows.map((row) => row.reserved)) };
}

/** What must hold after every move: nothing below zero, nothing promised that is not there. */
export const isSound = ({ onHand, reserved }: StockBalance): boolean =>
  !onHand.isNegative && !reserved.isNegative && reserved.compare(onHand) <= 0;

const SIGNS: Readonly<Record<Exclude<StockKind, 'ADJUST' | 'REVERSAL'>, { onHand: -1 | 0 | 1; reserved: -1 | 0 | 1 }>> = {
  HARVEST: { onHand: 1, reserved: 0 },
  RECEIVE: { onHand: 1, reserved: 0 },
  HOLD: { onHand: 0, reserved: 1 },
  RELEASE: { onHand: 0, reserved: -1 },
  // Goods that were held are released first: a shipment itself only takes what lies there.
  SHIP: { onHand: -1, reserved: 0 },
  // What a buyer turned away or sent back lies in its lot again.
  RETURN: { onHand: 1, reserved: 0 },
  LOSS: { onHand: -1, reserved: 0 },
};

const signed = (qty: Quantity, sign: -1 | 0 | 1): Quantity => (sign === 0 ? ZERO : sign === 1 ? qty : qty.negate());

/** A move of `qty` > 0, when the balance allows it. */
export function moveStock(
  balance: StockBalance,
  kind: Exclude<StockKind, 'ADJUST' | 'REVERSAL'>,
  qty: Quantity,
): Result<StockMove, StockRefusal> {
  if (!qty.isPositive) return refuse({ code: 'STOCK_QUANTITY_NOT_POSITIVE' });
  const sign = SIGNS[kind];
  const move: StockMove = { kind, onHand: signed(qty, sign.onHand), reserved: signed(qty, sign.reserved) };
  if (isSound(foldStock([{ ...balance }, move]))) return accept(move);
  return kind === 'RELEASE'
    ? refuse({ code: 'STOCK_NOT_HELD', held: balance.reserved, requested: qty })
    : refuse({ code: 'STOCK_NOT_ENOUGH', free: freeStock(balance), requested: qty });
}

/** A count of the shelf: the difference is entered. What is held for orders must still be there. */
export function adjustStock(balance: StockBalance, counted: Quantity): Result<StockMove, StockRefusal> {
  const onHand = counted.sub(balance.onHand);
  if (onHand.isZero) return refuse({ code: 'STOCK_UNCHANGED' });
  if (!isSound({ onHand: counted, reserved: balance.reserved })) {
    return refuse({ code: 'STOCK_NOT_ENOUGH', free: freeStock(balance), requested: onHand.abs() });
  }
  return accept({ kind: 'ADJUST', onHand, reserved: ZERO });
}

/** Kinds a person wrote by hand; holds and shipments are undone through their order. */
const REVERSIBLE: readonly StockKind[] = ['HARVEST', 'RECEIVE', 'LOSS', 'ADJUST'];

export function reverseStock(
  balance: StockBalance,
  original: StockMove,
  alreadyReversed: boolean,
): Result<StockMove, StockRefusal> {
  if (!REVERSIBLE.includes(original.kind)) return refuse({ code: 'STOCK_NOT_REVERSIBLE', kind: original.kind });
  if (alreadyReversed) return refuse({ code: 'STOCK_ALREADY_REVERSED' });
  const move: StockMove = { kind: 'REVERSAL', onHand: original.onHand.negate(), reserved: original.reserved.negate() };
  return isSound(foldStock([balance, move]))
    ? accept(move)
    : refuse({ code: 'STOCK_NOT_ENOUGH', free: freeStock(balance), requested: original.onHand.abs() });
}
