import { finalStates, unreachableStates } from '../shared/state-machine.js';
import { caseEntry, nextAction, PLAN_TASK_TRANSITIONS, planTask, taskOutcome } from './case-work.js';

const today = '2026-08-05';

describe('case work', () => {
  it('keeps what happened, and promises with their day', () => {
    const call = { kind: 'CALL', happenedOn: today, text: ' Gọi giám đốc ', promisedFor: '2026-08-20' } as const;
    expect(caseEntry(call, today)).toEqual({ ok: true, value: { ...call, text: 'Gọi giám đốc', promisedFor: null } });
    expect(caseEntry({ ...call, happenedOn: '2026-08-06' }, today)).toMatchObject({ refusal: { code: 'CASE_DAY_AHEAD' } });
    expect(caseEntry({ ...call, text: ' ' }, today)).toMatchObject({ refusal: { code: 'CASE_TEXT_MISSING' } });
    expect(caseEntry({ ...call, text: 'a'.repeat(1001) }, today)).toMatchObject({ refusal: { code: 'CASE_TEXT_TOO_LONG' } });
    expect(caseEntry({ ...call, kind: 'PROMISE', promisedFor: null }, today)).toMatchObject({
      refusal: { code: 'PROMISE_DAY_MISSING' },
    });
    expect(caseEntry({ ...call, kind: 'PROMISE' }, today)).toMatchObject({ ok: true, value: { promisedFor: '2026-08-20' } });
  });

  it('gives a next action a day, or has none', () => {
    expect(nextAction(' ', today)).toEqual({ ok: true, value: { text: null, on: null } });
    expect(nextAction('Đi thăm', null)).toMatchObject({ refusal: { code: 'NEXT_ACTION_DAY_MISSING' } });
    expect(nextAction('Đi thăm', today)).toMatchObject({ ok: true });
  });

  it('plans tasks ahead and ends each once, by evidence or a reason', () => {
    expect(planTask('Hướng dẫn mã vạch', '2026-08-04', today)).toMatchObject({ refusal: { code: 'TASK_DUE_IN_PAST' } });
    expect(planTask('Hướng dẫn mã vạch', today, today)).toMatchObject({ ok: true });
    expect(taskOutcome(' ', false)).toMatchObject({ refusal: { code: 'TASK_EVIDENCE_MISSING' } });
    expect(taskOutcome(null, true)).toEqual({ ok: true, value: null });
    expect(unreachableStates(PLAN_TASK_TRANSITIONS, 'OPEN')).toEqual([]);
    expect(finalStates(PLAN_TASK_TRANSITIONS)).toEqual(['DONE', 'DROPPED']);
  });
});
