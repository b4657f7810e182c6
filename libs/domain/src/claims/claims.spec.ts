import fc from 'fast-check';
import { Quantity, quantity } from '../shared/quantity.js';
import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import {
  checkClaimQty,
  checkOffer,
  claimableQty,
  CLAIM_OUTCOMES,
  heldByClaim,
  settledAmount,
  type OfferedLine,
} from './claim-line.js';
import {
  type ClaimAction,
  CLAIM_ACTIONS,
  CLAIM_TRANSITIONS,
  claimMover,
  claimStateAt,
  isAnswerOverdue,
  type ClaimState,
} from './claim-state.js';
import { claimClocks, claimTermFor, hoursAfter, isPast, type ClaimTerm } from './claim-terms.js';

const qty = fc.bigInt({ min: 0n, max: 10n ** 7n }).map((n) => Quantity.fromThousandths(n));
const term = (code: string, shelfLifeTo: number | null, more: Partial<ClaimTerm> = {}): ClaimTerm => ({
  code,
  shelfLifeTo,
  windowHours: 24,
  answerHours: 24,
  escalateHours: 48,
  disputeHours: 24,
  autoReceiptHours: 24,
  validFrom: '2024-01-01',
  validTo: null,
  ...more,
});
const terms = [term('DRY', null), term('FRESH', 14), term('CHILLED', 60)];
const at = (hours: number) => hoursAfter('2026-08-01T00:00:00Z', hours);

describe('the terms of a claim', () => {
  it('belong to the most perishable kind that fits; unknown shelf life counts as the longest', () => {
    const of = (days: number | null) => claimTermFor(terms, days, '2026-08-01')?.code;
    expect([of(1), of(14), of(15), of(60), of(61), of(null)]).toEqual(['FRESH', 'FRESH', 'CHILLED', 'CHILLED', 'DRY', 'DRY']);
  });

  it('are those of the day: a new rule does not reach back', () => {
    const changing = [
      term('FRESH', 14, { validTo: '2026-07-31' }),
      term('FRESH', 14, { validFrom: '2026-08-01', windowHours: 12 }),
    ];
    expect(claimTermFor(changing, 3, '2026-07-31')?.windowHours).toBe(24);
    expect(claimTermFor(changing, 3, '2026-08-01')?.windowHours).toBe(12);
    expect(claimTermFor(changing, 3, '2023-01-01')).toBeNull();
  });

  it('never let the Alliance come before the answer is due, and take the shortest of several goods', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ answerHours: fc.integer({ min: 1, max: 200 }), escalateHours: fc.integer({ min: 1, max: 400 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (given) => {
          const { answerDueAt, escalateAt } = claimClocks(given, at(0));
          expect(escalateAt.getTime()).toBeGreaterThanOrEqual(answerDueAt.getTime());
          for (const { answerHours } of given) expect(answerDueAt.getTime()).toBeLessThanOrEqual(at(answerHours).getTime());
        },
      ),
    );
  });
});

/** Where an act leads; nowhere new when it is not possible. */
function after(state: ClaimState, act: ClaimAction): ClaimState {
  const moved = nextState(CLAIM_TRANSITIONS, state, act);
  return moved.ok ? moved.value : state;
}

describe('the state of a claim', () => {
  it('has a way to every state and ends in three', () => {
    expect(unreachableStates(CLAIM_TRANSITIONS, 'OPEN')).toEqual([]);
    expect(finalStates(CLAIM_TRANSITIONS).sort()).toEqual(['RESOLVED', 'UNRESOLVED', 'WITHDRAWN']);
  });

  it('always has somebody to move it until it is over, whatever was done and whenever one looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CLAIM_ACTIONS), { maxLength: 12 }),
        fc.integer({ min: 0, max: 200 }),
        (acts, hours) => {
          let state: ClaimState = 'OPEN';
          for (const act of acts) {
            state = after(state, act);
          }
          const claim = { state, answerDueAt: at(24), escalateAt: at(48) };
          const over = finalStates(CLAIM_TRANSITIONS).includes(claimStateAt(claim, at(hours)));
          expect(claimMover(claim, at(hours)) === null).toBe(over);
        },
      ),
    );
  });

  it('follows the clock, not a job: after T2 it lies with the Alliance, exactly at T2 not yet', () => {
    const claim = { state: 'OPEN' as const, answerDueAt: at(24), escalateAt: at(48) };
    expect(claimStateAt(claim, at(48))).toBe('OPEN');
    expect(claimStateAt(claim, at(48.001))).toBe('MEDIATION');
    expect(claimStateAt({ ...claim, state: 'RESOLVED' }, at(1000))).toBe('RESOLVED');
    expect([isAnswerOverdue(claim, at(24)), isAnswerOverdue(claim, at(25))]).toEqual([false, true]);
    expect(isPast(at(1), at(1))).toBe(false);
  });
});

describe('the quantities of claims', () => {
  it('never hold more than was accepted, over any history of claims', () => {
    fc.assert(
      fc.property(
        qty,
        fc.array(
          fc.record({
            asked: qty,
            end: fc.constantFrom('open', 'withdrawn', ...CLAIM_OUTCOMES),
            part: fc.integer({ min: 0, max: 100 }),
          }),
          {
            maxLength: 15,
          },
        ),
        (accepted, history) => {
          const held: Quantity[] = [];
          for (const { asked, end, part } of history) {
            if (!checkClaimQty({ accepted, claimed: Quantity.sum(held) }, asked).ok) continue;
            const settled = Quantity.fromThousandths((asked.thousandths * BigInt(part)) / 100n);
            const over = end !== 'open';
            const outcome = end === 'open' || end === 'withdrawn' ? null : end;
            held.push(heldByClaim({ claimed: asked, over, outcome, settled }));
            expect(Quantity.sum(held).compare(accepted)).toBeLessThanOrEqual(0);
          }
          expect(claimableQty({ accepted, claimed: Quantity.sum(held) }).isNegative).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('let off no more than the goods cost, and nothing for a replacement or a dismissal', () => {
    const line = fc.record({
      outcome: fc.constantFrom(...CLAIM_OUTCOMES),
      qty,
      cutBp: fc.option(fc.integer({ min: -5, max: 10_100 })),
    });
    fc.assert(
      fc.property(qty, line, fc.bigInt({ min: 0n, max: 10n ** 8n }), (claimed, offer: OfferedLine, price) => {
        const checked = checkOffer(claimed, offer);
        if (!checked.ok) return;
        const amount = settledAmount(checked.value, price);
        const whole = settledAmount({ outcome: 'CREDIT_NOTE', qty: claimed, cutBp: null }, price);
        expect(amount >= 0n && amount <= whole).toBe(true);
        if (checked.value.outcome === 'REPLACEMENT' || checked.value.outcome === 'DISMISSED') expect(amount).toBe(0n);
      }),
      { numRuns: 1000 },
    );
  });

  it('read a cut as a share of the price, rounded once', () => {
    expect(settledAmount({ outcome: 'PRICE_CUT', qty: quantity('20'), cutBp: 2500 }, 42_000n)).toBe(210_000n);
    expect(settledAmount({ outcome: 'PRICE_CUT', qty: quantity('0.333'), cutBp: 3333 }, 10_001n)).toBe(1110n);
  });
});
