import {
  CONTRACT_TRANSITIONS,
  nextState,
  ROLES,
  RUNNING_CONTRACT_STATES,
  type ContractState,
  type MouState,
} from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { explain } from '../../platform/graphql/refusal.js';
import { callOffMessages } from './call-off.messages.js';
import { callOffOpen } from './contract-book.js';
import { contractMessages, type ContractRefusal } from './contract.messages.js';

export interface ContractStanding {
  readonly status: ContractState;
  readonly mouStatus: MouState | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly signatures: readonly { readonly orgId: string }[];
}

/** Why the actor's organization cannot sign now, or null; the role is asked apart. */
export function contractBlockedBy(contract: Omit<ContractStanding, 'mouStatus'>, actor: Actor): ContractRefusal | null {
  if (!nextState(CONTRACT_TRANSITIONS, contract.status, 'completeSignatures').ok) return { code: 'CONTRACT_NOT_IN_NEGOTIATION' };
  return contract.signatures.some(({ orgId }) => orgId === actor.orgId) ? { code: 'SIDE_SIGNED_ALREADY' } : null;
}

/** What the reader's side may do with the contract now, and why not. */
export function contractActions(actor: Actor, contract: ContractStanding) {
  return [...signing(actor, contract), ...callingOff(actor, contract)];
}

/** The buyer's order under it: why not now, for a contract that was signed and is not over. */
function callingOff(actor: Actor, contract: ContractStanding) {
  if (!RUNNING_CONTRACT_STATES.includes(contract.status) || !allows(actor, 'order.place', { buyerOrgId: contract.buyerOrgId }))
    return [];
  const open = callOffOpen(contract);
  const reason = open.ok ? null : explain(callOffMessages, open.refusal, actor.locale).message;
  return [{ action: 'orderPlace', allowed: open.ok, reason }];
}

function signing(actor: Actor, contract: ContractStanding) {
  if (!allows({ ...actor, roles: ROLES }, 'contract.sign', contract)) return [];
  const mayRole = allows(actor, 'contract.sign', contract);
  const refusal = mayRole ? contractBlockedBy(contract, actor) : ({ code: 'CONTRACT_WRONG_ROLE' } as const);
  const reason = refusal && explain(contractMessages, refusal, actor.locale).message;
  return [{ action: 'contractSign', allowed: reason === null, reason }];
}
