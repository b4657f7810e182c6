import fc from 'fast-check';
import { addDays } from '../shared/calendar-date.js';
import { Quantity, quantity } from '../shared/quantity.js';
import { nextState, unreachableStates } from '../shared/state-machine.js';
import { amendEntry, checkAmendment, versionsOf, type AgreedAmendment, type LineTerms } from './amendment.js';
import { checkCallOffOpen } from './call-off.js';
import { checkClosing, suggestedOutcome } from './closing.js';
import { CONTRACT_TRANSITIONS, completionOf, type ContractState, startsAfterNotice } from './contract-state.js';
import { checkLinePrice } from './line-price.js';
import { MOU_TRANSITIONS, type MouState } from './mou-state.js';
import { checkObligationAct, isObligationOverdue, obligationStanding, type ObligationEvent } from './obligation.js';
import { checkCode, CODE_LIFE_MS, CODE_TRIES } from './one-time-code.js';
import { awaitedOrgIds, PROPOSAL_KINDS, proposalState, type ProposalAnswer } from './proposal.js';
import { checkTurn, isReminderDay, reminderDays, signersInTurn } from './signing-round.js';

const runs = { numRuns: 1000 };
const org = fc.constantFrom('seller', 'buyer', 'bank', 'witness');
const parties = fc
  .uniqueArray(org, { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map((orgId) => fc.record({ orgId: fc.constant(orgId), mustSign: fc.boolean() }))));

describe('a signing round', () => {
  it('in sequence lets exactly one mandatory party sign at a time, in the order of the document, until all have', () => {
    fc.assert(
      fc.property(parties, (list) => {
        const signed = new Set<string>();
        const order: string[] = [];
        for (let i = 0; i < list.length; i += 1) {
          const mandatory = signersInTurn(list, signed, 'SEQUENTIAL').filter((id) =>
            list.some((p) => p.orgId === id && p.mustSign),
          );
          expect(mandatory.length).toBeLessThanOrEqual(1);
          if (mandatory.length === 0) break;
          signed.add(mandatory[0]!);
          order.push(mandatory[0]!);
        }
        expect(order).toEqual(list.filter(({ mustSign }) => mustSign).map(({ orgId }) => orgId));
      }),
      runs,
    );
  });

  it('in any order lets everybody sign who has not, and nobody twice', () => {
    fc.assert(
      fc.property(parties, fc.array(org), (list, done) => {
        const turn = signersInTurn(list, new Set(done), 'ANY');
        for (const { orgId } of list) expect(turn.includes(orgId)).toBe(!done.includes(orgId));
      }),
      runs,
    );
  });

  it('says who comes first, and ends after its last day', () => {
    const list = [
      { orgId: 'seller', mustSign: true },
      { orgId: 'buyer', mustSign: true },
      { orgId: 'witness', mustSign: false },
    ];
    const round = { order: 'SEQUENTIAL', expiresOn: '2026-08-10' } as const;
    const turn = (orgId: string, today: string, signed: string[] = []) => checkTurn(round, list, new Set(signed), orgId, today);
    expect(turn('buyer', '2026-08-10')).toMatchObject({ refusal: { code: 'NOT_YOUR_TURN', before: 'seller' } });
    expect(turn('witness', '2026-08-10').ok).toBe(true);
    expect(turn('buyer', '2026-08-10', ['seller']).ok).toBe(true);
    expect(turn('seller', '2026-08-11')).toMatchObject({ refusal: { code: 'ROUND_OVER' } });
    expect(reminderDays('2026-08-10', [1, 3])).toEqual(['2026-08-07', '2026-08-09']);
    expect(isReminderDay('2026-08-10', [1, 3], '2026-08-09')).toBe(true);
    expect(isReminderDay(null, [1, 3], '2026-08-09')).toBe(false);
  });
});

describe('a one-time code', () => {
  const issued = { expiresAt: '2026-08-01T00:10:00Z', tries: 0, used: false, documentSha256: 'a' };
  const given = { matches: true, documentSha256: 'a', now: '2026-08-01T00:05:00Z' };

  it('opens only inside its ten minutes, within five tries, once, and for the text it was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -CODE_LIFE_MS, max: 2 * CODE_LIFE_MS }),
        fc.nat(8),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (late, tries, used, matches, sameText) => {
          const now = new Date(Date.parse(issued.expiresAt) - CODE_LIFE_MS + late);
          const answer = checkCode({ ...issued, tries, used }, { matches, documentSha256: sameText ? 'a' : 'b', now });
          expect(answer.ok).toBe(matches && sameText && !used && tries < CODE_TRIES && late <= CODE_LIFE_MS);
        },
      ),
      runs,
    );
  });

  it('counts down what is left', () => {
    expect(checkCode(null, given)).toMatchObject({ refusal: { code: 'CODE_NOT_ASKED' } });
    expect(checkCode({ ...issued, tries: 3 }, { ...given, matches: false })).toMatchObject({
      refusal: { code: 'CODE_WRONG', left: 1 },
    });
    expect(checkCode({ ...issued, tries: 5 }, given)).toMatchObject({ refusal: { code: 'CODE_TRIES_SPENT' } });
  });
});

