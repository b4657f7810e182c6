import { nextState, refuse, accept, RFQ_TRANSITIONS, type RfqAction, type RfqState, type Result } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { explain, type Locale } from '../../../platform/graphql/refusal.js';
import { type RfqRefusal, rfqMessages } from './rfq.messages.js';
import type { OfferedAction } from './rfq.view.js';

export const WRONG_ROLE: Record<Locale, string> = {
  vi: 'Vai trò của bạn ở đơn vị không được làm việc này.',
  en: 'Your role in the organization may not do this.',
};

/** The state `action` leads to, or the sentence that the request no longer allows it. */
export function moveRfq(status: RfqState, action: RfqAction): Result<RfqState, RfqRefusal> {
  const moved = nextState(RFQ_TRANSITIONS, status, action);
  return moved.ok ? accept(moved.value) : refuse({ code: 'RFQ_STATE', status });
}

const OF_BUYER: readonly (readonly [string, RfqAction])[] = [
  ['rfqSend', 'send'],
  ['rfqClose', 'close'],
  ['rfqExtend', 'extend'],
  ['rfqAward', 'award'],
  ['rfqCancel', 'cancel'],
];

/** What the buyer may do with the request now; a cooperative's acts hang on its own quote. */
export function rfqActions(actor: Actor, rfq: { readonly buyerOrgId: string; readonly status: RfqState }): OfferedAction[] {
  if (actor.orgId !== rfq.buyerOrgId) return [];
  const trusted = allows(actor, 'rfq.manage', rfq);
  const say = (refusal: RfqRefusal) => explain(rfqMessages, refusal, actor.locale).message;
  const offered = OF_BUYER.map(([action, step]): OfferedAction => {
    // An award closes an open request first.
    const moved = moveRfq(step === 'award' && rfq.status === 'OPEN' ? 'CLOSED' : rfq.status, step);
    const reason = !trusted ? WRONG_ROLE[actor.locale] : moved.ok ? null : say(moved.refusal);
    return { action, allowed: reason === null, reason };
  });
  const editable = rfq.status === 'DRAFT';
  const reason = !trusted ? WRONG_ROLE[actor.locale] : editable ? null : say({ code: 'RFQ_NOT_DRAFT' });
  return [{ action: 'rfqSave', allowed: reason === null, reason }, ...offered];
}
