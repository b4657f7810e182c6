import type { DataSource } from 'typeorm';
import { Membership, User } from '../../../modules/identity/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { gatherCast, type Goods } from './cast.js';
import type { DemoSignIn } from './load-demo.js';
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

const SET = `mutation($input: PurchaseLimitSetInput!) { purchaseLimitSet(input: $input) { __typename ... on DomainError { code message } } }`;
const PLACE = `mutation($input: OrderGroupPlaceInput!) { orderGroupPlace(input: $input) { __typename ... on DomainError { code message } } }`;

/** Between fictional parties: a limit for every buyer and one for the house, and an order above them that waits. */
export async function tellPurchaseLimits(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops, goods } = await gatherCast(dataSource);
  const shop = shops[0];
  const [clerk]: { id: string }[] = await dataSource.query('select id from app_user where email = $1', [STAFF.login]);
  const ofSellers = [...new Map(goods.map((good) => [good.sellerOrgId, good])).values()].slice(0, 2);
  if (!shop || !clerk || ofSellers.length < 2) return;
  const act = async (actor: Actor, mutation: string, query: string, input: Record<string, unknown>) => {
    const answer = (await teller.read(actor, query, { input }))[mutation] as unknown as { code?: string };
    if (answer.code) throw new Error(`Demo limits: ${JSON.stringify(answer)}`);
  };
  await act(shop.manager, 'purchaseLimitSet', SET, {
    ...{ clientKey: 'demo:limit-buyer', role: 'BUYER', perOrder: 5_000_000, perPeriod: 40_000_000, period: 'MONTH' },
    validFrom: today(),
  });
  const qty = (good: Goods) => String(good.packSize * Math.ceil(200 / good.packSize));
  await act({ ...shop.manager, userId: clerk.id, sessionId: clerk.id, roles: ['BUYER'] }, 'orderGroupPlace', PLACE, {
    clientKey: 'demo:order-request',
    buyerPoNo: 'PO-MAU-VUOT-MUC',
    requestedOn: teller.date(6),
    deliveryLocationId: shop.locationId,
    baskets: ofSellers.map((good) => ({
      sellerOrgId: good.sellerOrgId,
      lines: [{ productId: good.productId, packId: good.packId, qty: qty(good) }],
    })),
  });
}

/** The business date of this moment: the limit binds from now on, whenever the demo world was begun. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