describe('an obligation', () => {
  const event = fc.record({
    kind: fc.constantFrom('CLAIM', 'CONFIRM', 'DISPUTE', 'ATTEST'),
    result: fc.option(fc.constantFrom('MET', 'PARTLY_MET', 'NOT_MET')),
    orgId: org,
    hasEvidence: fc.boolean(),
  }) as fc.Arbitrary<ObligationEvent>;

  it('is met only by a confirmed claim or an attestation, never by one side alone', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (asked) => {
        const history: ObligationEvent[] = [];
        for (const act of asked) {
          if ((act.kind === 'CLAIM' || act.kind === 'ATTEST') && act.result === null) continue;
          if (checkObligationAct('seller', history, act).ok) history.push(act);
        }
        const { state, settledBy } = obligationStanding(history);
        const others = history.some(({ kind, orgId }) => (kind === 'CONFIRM' && orgId !== 'seller') || kind === 'ATTEST');
        if (state !== 'SCHEDULED') expect(others).toBe(true);
        expect(settledBy === null).toBe(state === 'SCHEDULED');
        expect(
          history.every(({ kind, orgId }) => (kind === 'CLAIM' ? orgId === 'seller' : kind === 'ATTEST' || orgId !== 'seller')),
        ).toBe(true);
      }),
      runs,
    );
  });

  it('needs a file to be called met, and is overdue only while nobody said anything', () => {
    const claim = { kind: 'CLAIM', result: 'MET', orgId: 'seller', hasEvidence: false } as const;
    expect(checkObligationAct('seller', [], claim)).toMatchObject({ refusal: { code: 'EVIDENCE_MISSING' } });
    expect(checkObligationAct('seller', [], { ...claim, result: 'NOT_MET' }).ok).toBe(true);
    const proven = { ...claim, hasEvidence: true };
    expect(checkObligationAct('seller', [proven], proven)).toMatchObject({ refusal: { code: 'CLAIM_WAITS' } });
    expect(isObligationOverdue(obligationStanding([]), '2026-08-01', '2026-08-02')).toBe(true);
    expect(isObligationOverdue(obligationStanding([]), '2026-08-02', '2026-08-02')).toBe(false);
    expect(isObligationOverdue(obligationStanding([proven]), '2026-08-01', '2026-08-02')).toBe(false);
  });
});

describe('a proposal', () => {
  const answers = fc.array(fc.record({ orgId: org, answer: fc.constantFrom('CONSENT', 'OBJECT') }), {
    maxLength: 6,
  }) as fc.Arbitrary<ProposalAnswer[]>;
  const base = { partyOrgIds: ['seller', 'buyer'], until: '2026-08-08', byDocument: false };

  it('takes effect only with the consent of every party that did not propose it, unless nobody objected in time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROPOSAL_KINDS),
        answers,
        fc.constantFrom('seller', 'alliance'),
        fc.integer({ min: -9, max: 9 }),
        (kind, given, proposedByOrgId, late) => {
          const today = addDays('2026-08-08', late);
          const state = proposalState({ ...base, kind, proposedByOrgId }, given, today);
          const firstOf = (id: string) => given.find(({ orgId }) => orgId === id)?.answer;
          if (kind === 'TERMINATE') return expect(state).toBe(late > 0 ? 'AGREED' : 'OPEN');
          const objected = ['seller', 'buyer'].some((id) => firstOf(id) === 'OBJECT');
          const consented = ['seller', 'buyer'].every((id) => id === proposedByOrgId || firstOf(id) === 'CONSENT');
          expect(state).toBe(objected ? 'DECLINED' : consented || (kind === 'CLOSE' && late > 0) ? 'AGREED' : 'OPEN');
        },
      ),
      runs,
    );
  });

  it('on a document of the Alliance needs nobody, and otherwise says who is awaited', () => {
    const proposal = { ...base, kind: 'SUSPEND', proposedByOrgId: 'seller' } as const;
    expect(proposalState({ ...proposal, byDocument: true }, [], '2026-08-01')).toBe('AGREED');
    expect(awaitedOrgIds(proposal, [], '2026-08-01')).toEqual(['buyer']);
    expect(awaitedOrgIds(proposal, [{ orgId: 'buyer', answer: 'CONSENT' }], '2026-08-01')).toEqual([]);
  });
});

