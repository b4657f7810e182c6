import fc from 'fast-check';
import {
  CARD_OUTCOMES,
  cardAmountRefusal,
  type CardFacts,
  cardIsOpen,
  cardStateOf,
  mergeCardFacts,
  NOTHING_KNOWN,
} from './card-payment.js';

const facts: fc.Arbitrary<CardFacts> = fc.record({
  outcome: fc.constantFrom(...CARD_OUTCOMES),
  captured: fc.bigInt({ min: 0n, max: 99_999_999n }),
  refunded: fc.bigInt({ min: 0n, max: 99_999_999n }),
});

describe('what is known of a card payment', () => {
  it('does not depend on the order, the number or the grouping of what was seen', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 30 }), (seen, picks) => {
        const inOrder = seen.reduce(mergeCardFacts, NOTHING_KNOWN);
        const shuffled = [...picks.flatMap((pick) => seen[pick % Math.max(1, seen.length)] ?? []), ...seen.toReversed()];
        expect(shuffled.reduce(mergeCardFacts, NOTHING_KNOWN)).toEqual(inOrder);
        expect(mergeCardFacts(inOrder, inOrder)).toEqual(inOrder);
      }),
      { numRuns: 2000 },
    );
  });

  it('ends in one state for every order of six events, each told once or twice', () => {
    const seen: CardFacts[] = [
      { outcome: 'OPEN', captured: 0n, refunded: 0n },
      { outcome: 'FAILED', captured: 0n, refunded: 0n },
      { outcome: 'PROCESSING', captured: 0n, refunded: 0n },
      { outcome: 'PAID', captured: 500n, refunded: 0n },
      { outcome: 'PAID', captured: 500n, refunded: 200n },
      { outcome: 'PAID', captured: 500n, refunded: 500n },
    ];
    const orders = (facts: CardFacts[]): CardFacts[][] =>
      facts.length < 2 ? [facts] : facts.flatMap((fact, at) => orders(facts.toSpliced(at, 1)).map((rest) => [fact, ...rest]));
    const all = orders(seen);
    expect(all).toHaveLength(720);
    for (const order of all) {
      for (const doubled of [
        order,
        order.flatMap((fact) => [fact, fact]),
        [...order, ...order],
        [...order, ...order.toReversed()],
      ]) {
        expect(doubled.reduce(mergeCardFacts, NOTHING_KNOWN)).toEqual({ outcome: 'PAID', captured: 500n, refunded: 500n });
      }
    }
  });

  it('never takes back money once seen', () => {
    fc.assert(
      fc.property(facts, facts, (known, seen) => {
        const merged = mergeCardFacts(known, seen);
        expect(merged.captured >= known.captured && merged.refunded >= known.refunded).toBe(true);
        expect(CARD_OUTCOMES.indexOf(merged.outcome)).toBeGreaterThanOrEqual(CARD_OUTCOMES.indexOf(known.outcome));
      }),
      { numRuns: 1000 },
    );
  });

  it('counts a payment that follows a failed try', () => {
    const failed: CardFacts = { outcome: 'FAILED', captured: 0n, refunded: 0n };
    expect(mergeCardFacts(failed, { outcome: 'PAID', captured: 5n, refunded: 0n }).outcome).toBe('PAID');
  });

  it('is told to people by its state', () => {
    const state = (outcome: CardFacts['outcome'], captured = 0n, refunded = 0n, ready = true) =>
      cardStateOf({ outcome, captured, refunded }, ready);
    expect([state('OPEN', 0n, 0n, false), state('OPEN'), state('PROCESSING'), state('FAILED'), state('EXPIRED')]).toEqual([
      'PREPARING',
      'WAITING',
      'PROCESSING',
      'FAILED',
      'EXPIRED',
    ]);
    expect([state('PAID', 10n), state('PAID', 10n, 4n), state('PAID', 10n, 10n)]).toEqual(['PAID', 'PART_REFUNDED', 'REFUNDED']);
    expect(CARD_OUTCOMES.filter(cardIsOpen)).toEqual(['OPEN', 'PROCESSING']);
  });

  it('ends where one charge ends', () => {
    const limits = { min: 13_000n, max: 99_999_999n };
    expect(cardAmountRefusal(99_999_999n, limits)).toBeNull();
    expect(cardAmountRefusal(100_000_000n, limits)).toEqual({ code: 'CARD_AMOUNT_TOO_LARGE', max: 99_999_999n });
    expect(cardAmountRefusal(12_999n, limits)).toEqual({ code: 'CARD_AMOUNT_TOO_SMALL', min: 13_000n });
  });
});
