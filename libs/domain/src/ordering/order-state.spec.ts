import { isAckOverdue } from './order-state.js';

it('an unanswered order is late only after its time and only while it waits for the answer', () => {
  const ackDueAt = '2026-08-01T10:00:00Z';
  const at = (time: string) => new Date(`2026-08-01T${time}Z`);
  expect(isAckOverdue({ state: 'PLACED', ackDueAt }, at('10:00:00'))).toBe(false);
  expect(isAckOverdue({ state: 'PLACED', ackDueAt }, at('10:00:01'))).toBe(true);
  expect(isAckOverdue({ state: 'CONFIRMED', ackDueAt }, at('12:00:00'))).toBe(false);
  expect(isAckOverdue({ state: 'PLACED', ackDueAt: null }, at('12:00:00'))).toBe(false);
});
