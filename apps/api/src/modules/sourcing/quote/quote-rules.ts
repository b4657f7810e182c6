import { mayStillQuote, nextState, QUOTE_TRANSITIONS, type QuoteAction, type QuoteState, type RfqState } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { WRONG_ROLE } from '../rfq/rfq-rules.js';
import type { OfferedAction } from '../rfq/rfq.view.js';
import { quoteMessages, type QuoteRefusal } from './quote.messages.js';

export interface QuoteStanding {
  readonly status: QuoteState;
  readonly revision: number;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly rfqStatus: RfqState;
}

const OF_BUYER: readonly (readonly [string, QuoteAction])[] = [
  ['quoteCounter', 'counter'],
  ['quoteCounterDrop', 'dropCounter'],
  ['quoteReject', 'reject'],
];

/** What the reader's side may do with the quote now, and why not. */
export function quoteActions(actor: Actor, quote: QuoteStanding): OfferedAction[] {
  const seller = actor.orgId === quote.sellerOrgId;
  if (!seller && actor.orgId !== quote.buyerOrgId) return [];
  const trusted = allows(actor, seller ? 'quote.prepare' : 'rfq.manage', quote);
  const say = (refusal: QuoteRefusal) => explain(quoteMessages, refusal, actor.locale).message;
  const running = quote.rfqStatus === 'OPEN' || quote.rfqStatus === 'CLOSED';
  const can = (step: QuoteAction) => nextState(QUOTE_TRANSITIONS, quote.status, step).ok;
  const offer = (action: string, step: QuoteAction, open = running): OfferedAction => {
    const reason = !trusted
      ? WRONG_ROLE[actor.locale]
      : !can(step)
        ? say({ code: 'QUOTE_STATE', status: quote.status })
        : open
          ? null
          : say({ code: 'QUOTE_LATE' });
    return { action, allowed: reason === null, reason };
  };
  if (!seller) return OF_BUYER.map(([action, step]) => offer(action, step));
  return [
    offer('quoteSend', quote.revision === 0 ? 'send' : 'revise', mayStillQuote(quote.rfqStatus, quote.status)),
    offer('quoteHold', 'hold'),
    offer('quoteWithdraw', 'withdraw'),
  ];
}
