import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import {
  acknowledgeLine,
  orderStateAfterAcknowledgement,
  priceOrderLine,
  type LineAnswer,
  type OrderLineRequest,
} from './order-line.js';

const tiers = [
  { minQtyBase: quantity('50'), unitPrice: 42_000n },
  { minQtyBase: quantity('500'), unitPrice: 40_000n },
];
const request: OrderLineRequest = {
  qtyBase: quantity('100'),
  packSizeBase: quantity('5'),
  moqBase: quantity('20'),
  contractUnitPrice: null,
  tiers,
};
const price = (change: Partial<OrderLineRequest>) => priceOrderLine({ ...request, ...change });

describe('pricing an order line', () => {
  it('takes the tier of the quantity and tells what is missing to the next', () => {
    expect(price({})).toEqual({
      ok: true,
      value: {
        qtyBase: quantity('100'),
        packs: 20n,
        unitPrice: 42_000n,
        amount: 4_200_000n,
        source: 'TIER',
        nextTier: { tier: tiers[1], missing: quantity('400') },
      },
    });
  });

  it('lets the contract price go before the list, without any tier', () => {
    expect(price({ contractUnitPrice: 38_500n, qtyBase: quantity('2500') })).toMatchObject({
      value: { unitPrice: 38_500n, amount: 96_250_000n, source: 'CONTRACT', nextTier: null },
    });
    expect(price({ contractUnitPrice: 38_500n, tiers: [] }).ok).toBe(true);
  });

  it('refuses with quantities that would do', () => {
    expect(price({ qtyBase: quantity('102') })).toMatchObject({
      refusal: { code: 'PACK_MULTIPLE', down: quantity('100'), up: quantity('105') },
    });
    expect(price({ qtyBase: quantity('22'), moqBase: quantity('21') })).toMatchObject({
      refusal: { code: 'PACK_MULTIPLE', down: null, up: quantity('25') },
    });
    expect(price({ qtyBase: quantity('10'), moqBase: quantity('22') })).toMatchObject({
      refusal: { code: 'BELOW_MOQ', moq: quantity('22'), suggested: quantity('25') },
    });
    expect(price({ qtyBase: quantity('40') })).toMatchObject({ refusal: { code: 'BELOW_MOQ', moq: quantity('50') } });
    expect(price({ tiers: [] })).toMatchObject({ refusal: { code: 'NO_PRICE' } });
    expect(price({ qtyBase: Quantity.ZERO })).toMatchObject({ refusal: { code: 'QUANTITY_NOT_POSITIVE' } });
  });

  it('accepts every quantity it suggests', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 7n }).map((n) => Quantity.fromThousandths(n));
    const pack = fc.bigInt({ min: 1n, max: 60_000n }).map((n) => Quantity.fromThousandths(n));
    fc.assert(
      fc.property(amount, pack, fc.option(amount), (qtyBase, packSizeBase, moqBase) => {
        const order = { qtyBase, packSizeBase, moqBase, contractUnitPrice: 1_000n };
        const answer = price(order);
        if (answer.ok) return;
        const { refusal } = answer;
        const suggested =
          refusal.code === 'PACK_MULTIPLE' ? [refusal.down, refusal.up] : refusal.code === 'BELOW_MOQ' ? [refusal.suggested] : [];
        expect(suggested.length).toBeGreaterThan(0);
        for (const better of suggested) if (better) expect(price({ ...order, qtyBase: better }).ok).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('answering an order line', () => {
  const answer = (given: LineAnswer) => acknowledgeLine({ ordered: quantity('100') }, given);

  it('confirms all, less, another date, or nothing', () => {
    expect(answer({ kind: 'ALL' })).toMatchObject({ value: { outcome: 'FULL', confirmed: quantity('100'), promisedOn: null } });
    expect(answer({ kind: 'LESS', qty: quantity('80') })).toMatchObject({
      value: { outcome: 'CHANGED', confirmed: quantity('80') },
    });
    expect(answer({ kind: 'OTHER_DATE', date: '2026-08-09' })).toMatchObject({
      value: { outcome: 'CHANGED', confirmed: quantity('100'), promisedOn: '2026-08-09' },
    });
    expect(answer({ kind: 'REFUSE', reason: ' Hết hàng ' })).toMatchObject({
      value: { outcome: 'REFUSED', confirmed: Quantity.ZERO, reason: 'Hết hàng' },
    });
    expect(answer({ kind: 'LESS', qty: quantity('100') })).toMatchObject({ value: { outcome: 'FULL' } });
  });

  it.each([
    [{ kind: 'LESS' }, 'ANSWER_QUANTITY_MISSING'],
    [{ kind: 'OTHER_DATE' }, 'ANSWER_DATE_MISSING'],
    [{ kind: 'REFUSE', reason: '  ' }, 'ANSWER_REASON_MISSING'],
    [{ kind: 'LESS', qty: Quantity.ZERO }, 'ANSWER_NOT_POSITIVE'],
    [{ kind: 'LESS', qty: quantity('100.001') }, 'ANSWER_EXCEEDS_ORDERED'],
  ] as [LineAnswer, string][])('refuses %j with %s', (given, code) => {
    expect(answer(given)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('makes the order confirmed, refused or countered', () => {
    const state = (...outcomes: ('FULL' | 'CHANGED' | 'REFUSED')[]) =>
      orderStateAfterAcknowledgement(outcomes.map((outcome) => ({ outcome })));
    expect(state('FULL', 'FULL')).toBe('CONFIRMED');
    expect(state('REFUSED', 'REFUSED')).toBe('REFUSED');
    expect(state('FULL', 'REFUSED')).toBe('COUNTERED');
    expect(state('FULL', 'CHANGED')).toBe('COUNTERED');
    expect(() => state()).toThrow(RangeError);
  });
});
