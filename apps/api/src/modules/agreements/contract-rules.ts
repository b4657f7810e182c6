import { CONTRACT_TRANSITIONS, nextState, ROLES, type ContractState } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import { contractMessages, type ContractRefusal } from './contract.messages.js';

export interface ContractStanding {
  readonly status: ContractState;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly signatures: readonly { readonly orgId: string }[];
}

/** Why the actor's organization cannot sign now, or null; the role is asked apart. */
export function contractBlockedBy(contract: ContractStanding, actor: Actor): ContractRefusal | null {
  if (!nextState(CONTRACT_TRANSITIONS, contract.status, 'completeSignatures').ok) return { code: 'CONTRACT_NOT_IN_NEGOTIATION' };
  return contract.signatures.some(({ orgId }) => orgId === actor.orgId) ? { code: 'SIDE_SIGNED_ALREADY' } : null;
}

/** What the reader's side may do with the contract now, and why not. */
export function contractActions(actor: Actor, contract: ContractStanding) {
  if (!allows({ ...actor, roles: ROLES }, 'contract.sign', contract)) return [];
  const mayRole = allows(actor, 'contract.sign', contract);
  const refusal = mayRole ? contractBlockedBy(contract, actor) : ({ code: 'CONTRACT_WRONG_ROLE' } as const);
  const reason = refusal && explain(contractMessages, refusal, actor.locale).message;
  return [{ action: 'contractSign', allowed: reason === null, reason }];
}
