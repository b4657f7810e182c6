import {
  CREDIT_TRANSITIONS,
  type CreditSide,
  type CreditState,
  type CreditStep,
  mayConfirm,
  nextState,
  type PolicyAction,
} from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import type { OfferedAction } from '../ordering/index.js';
import { ownerOf, partiesOf, sideOf } from './credit-book.js';
import { creditMessages, type CreditRefusal } from './credit.messages.js';

export interface CreditStanding {
  readonly bankOrgId: string;
  readonly borrowerOrgId: string;
  readonly status: CreditState;
  readonly recordedSide: CreditSide;
  readonly recordedByUser: string | null;
  readonly attachedBy: string | null;
  readonly hasDocument: boolean;
  readonly hasMoney: boolean;
  /** Sides with people of their own here: the Alliance does not write for them. */
  readonly bankOnLine: boolean;
  readonly borrowerOnLine: boolean;
}

/** Action, the step it takes, and who may. */
const ACTIONS: readonly (readonly [action: string, step: CreditStep, policy: PolicyAction])[] = [
  ['creditFile', 'file', 'credit.file'],
  ['creditAppraise', 'appraise', 'credit.decide'],
  ['creditApprove', 'approve', 'credit.decide'],
  ['creditGrant', 'grant', 'credit.decide'],
  ['creditDisburse', 'disburse', 'credit.decide'],
  ['creditClose', 'close', 'credit.end'],
  ['creditRefuse', 'refuse', 'credit.end'],
  ['creditLapse', 'lapse', 'credit.end'],
  ['creditWithdraw', 'withdraw', 'credit.end'],
];

const WRONG_ROLE = {
  vi: 'Việc này do người có thẩm quyền của đơn vị làm.',
  en: 'Somebody with the right role in your organization does this.',
};

/** What this reader's side may do now, with the reason where it cannot; steps of another state or of the other side are not offered. */
export function creditActions(actor: Actor, credit: CreditStanding): OfferedAction[] {
  const side = sideOf(actor, credit);
  const words = (refusal: CreditRefusal) => explain(creditMessages, refusal, actor.locale).message;
  const offer = (action: string, policy: PolicyAction, blocked: CreditRefusal | null): OfferedAction => {
    const trusted = allows(actor, policy, partiesOf(credit));
    const reason = !trusted ? WRONG_ROLE[actor.locale] : blocked ? words(blocked) : null;
    return { action, allowed: reason === null, reason };
  };
  const offered: OfferedAction[] = [];
  if (credit.status === 'RECORDED') {
    if (side !== 'ALLIANCE' || credit.recordedSide === 'ALLIANCE') {
      offered.push(offer('creditAttach', 'credit.record', null));
      offered.push(offer('creditConfirm', 'credit.confirm', confirmBlocked(actor, side, credit)));
    }
  }
  for (const [action, step, policy] of ACTIONS) {
    if (!nextState(CREDIT_TRANSITIONS, credit.status, step).ok) continue;
    const owner = ownerOf(step, credit.status);
    if (owner && side !== owner && side !== 'ALLIANCE') continue;
    const onLine = owner && side === 'ALLIANCE' && (owner === 'BANK' ? credit.bankOnLine : credit.borrowerOnLine);
    // The Alliance is not offered what belongs to people who are here.
    if (onLine || (step === 'lapse' && credit.hasMoney)) continue;
    offered.push(offer(action, policy, null));
  }
  return offered;
}

function confirmBlocked(actor: Actor, side: CreditSide, credit: CreditStanding): CreditRefusal | null {
  if (side === 'ALLIANCE' && !credit.hasDocument) return { code: 'CREDIT_PAPER_MISSING' };
  const record = { side: credit.recordedSide, userId: credit.recordedByUser, hasDocument: credit.hasDocument };
  const may = mayConfirm(record, { side, userId: actor.userId }) && credit.attachedBy !== actor.userId;
  return may ? null : { code: 'CREDIT_OWN_RECORD' };
}