describe('amendments', () => {
  const bound = fc.bigInt({ min: 1n, max: 1_000n }).map((n) => Quantity.fromThousandths(n * 1_000n));
  const chain = fc.tuple(fc.option(bound), fc.array(bound, { maxLength: 8 }));

  it('never lose the original commitment, however many follow and in whatever order they are read', () => {
    fc.assert(
      fc.property(chain, fc.boolean(), ([first, later], turned) => {
        const terms = (target: Quantity | null): LineTerms => ({ min: null, target, max: null });
        const all = [first, ...later];
        const amendments = later.map((target, i): AgreedAmendment => ({
          no: i + 1,
          lines: [{ lineId: 'na', before: terms(all[i]!), after: terms(target) }],
        }));
        const versions = versionsOf('na', terms(all.at(-1)!), turned ? amendments.toReversed() : amendments);
        expect(versions[0]).toEqual({ no: 0, terms: terms(first) });
        expect(versions.map(({ no }) => no)).toEqual(all.map((_, i) => i));
        // COMMIT and AMEND entries add up to the newest target.
        const ledger = amendments.reduce((sum, { lines }) => sum.add(amendEntry(lines[0]!)), first ?? Quantity.ZERO);
        expect(ledger.equals(all.at(-1) ?? Quantity.ZERO)).toBe(true);
      }),
      runs,
    );
  });

  it('never lower a target below what was accepted, and never take a quantity away', () => {
    const line = (before: string | null, after: string | null) => {
      const terms = (qty: string | null) => ({ min: null, target: qty === null ? null : quantity(qty), max: null });
      return { lineId: 'na', before: terms(before), after: terms(after) };
    };
    expect(checkAmendment(line('100', '60'), quantity('60')).ok).toBe(true);
    expect(checkAmendment(line('100', '59'), quantity('60'))).toMatchObject({ refusal: { code: 'TARGET_BELOW_ACCEPTED' } });
    expect(checkAmendment(line('100', null), Quantity.ZERO)).toMatchObject({ refusal: { code: 'QUANTITY_WITHDRAWN' } });
    expect(checkAmendment(line('100', '100'), Quantity.ZERO)).toMatchObject({ refusal: { code: 'NOTHING_AMENDED' } });
    expect(checkAmendment(line('100', '100'), Quantity.ZERO, true).ok).toBe(true);
    expect(checkAmendment(line(null, '80'), Quantity.ZERO).ok).toBe(true);
  });
});

describe('closing', () => {
  it('needs a reason that may explain the outcome, unless all was fulfilled', () => {
    const known = [
      { code: 'CROP_FAILED', outcomes: ['PARTLY', 'UNSUCCESSFUL'] },
      { code: 'BY_AGREEMENT', outcomes: ['CANCELLED'] },
    ] as const;
    expect(checkClosing('FULFILLED', [], known).ok).toBe(true);
    expect(checkClosing('PARTLY', [], known)).toMatchObject({ refusal: { code: 'REASON_CODES_MISSING' } });
    expect(checkClosing('PARTLY', ['BY_AGREEMENT'], known)).toMatchObject({ refusal: { code: 'REASON_CODE_OTHER_OUTCOME' } });
    expect(checkClosing('PARTLY', ['X'], known)).toMatchObject({ refusal: { code: 'REASON_CODE_UNKNOWN' } });
    expect(checkClosing('PARTLY', ['CROP_FAILED', 'CROP_FAILED'], known)).toMatchObject({
      value: { reasonCodes: ['CROP_FAILED'] },
    });
  });

  it('is suggested by what was accepted', () => {
    const coverage = { quantified: 1, total: 1 };
    const at = (basisPoints: number, total = 1) =>
      suggestedOutcome({ kind: 'MEASURED', basisPoints, weighting: 'VALUE', coverage: { quantified: 1, total } });
    expect([at(10_000), at(9_500), at(9_499), at(0), at(10_000, 2)]).toEqual([
      'FULFILLED',
      'FULFILLED',
      'PARTLY',
      'UNSUCCESSFUL',
      'PARTLY',
    ]);
    expect(suggestedOutcome({ kind: 'NOT_QUANTIFIED', coverage })).toBeNull();
  });
});

