import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import { checkRead } from './distribution.js';
import {
  DUTY_STATES,
  DUTY_STEPS,
  DUTY_TRANSITIONS,
  dutyDayHasCome,
  dutyMover,
  type DutyRecordDraft,
  recordDuty,
  type DutyState,
} from './duty.js';
import { checkIndicator, type IndicatorDraft, indicatorPeriod, latestValues, planShareBp } from './indicator.js';
import { DUTY_WORD_TRANSITIONS } from './duty-word.js';
import { checkTraining } from './training.js';

const TODAY = '2026-03-10';
const draft: DutyRecordDraft = {
  text: 'Đã họp',
  happenedOn: '2026-03-09',
  docNo: null,
  docDate: null,
  hasFile: false,
  nextMove: null,
  nextOn: null,
};
const code = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? null : result.refusal.code);

describe('a duty of a notice', () => {
  it('begins without information, and every state is reached', () => {
    expect(unreachableStates(DUTY_TRANSITIONS, 'UNKNOWN')).toEqual([]);
    expect(DUTY_STATES.map(dutyMover)).toEqual(['ALLIANCE', 'ACTOR', 'NONE', 'NONE']);
  });

  it('is told by its actor once: confirmed or returned, and then no more', () => {
    expect(unreachableStates(DUTY_WORD_TRANSITIONS, 'WAITING')).toEqual([]);
    expect([DUTY_WORD_TRANSITIONS.CONFIRMED, DUTY_WORD_TRANSITIONS.RETURNED]).toEqual([{}, {}]);
  });

  it('is never done without evidence, nor ever if it goes on for good, on any walk', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom(...DUTY_STEPS), fc.boolean(), fc.boolean()), { maxLength: 20 }),
        (continuing, walk) => {
          let state: DutyState = 'UNKNOWN';
          for (const [step, hasFile, hasDoc] of walk) {
            const doc = hasDoc ? { docNo: '1/KH', docDate: '2026-03-01' } : {};
            const result = recordDuty({ state, continuing }, step, { ...draft, hasFile, ...doc }, TODAY);
            if (!result.ok) continue;
            if (result.value === 'DONE') expect([continuing, hasFile || hasDoc]).toEqual([false, true]);
            state = result.value;
          }
          if (continuing) expect(state).not.toBe('DONE');
        },
      ),
    );
  });

  it('says what is missing', () => {
    const refused = (patch: Partial<DutyRecordDraft>) =>
      code(recordDuty({ state: 'UNKNOWN', continuing: false }, 'progress', { ...draft, ...patch }, TODAY));
    expect(refused({})).toBeNull();
    expect(refused({ text: ' ' })).toBe('DUTY_TEXT_MISSING');
    expect(refused({ text: 'x'.repeat(2001) })).toBe('DUTY_TEXT_TOO_LONG');
    expect(refused({ happenedOn: '2026-03-11' })).toBe('DUTY_DAY_AHEAD');
    expect(refused({ docNo: '1' })).toBe('DUTY_DOC_INCOMPLETE');
    expect(refused({ docNo: '1', docDate: '2026-03-11' })).toBe('DUTY_DAY_AHEAD');
    expect(refused({ nextMove: 'Gọi' })).toBe('DUTY_NEXT_DAY_MISSING');
    expect(refused({ nextMove: 'Gọi', nextOn: '2026-03-09' })).toBe('DUTY_NEXT_IN_PAST');
    expect(code(recordDuty({ state: 'UNKNOWN', continuing: false }, 'reopen', draft, TODAY))).toBe('TRANSITION_NOT_ALLOWED');
  });

  it('is late on the very day of "trước ngày"', () => {
    expect([
      dutyDayHasCome('UNKNOWN', '2024-05-10', '2024-05-09'),
      dutyDayHasCome('UNKNOWN', '2024-05-10', '2024-05-10'),
    ]).toEqual([false, true]);
    expect(dutyDayHasCome('DONE', '2024-05-10', TODAY)).toBe(false);
    expect(dutyDayHasCome('UNKNOWN', null, TODAY)).toBe(false);
  });
});

