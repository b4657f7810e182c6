import fc from 'fast-check';
import { Quantity, quantity } from '../../shared/quantity.js';
import {
  adjustStock,
  EMPTY_STOCK,
  foldStock,
  freeStock,
  isSound,
  moveStock,
  reverseStock,
  STOCK_KINDS,
  type StockBalance,
  type StockMove,
} from './stock.js';

const amount = fc.integer({ min: -5, max: 50 }).map((n) => Quantity.of(n));
const PLAIN = ['HARVEST', 'RECEIVE', 'HOLD', 'RELEASE', 'SHIP', 'LOSS'] as const;
const step = fc.oneof(
  fc.record({ do: fc.constantFrom(...PLAIN), qty: amount }),
  fc.record({ do: fc.constant('ADJUST' as const), qty: amount }),
  fc.record({ do: fc.constant('REVERSAL' as const), qty: amount }),
);
const steps = fc.array(step, { maxLength: 40 });

/** Takes what is allowed and skips what is refused. */
function walk(given: readonly { do: (typeof STOCK_KINDS)[number]; qty: Quantity }[]) {
  const moves: StockMove[] = [];
  const reversed = new Set<number>();
  let balance: StockBalance = EMPTY_STOCK;
  for (const { do: kind, qty } of given) {
    const target = Math.abs(Number(qty.thousandths / 1000n)) % Math.max(1, moves.length);
    const moved =
      kind === 'ADJUST'
        ? adjustStock(balance, qty)
        : kind === 'REVERSAL'
          ? moves[target]
            ? reverseStock(balance, moves[target], reversed.has(target))
            : null
          : moveStock(balance, kind, qty);
    if (!moved?.ok) continue;
    if (kind === 'REVERSAL') reversed.add(target);
    moves.push(moved.value);
    balance = foldStock([balance, moved.value]);
    expect(isSound(balance)).toBe(true);
  }
  return { moves, balance };
}

describe('the stock of a lot', () => {
  it('whatever is tried: nothing below zero, nothing promised that is not there, and the ledger adds up in any order', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { moves, balance } = walk(given);
        expect(foldStock(moves)).toEqual(balance);
        expect(foldStock(moves.toReversed())).toEqual(balance);
      }),
      { numRuns: 3000 },
    );
  });

  it('a hold lowers what is free by exactly itself; its release restores it', () => {
    fc.assert(
      fc.property(steps, amount, (given, qty) => {
        const { balance } = walk(given);
        const held = moveStock(balance, 'HOLD', qty);
        expect(held.ok).toBe(qty.isPositive && qty.compare(freeStock(balance)) <= 0);
        if (!held.ok) return;
        const after = foldStock([balance, held.value]);
        expect(freeStock(after)).toEqual(freeStock(balance).sub(qty));
        const released = moveStock(after, 'RELEASE', qty);
        expect(released.ok && foldStock([after, released.value])).toEqual(balance);
      }),
      { numRuns: 2000 },
    );
  });

  it('undoes a handwritten row once, and never a hold, a shipment or an undoing', () => {
    const harvest: StockMove = { kind: 'HARVEST', onHand: quantity('100'), reserved: Quantity.ZERO };
    const balance = { onHand: quantity('100'), reserved: quantity('40') };
    expect(reverseStock({ ...balance, reserved: Quantity.ZERO }, harvest, false)).toMatchObject({
      ok: true,
      value: { kind: 'REVERSAL' },
    });
    expect(reverseStock(balance, harvest, false)).toMatchObject({ ok: false, refusal: { code: 'STOCK_NOT_ENOUGH' } });
    expect(reverseStock(balance, harvest, true)).toMatchObject({ ok: false, refusal: { code: 'STOCK_ALREADY_REVERSED' } });
    for (const kind of ['HOLD', 'RELEASE', 'SHIP', 'REVERSAL'] as const)
      expect(reverseStock(balance, { ...harvest, kind }, false)).toMatchObject({
        ok: false,
        refusal: { code: 'STOCK_NOT_REVERSIBLE' },
      });
  });

  it('a count enters the difference, and does not count away what is held', () => {
    const balance = { onHand: quantity('100'), reserved: quantity('40') };
    expect(adjustStock(balance, quantity('97.5'))).toMatchObject({ ok: true, value: { onHand: quantity('-2.5') } });
    expect(adjustStock(balance, quantity('39'))).toMatchObject({ ok: false, refusal: { code: 'STOCK_NOT_ENOUGH' } });
    expect(adjustStock(balance, quantity('100'))).toMatchObject({ ok: false, refusal: { code: 'STOCK_UNCHANGED' } });
  });
});
