import { addDays } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import { gatherCast, pastWalls } from './cast.js';
import type { Storyteller } from './storyteller.js';

interface Found {
  readonly orderId: string;
  readonly lineId: string;
  readonly lotCode: string;
  readonly expiresOn: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  /** Days of life asked for on arrival, or a little fewer. */
  readonly minDays: number;
}

/** Between fictional parties: a lot near its last day that a buyer is asked to take and what it allows unasked; one that another buyer took. */
export async function tellLifeWaivers(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  const rows = await pastWalls<Found>(
    dataSource,
    `select distinct on (p.id) p.id as "orderId", l.id as "lineId", s.code as "lotCode", s.expires_on::text as "expiresOn",
       p.seller_org_id as "sellerOrgId", p.buyer_org_id as "buyerOrgId",
       coalesce(g.min_remaining_days, g.shelf_life_days / 3) as "minDays"
     from purchase_order p join order_line l on l.order_id = p.id join stock_lot s on s.product_id = l.product_id
       join lot_balance b on b.lot_id = s.id join product g on g.id = l.product_id
     where p.is_demo and p.status in ('CONFIRMED', 'IN_DELIVERY') and l.confirmed_qty > l.dispatched_qty and b.on_hand > 0
       and s.expires_on between $1::date + 1 and $1::date + 20
       and coalesce(g.min_remaining_days, g.shelf_life_days / 3) > 1
     order by p.id, s.expires_on, l.line_no limit 2`,
    [teller.date(0)],
  );
  for (const [at, { orderId, lineId, lotCode, expiresOn, sellerOrgId, buyerOrgId, minDays }] of rows.entries()) {
    const seller = cast.directors.get(sellerOrgId);
    const buyer = cast.shops.find(({ orgId }) => orgId === buyerOrgId)?.manager;
    if (!seller || !buyer) continue;
    const arrivesOn = addDays(expiresOn, -1);
    const say = (actor: Actor, name: string, type: string, input: Record<string, unknown>) =>
      teller.done(actor, `demo:${name}-${at}`, name, type, input, '... on LifeWaiver { id version }');
    const note = 'Lô chín đều, bán kịp trong ngày (nội dung mẫu).';
    const ask = { orderId, orderLineId: lineId, wholeOrder: false, lotCode, arrivesOn, note };
    const { id, version } = await say(seller, 'lifeWaiverAsk', 'LifeWaiverAskInput', ask);
    if (at === 0) {
      const offer = { orderId, orderLineId: lineId, leastDays: minDays - 1, validUntil: teller.date(7) };
      await say(buyer, 'lifeWaiverOffer', 'LifeWaiverOfferInput', { ...offer, reason: 'Bán hết trong tuần (nội dung mẫu).' });
      continue;
    }
    const word = { id, version, reason: 'Bán ngay trong ngày (nội dung mẫu).', validUntil: arrivesOn };
    await say(buyer, 'lifeWaiverGrant', 'LifeWaiverDecideInput', word);
  }
}