describe('an indicator of the sector', () => {
  const value: IndicatorDraft = { period: '2025', value: '45', plan: null, source: 'Báo cáo', reason: null };
  const refused = (patch: Partial<IndicatorDraft>, correction = false) =>
    code(checkIndicator({ ...value, ...patch }, correction, TODAY));

  it('has a period that is over, a number, a source, and a reason when told anew', () => {
    expect(refused({})).toBeNull();
    expect(refused({ period: '2025-13' })).toBe('INDICATOR_PERIOD_UNKNOWN');
    expect(refused({ period: '2025-02-30' })).toBe('INDICATOR_PERIOD_UNKNOWN');
    expect(refused({ period: '2026-Q1' })).toBe('INDICATOR_PERIOD_NOT_OVER');
    expect(refused({ value: '1,5' })).toBe('INDICATOR_VALUE_INVALID');
    expect(refused({ plan: '0' })).toBe('INDICATOR_PLAN_INVALID');
    expect(refused({ source: ' ' })).toBe('INDICATOR_SOURCE_MISSING');
    expect(refused({}, true)).toBe('INDICATOR_REASON_MISSING');
    expect(refused({ reason: 'Rà soát lại' }, true)).toBeNull();
  });

  it('ends its quarters and years on their last day', () => {
    expect(['2024', '2024-Q1', '2024-Q4', '2024-02-29'].map((period) => indicatorPeriod(period)?.to)).toEqual([
      '2024-12-31',
      '2024-03-31',
      '2024-12-31',
      '2024-02-29',
    ]);
  });

  it('shows the last revision of each period in the order of time, whatever the order it was read in', () => {
    const row = fc
      .tuple(fc.integer({ min: 2015, max: 2025 }), fc.constantFrom('', '-Q1', '-Q3'), fc.integer({ min: 1, max: 9 }))
      .map(([year, quarter, revision]) => ({ period: `${year}${quarter}`, revision }))
      .map((one) => ({ ...one, periodEnd: indicatorPeriod(one.period)!.to }));
    const rows = fc.uniqueArray(row, { selector: ({ period, revision }) => `${period}:${revision}`, maxLength: 30 });
    fc.assert(
      fc.property(rows, (list) => {
        const shown = latestValues(list);
        expect(latestValues([...list].reverse())).toEqual(shown);
        expect(shown.map(({ period }) => period).sort()).toEqual([...new Set(list.map(({ period }) => period))].sort());
        for (const one of shown)
          expect(one.revision).toBe(Math.max(...list.filter(({ period }) => period === one.period).map((r) => r.revision)));
        expect([...shown].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : a.periodEnd > b.periodEnd ? 1 : 0))).toEqual(shown);
      }),
    );
  });

  it('is measured against its plan, half up', () => {
    expect([planShareBp('45', '45'), planShareBp('15', '45'), planShareBp('1.2', '1.5'), planShareBp('1', null)]).toEqual([
      10_000,
      3333,
      8000,
      null,
    ]);
  });
});

describe('the distribution and the register of training', () => {
  it('takes one read receipt, after the sending; for somebody else only with how it is known', () => {
    const sent = { sentOn: '2026-03-02', readOn: null };
    expect(code(checkRead(sent, '2026-03-02', TODAY, false, null))).toBeNull();
    expect(code(checkRead(sent, '2026-03-01', TODAY, false, null))).toBe('READ_BEFORE_SENT');
    expect(code(checkRead(sent, '2026-03-11', TODAY, false, null))).toBe('READ_IN_FUTURE');
    expect(code(checkRead(sent, '2026-03-03', TODAY, true, ' '))).toBe('READ_NOTE_MISSING');
    expect(code(checkRead({ ...sent, readOn: '2026-03-03' }, '2026-03-03', TODAY, false, null))).toBe('ALREADY_READ');
  });

  it('holds what was held, with those who came', () => {
    const held = { topic: 'Kế toán HTX', heldOn: TODAY, organizations: 2, people: 3 };
    expect(code(checkTraining(held, TODAY))).toBeNull();
    expect(code(checkTraining({ ...held, topic: '' }, TODAY))).toBe('TRAINING_TOPIC_MISSING');
    expect(code(checkTraining({ ...held, heldOn: '2026-03-11' }, TODAY))).toBe('TRAINING_IN_FUTURE');
    expect(code(checkTraining({ ...held, organizations: 0 }, TODAY))).toBe('TRAINING_NOBODY');
    expect(code(checkTraining({ ...held, people: 1 }, TODAY))).toBe('TRAINING_PEOPLE_INVALID');
  });
});
