import fc from 'fast-check';
import { addDays, type LocalDate } from '../shared/calendar-date.js';
import { finalStates, nextState, unreachableStates } from '../shared/state-machine.js';
import {
  checkDisbursement,
  creditClock,
  creditRealisation,
  creditStage,
  type Disbursement,
  disbursedOf,
  undoDisbursement,
} from './credit-ledger.js';
import {
  checkDay,
  checkReason,
  CREDIT_MILESTONES,
  CREDIT_REASONS,
  CREDIT_STATES,
  CREDIT_STEPS,
  CREDIT_TRANSITIONS,
  creditMover,
  type CreditSide,
  type CreditState,
  type CreditStep,
  isEnding,
  mayConfirm,
  OPEN_CREDIT,
} from './credit-state.js';
import { checkConsent, CONSENT_STATES, CONSENT_TRANSITIONS, consentLives, EVIDENCE_SCOPES } from './evidence-consent.js';
import { type EvidenceFacts, evidencePack } from './evidence-pack.js';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-04-25', days));
const sides: readonly CreditSide[] = ['BANK', 'COOPERATIVE', 'ALLIANCE'];

describe('the states of a credit agreement', () => {
  it('are all reached and end in four ways, each ending with a reason of its own', () => {
    expect(unreachableStates(CREDIT_TRANSITIONS, 'RECORDED')).toEqual([]);
    expect(finalStates(CREDIT_TRANSITIONS)).toEqual(['CLOSED', 'LAPSED', 'REFUSED', 'WITHDRAWN']);
    const endings = CREDIT_STEPS.filter((step) =>
      CREDIT_STATES.some((state) => {
        const next = nextState(CREDIT_TRANSITIONS, state, step);
        return next.ok && !OPEN_CREDIT.includes(next.value);
      }),
    );
    expect(endings.filter((step) => !isEnding(step))).toEqual([]);
  });

  it('name whose move it is in every state that is not an end', () => {
    for (const state of CREDIT_STATES)
      for (const side of sides) expect(creditMover(state, side) === 'NONE').toBe(!OPEN_CREDIT.includes(state));
  });

  it('pass every milestone before money is paid out, on every walk', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CREDIT_STEPS), { maxLength: 40 }), (steps) => {
        let state: CreditState = 'RECORDED';
        const passed = new Set<CreditState>([state]);
        for (const step of steps) {
          const moved: ReturnType<typeof nextState<CreditState, CreditStep>> = nextState(CREDIT_TRANSITIONS, state, step);
          if (!moved.ok) continue;
          if (step === 'disburse') expect(CREDIT_MILESTONES.every((milestone) => passed.has(milestone))).toBe(true);
          state = moved.value;
          passed.add(state);
        }
      }),
    );
  });

  it('are confirmed by somebody else than who recorded them, and by the Alliance only from the paper', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sides),
        fc.constantFrom(...sides),
        fc.boolean(),
        fc.constantFrom('a', 'b'),
        (side, by, hasDocument, userId) => {
          const may = mayConfirm({ side, userId: 'a', hasDocument }, { side: by, userId });
          if (userId === 'a') expect(may).toBe(false);
          else expect(may).toBe(by === 'ALLIANCE' ? side === 'ALLIANCE' && hasDocument : side !== by);
        },
      ),
    );
  });

  it('take a day between the last step and today, and for an ending its own reason, with words for "other"', () => {
    fc.assert(
      fc.property(day, fc.option(day), day, (on, last, today) => {
        expect(checkDay(on, last, today).ok).toBe(on <= today && (last === null || on >= last));
      }),
    );
    for (const [step, codes] of Object.entries(CREDIT_REASONS))
      for (const code of codes)
        expect(checkReason(step as keyof typeof CREDIT_REASONS, code, null).ok).toBe((code as string) !== 'OTHER');
    expect(checkReason('refuse', 'OTHER', 'Hết hạn mức năm').ok).toBe(true);
    expect(checkReason('refuse', 'REPAID', null).ok).toBe(false);
  });
});

