import type { MandateScope } from './mandate-scope.js';
import type { OrganizationKind } from './organization-kind.js';
import type { Role } from './roles.js';

/** Who acts, for which organization. */
export interface Actor {
  readonly userId: string;
  readonly orgId: string;
  readonly orgKind: OrganizationKind;
  readonly roles: readonly Role[];
  /** Where somebody of the Alliance acts in the organization's name: only what the mandate carries is left of the roles. */
  readonly standIn?: { readonly scopes: readonly MandateScope[] } | null;
}

/** The organizations the thing acted on belongs to; leave out what does not apply. */
export interface Parties {
  readonly ownerOrgId?: string | null;
  readonly sellerOrgId?: string | null;
  readonly buyerOrgId?: string | null;
  readonly partyOrgIds?: readonly string[];
}

/** How the actor's organization stands to the thing: PARTY is the seller, the buyer or anyone in `partyOrgIds`. */
export type Relation = 'OWNER' | 'SELLER' | 'BUYER' | 'PARTY' | 'ALLIANCE';

export interface Grant {
  readonly as: Relation;
  readonly roles: readonly Role[];
}

const SELLER_SIDE: readonly Role[] = ['SELLER_STAFF', 'SELLER_DIRECTOR'];
const BUYER_SIDE: readonly Role[] = ['BUYER', 'BUYER_MANAGER'];
const ALLIANCE_SIDE: readonly Role[] = ['ALLIANCE_OFFICER', 'ALLIANCE_LEADER'];
const DEPARTMENT_SIDE: readonly Role[] = ['DEPARTMENT_OFFICER', 'DEPARTMENT_LEADER'];
const ALLIANCE: Grant = { as: 'ALLIANCE', roles: ALLIANCE_SIDE };

