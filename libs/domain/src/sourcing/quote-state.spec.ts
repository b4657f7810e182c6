import { QUOTE_STATES, QUOTE_TRANSITIONS, mayStillQuote, quoteStateAt } from './quote-state.js';
import { RFQ_STATES, rfqStateAt } from './rfq-state.js';

describe('a quote', () => {
  it('is valid through its last day and not a day longer, whoever looks', () => {
    const until = { validUntil: '2026-08-31' };
    expect(quoteStateAt({ state: 'SENT', ...until }, '2026-08-31')).toBe('SENT');
    expect(quoteStateAt({ state: 'SENT', ...until }, '2026-09-01')).toBe('EXPIRED');
    expect(quoteStateAt({ state: 'COUNTERED', ...until }, '2026-09-01')).toBe('EXPIRED');
  });

  it('that is decided does not expire any more', () => {
    for (const state of ['ACCEPTED', 'REJECTED', 'WITHDRAWN', 'DRAFT'] as const)
      expect(quoteStateAt({ state, validUntil: '2020-01-01' }, '2026-09-01')).toBe(state);
  });

  it('is accepted only while the offer stands: not against an open counter-offer, not after its date', () => {
    const accepting = QUOTE_STATES.filter((state) => QUOTE_TRANSITIONS[state].accept);
    expect(accepting).toEqual(['SENT']);
  });

  it('comes before the deadline; afterwards only as the answer to a counter-offer', () => {
    const after = RFQ_STATES.flatMap((rfq) => QUOTE_STATES.flatMap((q) => (mayStillQuote(rfq, q) ? [`${rfq} ${q}`] : [])));
    expect(after).toEqual([...QUOTE_STATES.map((state) => `OPEN ${state}`), 'CLOSED COUNTERED']);
  });
});

describe('a request', () => {
  const deadlineAt = '2026-08-01T10:00:00Z';
  it('is closed from the moment of its deadline on', () => {
    expect(rfqStateAt({ state: 'OPEN', deadlineAt }, new Date('2026-08-01T09:59:59Z'))).toBe('OPEN');
    expect(rfqStateAt({ state: 'OPEN', deadlineAt }, new Date('2026-08-01T10:00:00Z'))).toBe('CLOSED');
  });

  it('that was never sent, or was decided, is not closed by the clock', () => {
    for (const state of ['DRAFT', 'AWARDED', 'CANCELLED'] as const)
      expect(rfqStateAt({ state, deadlineAt }, new Date('2027-01-01T00:00:00Z'))).toBe(state);
  });
});