describe('what was paid out', () => {
  const acts = fc.array(fc.oneof(fc.bigInt({ min: -5n, max: 400n }), fc.nat({ max: 12 })), { maxLength: 30 });

  it('never passes the limit nor falls below nothing, whatever is paid and undone in whatever order', () => {
    fc.assert(
      fc.property(fc.option(fc.bigInt({ min: 1n, max: 1000n })), acts, (limit, list) => {
        const rows: Disbursement[] = [];
        for (const act of list) {
          if (typeof act === 'bigint') {
            const paid = checkDisbursement(act, limit, rows);
            if (paid.ok) rows.push({ id: `r${rows.length}`, amount: paid.value, reversesId: null });
          } else {
            const undone = undoDisbursement(`r${act}`, rows);
            if (undone.ok) rows.push({ id: `r${rows.length}`, ...undone.value });
          }
          const sum = disbursedOf(rows);
          expect(sum >= 0n).toBe(true);
          if (limit !== null) expect(sum <= limit).toBe(true);
        }
        const stage = creditStage(limit, disbursedOf(rows));
        if (stage === 'FULLY') expect(disbursedOf(rows)).toBe(limit);
        expect(stage === 'NOTHING').toBe(disbursedOf(rows) === 0n);
      }),
    );
  });

  it('is undone once', () => {
    const rows = [{ id: 'a', amount: 5n, reversesId: null }];
    const undone = undoDisbursement('a', rows);
    expect(undone).toEqual({ ok: true, value: { amount: -5n, reversesId: 'a' } });
    expect(undoDisbursement('a', [...rows, { id: 'b', amount: -5n, reversesId: 'a' }]).ok).toBe(false);
    expect(undoDisbursement('b', [...rows, { id: 'b', amount: -5n, reversesId: 'a' }]).ok).toBe(false);
  });

  const many = fc.array(
    fc.record({
      borrowerId: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
      amount: fc.option(fc.bigInt({ min: 1n, max: 10n ** 12n })),
      disbursed: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      isAmountOpen: fc.boolean(),
      isPaidOpen: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  it('is told as a rate only where what is not known anyway belongs to three borrowers and more; an unknown amount is never nought', () => {
    fc.assert(
      fc.property(many, (all) => {
        const told = creditRealisation(all, 3);
        const quantified = all.filter(({ amount }) => amount !== null);
        expect(told).toMatchObject({ agreements: all.length, quantified: quantified.length });
        const isEnough = (closed: typeof all) =>
          closed.length === 0 || new Set(closed.map(({ borrowerId }) => borrowerId)).size >= 3;
        expect(told.amount !== null).toBe(quantified.length > 0 && isEnough(quantified.filter((one) => !one.isAmountOpen)));
        const paid = quantified.filter((one) => one.disbursed > 0n && !one.isPaidOpen);
        expect(told.disbursed !== null).toBe(quantified.length > 0 && isEnough(paid));
        if (told.rateBp !== null) expect([told.amount, told.disbursed, told.rateBp % 100]).not.toContain(null);
        expect(creditRealisation([...all].reverse(), 3)).toEqual(told);
      }),
    );
    const one = (borrowerId: string, amount: bigint, isAmountOpen = false) => ({
      borrowerId,
      amount,
      disbursed: 0n,
      isAmountOpen,
    });
    // Two are known: the sum would tell the third.
    expect(creditRealisation([one('h1', 5n, true), one('h2', 6n, true), one('h3', 7n)], 3).amount).toBeNull();
    expect(creditRealisation([one('h1', 100n), one('h2', 23n), one('h3', 4n)], 3).amount).toBe(130n);
    expect(creditRealisation([one('h1', 100n), one('h2', 27n)], 1).amount).toBe(127n);
  });

  it('has a clock until its money begins to flow', () => {
    const limits = { SIGNED: 30, GRANTED: 90 };
    const at = (state: CreditState, today: LocalDate, stage: 'NOTHING' | 'PARTLY' = 'NOTHING') =>
      creditClock({ state, since: '2024-04-25', stage }, limits, today);
    expect(at('SIGNED', '2024-05-25')).toEqual({ dueOn: '2024-05-25', daysLate: 0 });
    expect(at('SIGNED', '2024-05-27')).toEqual({ dueOn: '2024-05-25', daysLate: 2 });
    expect(at('FILED', '2026-01-01')).toEqual({ dueOn: null, daysLate: 0 });
    expect(at('GRANTED', '2026-01-01', 'PARTLY')).toEqual({ dueOn: null, daysLate: 0 });
    expect(at('CLOSED', '2026-01-01')).toEqual({ dueOn: null, daysLate: 0 });
  });
});

describe("a cooperative's consent", () => {
  it('is asked for or given, and ends for good', () => {
    expect(unreachableStates(CONSENT_TRANSITIONS, 'REQUESTED')).toEqual([]);
    expect(finalStates(CONSENT_TRANSITIONS)).toEqual(['DECLINED', 'REVOKED', 'CANCELLED']);
  });

  it('has a kind of fact, a period that began and an end within the limit', () => {
    fc.assert(
      fc.property(fc.subarray([...EVIDENCE_SCOPES]), day, day, day, (scopes, periodFrom, expiresOn, today) => {
        const answer = checkConsent({ scopes, periodFrom, expiresOn }, today, 180);
        const right = scopes.length > 0 && periodFrom <= today && expiresOn >= today && expiresOn <= addDays(today, 180);
        expect(answer.ok).toBe(right);
      }),
    );
  });

  it('lives only while granted and not past its day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONSENT_STATES), fc.option(day), day, (state, expiresOn, today) => {
        expect(consentLives({ state, expiresOn }, today)).toBe(state === 'GRANTED' && expiresOn !== null && today <= expiresOn);
      }),
    );
  });
});

