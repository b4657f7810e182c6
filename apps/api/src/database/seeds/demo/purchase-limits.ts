import { today } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import { Membership, User } from '../../../modules/identity/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { actorWith, gatherCast } from './cast.js';
import type { DemoSignIn } from './load-demo.js';
import { basketsOf } from './order-groups.js';
import type { Storyteller } from './storyteller.js';

const STAFF = { name: 'Hoàng Thị Mua', login: 'muahang.sieuthi@example.vn', phone: '+84900000470' };

/** A buyer's clerk beside the manager: who orders within a limit and asks above it. */
export async function loadDemoBuyer(tx: Tx, passwordHash: string, password: string): Promise<DemoSignIn[]> {
  const [shop] = await tx.query<{ id: string; name: string }>(
    `select o.id, o.name from organization o join membership m on m.org_id = o.id join app_user u on u.id = m.user_id
     where u.is_demo and 'BUYER_MANAGER' = any(m.roles) order by o.name limit 1`,
  );
  if (!shop) return [];
  const userId = newId();
  const { name, login, phone } = STAFF;
  await tx.insert(User, { id: userId, email: login, phone, fullName: name, passwordHash, locale: 'vi', isDemo: true });
  await tx.insert(Membership, { id: newId(), userId, orgId: shop.id, roles: ['BUYER'] });
  return [{ role: 'BUYER', name, organization: shop.name, login, password }];
}

/** Between fictional parties: a limit for every buyer and one for the house, and an order above them that waits. */
export async function tellPurchaseLimits(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods } = await gatherCast(dataSource);
  const shop = shops[0];
  const baskets = basketsOf(goods, 2);
  if (!shop || baskets.length < 2) return;
  await teller.done(shop.manager, 'demo:limit-buyer', 'purchaseLimitSet', 'PurchaseLimitSetInput', {
    ...{ role: 'BUYER', perOrder: 5_000_000, perPeriod: 40_000_000, period: 'MONTH' },
    // The limit binds from now on, whenever the demo world was begun.
    validFrom: today(new Date()),
  });
  const clerk = await actorWith(dataSource, STAFF.login);
  await teller.done(clerk, 'demo:order-request', 'orderGroupPlace', 'OrderGroupPlaceInput', {
    buyerPoNo: 'PO-MAU-VUOT-MUC',
    requestedOn: teller.date(6),
    deliveryLocationId: shop.locationId,
    baskets,
  });
}