/** The whole permission table: an action is allowed when one grant matches both the role and the relation. */
export const POLICY = {
  'product.edit': [{ as: 'OWNER', roles: SELLER_SIDE }],
  'supply.record': [{ as: 'OWNER', roles: SELLER_SIDE }],
  'product.publish': [ALLIANCE],
  'demand.manage': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'demand.answer': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'rfq.manage': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'rfq.approve': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'rfq.message': [
    { as: 'SELLER', roles: SELLER_SIDE },
    { as: 'BUYER', roles: BUYER_SIDE },
  ],
  // Whoever stands in a document; the Alliance only where it is one of the parties.
  'thread.talk': [
    {
      as: 'PARTY',
      roles: [...SELLER_SIDE, ...BUYER_SIDE, 'BUYER_RECEIVER', 'BANK_OFFICER', 'PROMOTER', ...DEPARTMENT_SIDE, ...ALLIANCE_SIDE],
    },
  ],
  'quote.prepare': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'quote.share': [{ as: 'SELLER', roles: ['SELLER_DIRECTOR'] }],
  'sourcing.rule': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER'] }],
  'mou.create': [{ as: 'PARTY', roles: [...SELLER_SIDE, ...BUYER_SIDE] }, ALLIANCE],
  'mou.sign': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'ALLIANCE_LEADER'] }],
  'mou.attest': [ALLIANCE],
  'mou.countersign': [{ as: 'ALLIANCE', roles: ['ALLIANCE_LEADER'] }],
  'obligation.report': [{ as: 'PARTY', roles: [...SELLER_SIDE, ...BUYER_SIDE] }],
  'outside.record': [{ as: 'PARTY', roles: [...SELLER_SIDE, ...BUYER_SIDE, 'BUYER_RECEIVER'] }],
  'agreement.propose': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER'] }, ALLIANCE],
  'agreement.answer': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'ALLIANCE_LEADER'] }],
  // Prices are the sides' own; each gives its word to the Alliance for itself.
  'price.consent': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER'] }],
  'contract.propose': [
    { as: 'SELLER', roles: SELLER_SIDE },
    { as: 'BUYER', roles: BUYER_SIDE },
  ],
  'contract.sign': [
    { as: 'SELLER', roles: ['SELLER_DIRECTOR'] },
    { as: 'BUYER', roles: ['BUYER_MANAGER'] },
  ],
  // A pool's lead, or the Alliance that brings cooperatives together; each member binds only itself.
  'supplyPool.offer': [{ as: 'SELLER', roles: SELLER_SIDE }, ALLIANCE],
  'supplyPool.answer': [{ as: 'SELLER', roles: ['SELLER_DIRECTOR'] }],
  'supplyPool.agree': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'order.place': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'order.cancel': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'order.acknowledge': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'order.acceptCounter': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'order.approve': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'order.limit': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'order.change': [
    { as: 'SELLER', roles: SELLER_SIDE },
    { as: 'BUYER', roles: BUYER_SIDE },
  ],
  'route.edit': [{ as: 'OWNER', roles: SELLER_SIDE }],
  'shipment.dispatch': [{ as: 'SELLER', roles: SELLER_SIDE }],
  // A truck that several share: a cooperative or the Alliance opens it, each cooperative puts its own goods on it.
  'trip.open': [{ as: 'SELLER', roles: SELLER_SIDE }, ALLIANCE],
  'trip.lead': [
    { as: 'OWNER', roles: SELLER_SIDE },
    { as: 'OWNER', roles: ALLIANCE_SIDE },
  ],
  'trip.ride': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'lifeWaiver.ask': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'lifeWaiver.decide': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'receipt.post': [{ as: 'BUYER', roles: ['BUYER_RECEIVER', 'BUYER_MANAGER'] }],
  'receipt.void': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'receipt.dispute': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'receipt.defend': [{ as: 'BUYER', roles: ['BUYER_RECEIVER', 'BUYER_MANAGER'] }],
  'proof.record': [
    { as: 'SELLER', roles: SELLER_SIDE },
    { as: 'BUYER', roles: ['BUYER_RECEIVER', 'BUYER_MANAGER'] },
  ],
  'goods.settle': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'claim.open': [{ as: 'BUYER', roles: [...BUYER_SIDE, 'BUYER_RECEIVER'] }],
  'claim.settle': [
    { as: 'SELLER', roles: SELLER_SIDE },
    { as: 'BUYER', roles: BUYER_SIDE },
  ],
  'claim.answer': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'claim.mediate': [ALLIANCE],
  'payment.declare': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'payment.confirm': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'invoice.record': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'invoice.approve': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'note.issue': [{ as: 'SELLER', roles: SELLER_SIDE }],
  'note.answer': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'credit.allocate': [
    { as: 'SELLER', roles: SELLER_SIDE },
    { as: 'BUYER', roles: BUYER_SIDE },
  ],
  'credit.return': [{ as: 'SELLER', roles: ['SELLER_DIRECTOR'] }],
  'payment-term.agree': [
    { as: 'SELLER', roles: ['SELLER_DIRECTOR'] },
    { as: 'BUYER', roles: ['BUYER_MANAGER'] },
  ],
  'bank.link': [{ as: 'SELLER', roles: ['SELLER_DIRECTOR'] }],
  'integration.manage': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER'] }],
  'board.view': [ALLIANCE],
  'report.prepare': [ALLIANCE],
  'report.issue': [{ as: 'ALLIANCE', roles: ['ALLIANCE_LEADER'] }],
  'event.manage': [ALLIANCE],
  'register.prepare': [ALLIANCE],
  'register.approve': [ALLIANCE],
  'meeting.ask': [{ as: 'OWNER', roles: [...SELLER_SIDE, ...BUYER_SIDE] }],
  'slip.answer': [{ as: 'OWNER', roles: SELLER_SIDE }, ALLIANCE],
  'alert.answer': [ALLIANCE],
  'stallRule.edit': [ALLIANCE],
  'case.work': [ALLIANCE],
  // The Alliance registers organizations that cannot do it themselves (assisted mode).
  'organization.edit': [
    {
      as: 'OWNER',
      roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'BANK_OFFICER', 'DEPARTMENT_OFFICER', 'DEPARTMENT_LEADER', 'PROMOTER'],
    },
    ALLIANCE,
  ],
  'organization.submit': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER'] }, ALLIANCE],
  'organization.verify': [ALLIANCE],
  'organization.suspend': [{ as: 'ALLIANCE', roles: ['ALLIANCE_LEADER'] }],
  'organization.merge': [ALLIANCE],
  'bankAccount.change': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR', 'BUYER_MANAGER'] }],
  'bankAccount.confirm': [{ as: 'OWNER', roles: [...SELLER_SIDE, ...BUYER_SIDE] }, ALLIANCE],
  'bankAccount.cancel': [{ as: 'OWNER', roles: [...SELLER_SIDE, ...BUYER_SIDE] }, ALLIANCE],
  'certificate.declare': [{ as: 'OWNER', roles: SELLER_SIDE }],
  'certificate.verify': [ALLIANCE],
  'checklist.edit': [{ as: 'BUYER', roles: BUYER_SIDE }],
  'requirement.waive': [{ as: 'BUYER', roles: ['BUYER_MANAGER'] }],
  'ocop.assess': [{ as: 'OWNER', roles: SELLER_SIDE }],
  // The Alliance records what came on paper, and the petitioner's word given by telephone; each row names who wrote it.
  'petition.file': [{ as: 'OWNER', roles: SELLER_SIDE }, ALLIANCE],
  'petition.feedback': [{ as: 'PARTY', roles: SELLER_SIDE }, ALLIANCE],
  'petition.manage': [ALLIANCE],
  // The body that answers: a department, or the Alliance where it is the one asked.
  'petition.answer': [{ as: 'OWNER', roles: [...DEPARTMENT_SIDE, ...ALLIANCE_SIDE] }],
  'petition.issue': [{ as: 'OWNER', roles: ['DEPARTMENT_LEADER', 'ALLIANCE_LEADER'] }],
  'duty.record': [ALLIANCE],
  // A body tells what it did of its own duties; the Alliance confirms.
  'duty.tell': [{ as: 'OWNER', roles: DEPARTMENT_SIDE }],
  'indicator.enter': [ALLIANCE],
  'training.record': [ALLIANCE],
  // The Alliance and the body the notice names besides it send it on; whoever got it says so.
  'notice.send': [{ as: 'OWNER', roles: DEPARTMENT_SIDE }, ALLIANCE],
  'notice.confirm': [
    { as: 'OWNER', roles: [...SELLER_SIDE, ...BUYER_SIDE, ...DEPARTMENT_SIDE, 'BANK_OFFICER', 'PROMOTER', ...ALLIANCE_SIDE] },
    ALLIANCE,
  ],
  // Assisted mode: the organization lets the Alliance act in its name, and answers for what was done.
  'mandate.give': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR'] }],
  'mandate.record': [ALLIANCE],
  'mandate.check': [ALLIANCE],
  'mandate.revoke': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR'] }, ALLIANCE],
  'mandate.use': [ALLIANCE],
  'assisted.answer': [{ as: 'OWNER', roles: ['SELLER_DIRECTOR'] }],
  'assisted.settle': [ALLIANCE],
  // A credit agreement lies between a bank and a borrower; the Alliance writes for a side that has nobody in the system.
  'credit.record': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BANK_OFFICER'] }, ALLIANCE],
  'credit.confirm': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BANK_OFFICER'] }, ALLIANCE],
  'credit.file': [{ as: 'PARTY', roles: SELLER_SIDE }, ALLIANCE],
  'credit.decide': [{ as: 'PARTY', roles: ['BANK_OFFICER'] }, ALLIANCE],
  'credit.end': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR', 'BANK_OFFICER'] }, ALLIANCE],
  // Figures of a cooperative's trade go to a bank by its director's word alone.
  'evidence.request': [{ as: 'PARTY', roles: ['BANK_OFFICER'] }],
  'evidence.grant': [{ as: 'PARTY', roles: ['SELLER_DIRECTOR'] }],
  'evidence.open': [{ as: 'PARTY', roles: [...SELLER_SIDE, 'BANK_OFFICER'] }],
} as const satisfies Readonly<Record<string, readonly Grant[]>>;