describe('an evidence pack', () => {
  const instant = day.map((date) => `${date}T02:00:00.000Z`);
  const qty = fc.integer({ min: 1, max: 5_000_000 }).map((thousandths) => (thousandths / 1000).toFixed(3));
  const price = fc.bigInt({ min: 1n, max: 500_000n });
  const buyerId = fc.constantFrom('b1', 'b2', 'b3');
  const facts: fc.Arbitrary<EvidenceFacts> = fc.record({
    deliveries: fc.array(
      fc.record({
        at: instant,
        undoneAt: fc.option(instant),
        buyerId,
        goods: fc.constantFrom('Na dai', 'Quýt'),
        unit: fc.constantFrom('kg', 'hộp'),
        acceptedQty: qty,
        rejectedQty: qty,
        unitPrice: price,
      }),
      { maxLength: 12 },
    ),
    dues: fc.array(
      fc.record({
        issuedAt: instant,
        buyerId,
        baseDate: day,
        dueOn: day,
        total: fc.bigInt({ min: 1n, max: 10n ** 9n }),
        notes: fc.constant([]),
        payments: fc.array(fc.record({ confirmedAt: instant, paidOn: day, amount: fc.bigInt({ min: 1n, max: 10n ** 9n }) }), {
          maxLength: 2,
        }),
      }),
      { maxLength: 8 },
    ),
    orders: fc.array(
      fc.record({
        orderId: fc.constantFrom('o1', 'o2', 'o3'),
        buyerId,
        confirmedAt: instant,
        endedAt: fc.option(instant),
        promisedOn: day,
        unit: fc.constantFrom('kg', 'hộp'),
        confirmedQty: qty,
        accepted: fc.array(fc.record({ at: instant, undoneAt: fc.option(instant), qty }), { maxLength: 2 }),
        unitPrice: price,
      }),
      { maxLength: 8 },
    ),
  });
  const all = { scopes: EVIDENCE_SCOPES, periodFrom: '2024-01-01' };

  it('is the same whatever the order of the facts, and keeps its numbers when later facts come', () => {
    fc.assert(
      fc.property(facts, facts, instant, (before, after, cutOff) => {
        const terms = { ...all, cutOff };
        const pack = evidencePack(before, terms);
        const turned = evidencePack(
          {
            deliveries: [...before.deliveries].reverse(),
            dues: [...before.dues].reverse(),
            orders: [...before.orders].reverse(),
          },
          terms,
        );
        expect(turned).toEqual(pack);
        const later = (at: string) => Date.parse(at) > Date.parse(cutOff);
        const grown: EvidenceFacts = {
          deliveries: [...before.deliveries, ...after.deliveries.filter(({ at }) => later(at as string))],
          dues: [...before.dues, ...after.dues.filter(({ issuedAt }) => later(issuedAt as string))],
          orders: [...before.orders, ...after.orders.filter(({ confirmedAt }) => later(confirmedAt as string))],
        };
        expect(evidencePack(grown, terms)).toEqual(pack);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up: months to the whole, goods to the whole, parts within their denominators', () => {
    fc.assert(
      fc.property(facts, instant, (given, cutOff) => {
        const { deliveries, payments, openOrders } = evidencePack(given, { ...all, cutOff });
        const sum = (rows: readonly { value: string }[]) => rows.reduce((total, { value }) => total + BigInt(value), 0n);
        expect(sum(deliveries!.months)).toBe(BigInt(deliveries!.value));
        expect(sum(deliveries!.goods)).toBe(BigInt(deliveries!.value));
        expect(sum(openOrders!.months)).toBe(BigInt(openOrders!.value));
        expect(payments!.onTime).toBeLessThanOrEqual(payments!.due);
        expect(payments!.settled).toBeLessThanOrEqual(payments!.due);
        expect(payments!.due).toBeLessThanOrEqual(payments!.requests);
        expect(payments!.medianRealDays === null).toBe(payments!.settled === 0);
        expect(BigInt(payments!.overdue) <= BigInt(payments!.open)).toBe(true);
      }),
    );
  });

  it('holds only what was consented to, and names no buyer', () => {
    fc.assert(
      fc.property(facts, fc.subarray([...EVIDENCE_SCOPES]), instant, (given, scopes, cutOff) => {
        const pack = evidencePack(given, { scopes, periodFrom: '2024-01-01', cutOff });
        expect([pack.deliveries !== null, pack.payments !== null, pack.openOrders !== null]).toEqual(
          EVIDENCE_SCOPES.map((scope) => scopes.includes(scope)),
        );
        expect(JSON.stringify(pack)).not.toMatch(/"b[123]"|"o[123]"/);
      }),
    );
  });
});
