import type { LocalDate } from '../shared/calendar-date.js';
import type { Transitions } from '../shared/state-machine.js';
import type { RfqState } from './rfq-state.js';

export const QUOTE_STATES = ['DRAFT', 'SENT', 'COUNTERED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];
export type QuoteAction = 'send' | 'revise' | 'counter' | 'dropCounter' | 'hold' | 'accept' | 'reject' | 'withdraw' | 'expire';

/** The cooperative sends, revises, holds and withdraws; the buyer counters, drops its counter, accepts and rejects; the date expires. */
export const QUOTE_TRANSITIONS: Transitions<QuoteState, QuoteAction> = {
  DRAFT: { send: 'SENT' },
  SENT: {
    revise: 'SENT',
    counter: 'COUNTERED',
    accept: 'ACCEPTED',
    reject: 'REJECTED',
    withdraw: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  // A counter-offer sets the offer aside: it stands again when the seller holds it or the buyer takes the counter back.
  COUNTERED: {
    revise: 'SENT',
    hold: 'SENT',
    dropCounter: 'SENT',
    reject: 'REJECTED',
    withdraw: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  ACCEPTED: {},
  REJECTED: {},
  WITHDRAWN: { revise: 'SENT' },
  EXPIRED: { revise: 'SENT' },
};

/** What the quote is on `today`: its last day is still valid, the next is not. */
export function quoteStateAt(
  quote: { readonly state: QuoteState; readonly validUntil: LocalDate | null },
  today: LocalDate,
): QuoteState {
  const over = (quote.state === 'SENT' || quote.state === 'COUNTERED') && quote.validUntil !== null && quote.validUntil < today;
  return over ? 'EXPIRED' : quote.state;
}

/** New quotes only before the deadline; afterwards only the answer to a counter-offer, so that a late comer gains nothing. */
export const mayStillQuote = (rfq: RfqState, quote: QuoteState): boolean =>
  rfq === 'OPEN' || (rfq === 'CLOSED' && quote === 'COUNTERED');