describe('the end of a contract', () => {
  it('can be given notice of from the day both signed, and never twice', () => {
    for (const state of Object.keys(CONTRACT_TRANSITIONS) as ContractState[]) {
      const ended = nextState(CONTRACT_TRANSITIONS, state, 'terminate');
      expect(ended.ok).toBe(['SIGNED', 'ACTIVE', 'SUSPENDED'].includes(state));
    }
  });

  it('comes before its start exactly when the notice has run out by then', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const until = addDays('2026-08-08', days);
        expect(startsAfterNotice('2026-08-08', until)).toBe(days >= 0);
        // On its first day the notice is over already, or the contract begins and ends by the same notice later.
        const base = { kind: 'TERMINATE', partyOrgIds: ['a', 'b'], proposedByOrgId: 'a', until, byDocument: false } as const;
        expect(proposalState(base, [], '2026-08-08') === 'AGREED').toBe(!startsAfterNotice('2026-08-08', until));
      }),
      runs,
    );
    expect(startsAfterNotice('2026-08-08', null)).toBe(true);
  });

  it('comes by itself after the last day or when every line was received in full, never while an order is open', () => {
    const amount = fc.bigInt({ min: 0n, max: 20n }).map((n) => Quantity.fromThousandths(n * 500n));
    const line = fc.record({ max: amount.map((qty) => qty.add(quantity('0.5'))), proven: amount });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.nat(2), fc.integer({ min: -3, max: 3 }), (lines, openOrders, late) => {
        const why = completionOf({ validTo: '2026-08-08', openOrders, lines }, addDays('2026-08-08', late));
        const full = lines.length > 0 && lines.every(({ max, proven }) => proven.compare(max) >= 0);
        expect(why).toBe(openOrders > 0 ? null : full ? 'ALL_ACCEPTED' : late > 0 ? 'TERM_OVER' : null);
      }),
      runs,
    );
  });
});

describe('a call-off', () => {
  it('is taken only by a contract in force under a memorandum that is neither paused nor over', () => {
    for (const contract of Object.keys(CONTRACT_TRANSITIONS) as ContractState[]) {
      for (const mou of [null, ...(Object.keys(MOU_TRANSITIONS) as MouState[])]) {
        const open = checkCallOffOpen({ contract, mou });
        const stopped = mou !== null && ['SUSPENDED', 'CLOSED', 'EXPIRED', 'LAPSED'].includes(mou);
        expect(open.ok).toBe(contract === 'ACTIVE' && !stopped);
      }
    }
    expect(checkCallOffOpen({ contract: 'ACTIVE', mou: 'SUSPENDED' })).toMatchObject({
      refusal: { code: 'AGREEMENT_SUSPENDED' },
    });
    expect(checkCallOffOpen({ contract: 'SUSPENDED', mou: 'SUSPENDED' })).toMatchObject({
      refusal: { code: 'CONTRACT_NOT_ACTIVE' },
    });
  });
});

describe('the price of a line', () => {
  it('is named where its principle rests on one, by whoever may know it', () => {
    const line = { principle: 'FIXED', price: null, source: null } as const;
    expect(checkLinePrice(line, true)).toMatchObject({ refusal: { code: 'LINE_PRICE_MISSING' } });
    expect(checkLinePrice(line, false).ok).toBe(true);
    expect(checkLinePrice({ ...line, principle: 'INDEXED' }, true)).toMatchObject({
      refusal: { code: 'LINE_PRICE_SOURCE_MISSING' },
    });
    expect(checkLinePrice({ ...line, principle: 'MARKET' }, true).ok).toBe(true);
    expect(checkLinePrice({ ...line, principle: null }, true).ok).toBe(true);
  });
});

describe.each([
  ['memorandum', MOU_TRANSITIONS, 'DRAFT', ['CLOSED', 'EXPIRED', 'LAPSED']],
  ['contract', CONTRACT_TRANSITIONS, 'DRAFT', ['TERMINATED', 'COMPLETED']],
] as const)('the states of a %s', (_name, transitions, initial, final) => {
  const table = transitions as Readonly<Record<string, Readonly<Record<string, string>>>>;
  it('are all reached from the draft, and each but the final ones leads on to a final one', () => {
    expect(unreachableStates(table, initial)).toEqual([]);
    for (const state of Object.keys(table)) {
      const seen = new Set([state]);
      for (const at of seen) for (const to of Object.values(table[at]!)) seen.add(to);
      expect(final.some((end) => seen.has(end))).toBe(true);
      // A final state may still be spoken about, but leads nowhere else.
      expect(Object.values(table[state]!).every((to) => to === state)).toBe((final as readonly string[]).includes(state));
    }
  });

  it('answer every action in every state with a state or with what is allowed', () => {
    const actions = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
    for (const state of Object.keys(table)) {
      for (const action of actions) {
        const answer = nextState(table, state, action);
        if (answer.ok) expect(Object.keys(table)).toContain(answer.value);
        else
          expect(answer.refusal).toEqual({
            code: 'TRANSITION_NOT_ALLOWED',
            from: state,
            action,
            allowed: Object.keys(table[state]!),
          });
      }
    }
  });
});
