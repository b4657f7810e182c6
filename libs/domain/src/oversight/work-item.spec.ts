import fc from 'fast-check';
import { deadlineGroupOf, DEADLINE_GROUPS, groupByDeadline } from './work-item.js';

/** Wednesday 5 August 2026, 10:00 in Vietnam. */
const now = new Date('2026-08-05T03:00:00Z');

describe('work by deadline', () => {
  it.each([
    ['2026-08-04', 'OVERDUE'],
    ['2026-08-05', 'TODAY'],
    ['2026-08-05T02:59:00Z', 'OVERDUE'],
    ['2026-08-05T16:59:00Z', 'TODAY'],
    ['2026-08-05T17:00:00Z', 'THIS_WEEK'],
    ['2026-08-09', 'THIS_WEEK'],
    ['2026-08-10', 'LATER'],
    [null, 'NO_DEADLINE'],
  ])('due %s is %s', (dueAt, group) => {
    expect(deadlineGroupOf(dueAt, now)).toBe(group);
  });

  it('loses no item, repeats none, and puts the most urgent first', () => {
    const dueAt = fc.option(fc.date({ min: new Date('2026-07-01'), max: new Date('2026-09-30'), noInvalidDate: true }));
    fc.assert(
      fc.property(fc.array(fc.record({ entityId: fc.uuid(), dueAt })), (items) => {
        const groups = groupByDeadline(items, now);
        const all = DEADLINE_GROUPS.flatMap((group) => groups[group]);
        expect(new Set(all)).toEqual(new Set(items));
        expect(all).toHaveLength(items.length);
        const times = all.filter((item) => item.dueAt !== null).map((item) => item.dueAt!.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });
});