export type PolicyAction = keyof typeof POLICY;

/**
 * What a mandate can carry, the whole of it: goods and harvest, answers to orders, sending goods off. Whoever stands in has a
 * seller's everyday rights and none of its director's.
 */
export const MANDATE_CARRIES: Readonly<Record<MandateScope, readonly PolicyAction[]>> = {
  PRODUCTS: ['product.edit', 'supply.record'],
  ORDERS: ['order.acknowledge', 'order.change'],
  DISPATCH: ['shipment.dispatch', 'proof.record', 'lifeWaiver.ask'],
};
export const STAND_IN_ROLES: readonly Role[] = ['SELLER_STAFF'];

/** Whether a mandate of these scopes carries the action at all; the parties are asked besides. */
export const mandateCarries = (scopes: readonly MandateScope[], action: PolicyAction): boolean =>
  scopes.some((scope) => Object.hasOwn(MANDATE_CARRIES, scope) && MANDATE_CARRIES[scope].includes(action));

/** Deny by default: true only when a role of the actor and its relation to the parties stand in the table together. */
export function may(actor: Actor, action: PolicyAction, parties: Parties = {}): boolean {
  if (actor.standIn && !mandateCarries(actor.standIn.scopes, action)) return false;
  const grants: readonly Grant[] = Object.hasOwn(POLICY, action) ? POLICY[action] : [];
  return grants.some((grant) => stands(actor, grant.as, parties) && grant.roles.some((role) => actor.roles.includes(role)));
}

function stands(actor: Actor, relation: Relation, parties: Parties): boolean {
  switch (relation) {
    case 'OWNER':
      return parties.ownerOrgId === actor.orgId;
    case 'SELLER':
      return parties.sellerOrgId === actor.orgId;
    case 'BUYER':
      return parties.buyerOrgId === actor.orgId;
    case 'PARTY':
      return [parties.sellerOrgId, parties.buyerOrgId, ...(parties.partyOrgIds ?? [])].includes(actor.orgId);
    case 'ALLIANCE':
      return actor.orgKind === 'ALLIANCE';
  }
}
