import { nextState, PETITION_TRANSITIONS, type PetitionState, type PetitionStep, type PolicyAction } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import { petitionMessages } from './petition.messages.js';

interface Standing {
  readonly status: PetitionState;
  readonly departmentId: string | null;
  readonly petitionerOrgIds: readonly string[];
}

export interface OfferedAction {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

type Side = 'ALLIANCE' | 'DEPARTMENT' | 'PETITIONER';

const ACTIONS: readonly (readonly [action: string, step: PetitionStep, policy: PolicyAction, sides: readonly Side[]])[] = [
  ['petitionClassify', 'classify', 'petition.manage', ['ALLIANCE']],
  ['petitionAssign', 'assign', 'petition.manage', ['ALLIANCE']],
  ['petitionMerge', 'merge', 'petition.manage', ['ALLIANCE']],
  ['petitionAnswerInReport', 'answerInReport', 'petition.answer', ['DEPARTMENT', 'ALLIANCE']],
  ['petitionDraft', 'draft', 'petition.answer', ['DEPARTMENT']],
  ['petitionTransfer', 'transfer', 'petition.answer', ['DEPARTMENT']],
  ['petitionIssue', 'issue', 'petition.issue', ['DEPARTMENT']],
  ['petitionFeedback', 'accept', 'petition.feedback', ['PETITIONER', 'ALLIANCE']],
  ['petitionReopen', 'reopen', 'petition.feedback', ['PETITIONER', 'ALLIANCE']],
];

const WRONG_ROLE = {
  vi: 'Việc này do người có thẩm quyền của đơn vị làm.',
  en: 'Somebody with the right role in your organization does this.',
};

/** What this reader's side may do, with the reason where it cannot be done now; others' acts are not offered. */
export function actionsOf(actor: Actor, petition: Standing, reopensLeft: number): OfferedAction[] {
  const sides: Side[] = [];
  if (actor.orgKind === 'ALLIANCE') sides.push('ALLIANCE');
  if (petition.departmentId === actor.orgId) sides.push('DEPARTMENT');
  if (petition.petitionerOrgIds.includes(actor.orgId)) sides.push('PETITIONER');
  const words = (refusal: Parameters<typeof explain>[1]) => explain(petitionMessages, refusal, actor.locale).message;
  return ACTIONS.filter(([, , , of]) => of.some((side) => sides.includes(side))).map(([action, step, policy]) => {
    const trusted = allows(actor, policy, { ownerOrgId: actor.orgId, partyOrgIds: petition.petitionerOrgIds });
    const open = nextState(PETITION_TRANSITIONS, petition.status, step).ok;
    const usedUp = step === 'reopen' && open && reopensLeft === 0;
    const reason = !open
      ? words({ code: 'PETITION_STATE', status: petition.status } as never)
      : usedUp
        ? words({ code: 'REOPENS_USED_UP', max: 2 } as never)
        : trusted
          ? null
          : WRONG_ROLE[actor.locale];
    return { action, allowed: reason === null, reason };
  });
}
