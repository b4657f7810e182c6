import fc from 'fast-check';
import { ORGANIZATION_KINDS } from './organization-kind.js';
import { may, POLICY, type Actor, type PolicyAction } from './policy.js';
import { ROLES } from './roles.js';

const actions = Object.keys(POLICY) as PolicyAction[];
const as = (orgId: string, orgKind: Actor['orgKind'], ...roles: Actor['roles']): Actor => ({
  userId: 'u',
  orgId,
  orgKind,
  roles,
});
const anyone = fc.record({
  userId: fc.constant('u'),
  orgId: fc.constantFrom('seller', 'buyer', 'stranger'),
  orgKind: fc.constantFrom(...ORGANIZATION_KINDS),
  roles: fc.subarray([...ROLES]),
});
const trade = { sellerOrgId: 'seller', buyerOrgId: 'buyer', ownerOrgId: 'seller', partyOrgIds: ['seller', 'buyer'] };

describe('the permission table', () => {
  it('gives nothing to somebody without a role', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...actions), (actor, action) => !may({ ...actor, roles: [] }, action, trade)),
      { numRuns: 1000 },
    );
  });

  it('gives nothing to a stranger outside the Alliance, whatever the roles', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...actions), (actor, action) => {
        fc.pre(actor.orgKind !== 'ALLIANCE');
        return !may({ ...actor, orgId: 'stranger' }, action, trade) && !may(actor, action);
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a role away for having another', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...ROLES), fc.constantFrom(...actions), (actor, role, action) => {
        return !may(actor, action, trade) || may({ ...actor, roles: [...actor.roles, role] }, action, trade);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses an action it does not know', () => {
    const leader = as('alliance', 'ALLIANCE', ...ROLES);
    expect(may(leader, 'constructor' as PolicyAction, trade)).toBe(false);
    expect(may(leader, 'order.delete' as PolicyAction, trade)).toBe(false);
  });

  it('keeps each side of a trade to its own acts', () => {
    const seller = as('seller', 'COOPERATIVE', 'SELLER_STAFF');
    const buyer = as('buyer', 'RETAILER', 'BUYER');
    for (const action of ['order.acknowledge', 'shipment.dispatch', 'payment.confirm'] as const) {
      expect([may(seller, action, trade), may(buyer, action, trade)]).toEqual([true, false]);
    }
    for (const action of ['order.place', 'order.cancel', 'order.acceptCounter', 'payment.declare'] as const) {
      expect([may(seller, action, trade), may(buyer, action, trade)]).toEqual([false, true]);
    }
  });

  it('lets only directors and managers sign', () => {
    expect(may(as('seller', 'COOPERATIVE', 'SELLER_STAFF'), 'contract.sign', trade)).toBe(false);
    expect(may(as('seller', 'COOPERATIVE', 'SELLER_DIRECTOR'), 'contract.sign', trade)).toBe(true);
    expect(may(as('buyer', 'RETAILER', 'BUYER'), 'mou.sign', trade)).toBe(false);
    expect(may(as('buyer', 'RETAILER', 'BUYER_MANAGER'), 'mou.sign', trade)).toBe(true);
  });

  it('lets the Alliance publish, verify and watch, but not trade; its leader alone countersigns', () => {
    const officer = as('alliance', 'ALLIANCE', 'ALLIANCE_OFFICER');
    const allowed = actions.filter((action) => may(officer, action, trade));
    expect(allowed.sort()).toEqual(
      [
        'agreement.propose',
        'alert.answer',
        'bankAccount.cancel',
        'bankAccount.confirm',
        'board.view',
        'case.work',
        'certificate.verify',
        'claim.mediate',
        // For a side that has nobody in the system; what a bank is shown is never the Alliance's to give or see.
        'credit.confirm',
        'credit.decide',
        'credit.end',
        'credit.file',
        'credit.record',
        'assisted.settle',
        'duty.record',
        'mandate.check',
        'mandate.record',
        'mandate.revoke',
        'mandate.use',
        'indicator.enter',
        'notice.confirm',
        'notice.send',
        'training.record',
        'event.manage',
        'register.approve',
        'register.prepare',
        'report.prepare',
        'slip.answer',
        'mou.attest',
        'mou.create',
        'organization.edit',
        'organization.merge',
        'organization.submit',
        'organization.verify',
        'petition.feedback',
        'petition.file',
        'petition.manage',
        'product.publish',
        'stallRule.edit',
        'supplyPool.offer',
        'trip.open',
      ].sort(),
    );
    expect(may(as('alliance', 'ALLIANCE', 'ALLIANCE_LEADER'), 'mou.countersign', trade)).toBe(true);
    expect(may(as('alliance', 'ALLIANCE', 'ALLIANCE_LEADER'), 'organization.suspend', trade)).toBe(true);
    expect(may(as('seller', 'COOPERATIVE', 'ALLIANCE_LEADER'), 'mou.countersign', trade)).toBe(false);
  });

  it('lets a receiver of the buyer talk, record what came, in or outside the system, stand by it, keep its proof and claim, and nothing else', () => {
    const receiver = as('buyer', 'RETAILER', 'BUYER_RECEIVER');
    expect(actions.filter((action) => may(receiver, action, trade))).toEqual([
      'thread.talk',
      'outside.record',
      'receipt.post',
      'receipt.defend',
      'proof.record',
      'claim.open',
    ]);
  });
});
