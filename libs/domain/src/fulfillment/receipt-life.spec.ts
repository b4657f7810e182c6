import fc from 'fast-check';
import { EMPTY_STOCK, foldStock, isSound, moveStock, type StockBalance } from '../catalog/supply/stock.js';
import { hoursAfter } from '../claims/claim-terms.js';
import { Quantity } from '../shared/quantity.js';
import type { Result } from '../shared/result.js';
import { nextState, type TransitionRefusal } from '../shared/state-machine.js';
import { checkReceiptLine } from './receipt.js';
import { autoReceiptAt, mayDispute, mayVoid, receiptStateAt } from './receipt-life.js';
import { SHIPMENT_TRANSITIONS, type ShipmentAction, type ShipmentState } from './shipment.js';

type Moved = Result<ShipmentState, TransitionRefusal<ShipmentState, ShipmentAction>>;
const at = (hours: number) => hoursAfter('2026-08-01T00:00:00Z', hours);
const qty = fc.bigInt({ min: 0n, max: 100_000n }).map((n) => Quantity.fromThousandths(n));

describe('the life of a receipt', () => {
  const facts = { voidedAt: null, disputed: false, disputeUntil: at(24) };

  it('is read from facts and the clock', () => {
    expect(receiptStateAt(facts, at(24))).toBe('POSTED');
    expect(receiptStateAt(facts, at(25))).toBe('FINAL');
    expect(receiptStateAt({ ...facts, disputed: true }, at(500))).toBe('DISPUTED');
    expect(receiptStateAt({ ...facts, disputed: true, voidedAt: at(2) }, at(3))).toBe('VOIDED');
  });

  it('takes a dispute only in its window, one at a time', () => {
    expect(mayDispute(facts, at(24)).ok).toBe(true);
    expect(mayDispute(facts, at(24.1))).toMatchObject({ refusal: { code: 'DISPUTE_WINDOW_PASSED' } });
    expect(mayDispute({ ...facts, disputed: true }, at(1))).toMatchObject({ refusal: { code: 'RECEIPT_DISPUTED' } });
    expect(mayDispute({ ...facts, voidedAt: at(0) }, at(1))).toMatchObject({ refusal: { code: 'RECEIPT_VOIDED' } });
  });

  it('is taken back only while nothing stands on it', () => {
    const free = { voidedAt: null, invoicedAt: null, claims: 0, goodsSettled: false };
    expect(mayVoid(free).ok).toBe(true);
    expect(mayVoid({ ...free, invoicedAt: at(1) })).toMatchObject({ refusal: { code: 'RECEIPT_INVOICED' } });
    expect(mayVoid({ ...free, claims: 1 })).toMatchObject({ refusal: { code: 'RECEIPT_HAS_CLAIMS' } });
    expect(mayVoid({ ...free, goodsSettled: true })).toMatchObject({ refusal: { code: 'RECEIPT_GOODS_SETTLED' } });
    expect(mayVoid({ ...free, voidedAt: at(1) })).toMatchObject({ refusal: { code: 'RECEIPT_VOIDED' } });
    expect(autoReceiptAt(at(0), 24)).toEqual(at(24));
  });
});

describe('goods under any sequence of dispatch, hand-over, receipt, void and return', () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('dispatch' as const), qty }),
    fc.record({ act: fc.constant('arrive' as const) }),
    fc.record({ act: fc.constant('receive' as const), share: fc.integer({ min: 0, max: 100 }) }),
    fc.record({ act: fc.constant('void' as const) }),
    fc.record({ act: fc.constant('restock' as const), share: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ act: fc.constant('writeOff' as const), share: fc.integer({ min: 1, max: 120 }) }),
  );

  it('the lot is never below zero, nothing comes back twice, and a count accounts for what was sent', () => {
    fc.assert(
      fc.property(qty, fc.array(step, { maxLength: 25 }), (harvest, steps) => {
        let lot: StockBalance = EMPTY_STOCK;
        const move = (kind: 'HARVEST' | 'SHIP' | 'RETURN' | 'LOSS', amount: Quantity): boolean => {
          const moved = moveStock(lot, kind, amount);
          if (moved.ok) lot = foldStock([lot, moved.value]);
          return moved.ok;
        };
        move('HARVEST', harvest);
        let state: ShipmentState | null = null;
        let sent = Quantity.ZERO;
        let rejected = Quantity.ZERO;
        let decided = Quantity.ZERO;
        for (const one of steps) {
          if (one.act === 'dispatch') {
            if (state !== null || !move('SHIP', one.qty)) continue;
            [state, sent] = ['DISPATCHED', one.qty];
          } else if (state === null) continue;
          else if (one.act === 'receive') {
            const moved: Moved = nextState(SHIPMENT_TRANSITIONS, state, 'receive');
            if (!moved.ok) continue;
            rejected = Quantity.fromThousandths((sent.thousandths * BigInt(one.share)) / 100n);
            const accepted = sent.sub(rejected);
            expect(
              checkReceiptLine({ dispatched: sent }, { accepted, rejected, missing: Quantity.ZERO, reason: 'BRUISED' }).ok,
            ).toBe(true);
            [state, decided] = [moved.value, Quantity.ZERO];
          } else if (one.act === 'void' || one.act === 'arrive') {
            const free = mayVoid({ voidedAt: null, invoicedAt: null, claims: 0, goodsSettled: decided.isPositive }).ok;
            const moved: Moved = nextState(SHIPMENT_TRANSITIONS, state, one.act === 'void' ? 'voidReceipt' : 'arrive');
            if (moved.ok && (one.act === 'arrive' || free)) state = moved.value;
          } else if (state === 'RECEIVED') {
            const amount = Quantity.fromThousandths((rejected.thousandths * BigInt(one.share)) / 100n);
            if (!amount.isPositive || decided.add(amount).compare(rejected) > 0) continue;
            expect(move('RETURN', amount)).toBe(true);
            if (one.act === 'writeOff') expect(move('LOSS', amount)).toBe(true);
            decided = decided.add(amount);
          }
          expect(isSound(lot)).toBe(true);
          expect(lot.onHand.compare(harvest)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
