import { addDays } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Storyteller } from './storyteller.js';

interface Found {
  readonly orderId: string;
  readonly lineId: string;
  readonly lotCode: string;
  readonly expiresOn: string;
  readonly seller: Actor;
  readonly buyer: Actor;
}

const ACTOR = (org: string, role: string) =>
  `(select json_build_object('userId', m.user_id, 'sessionId', m.user_id, 'orgId', m.org_id, 'orgKind', o.kind, 'roles', m.roles, 'locale', 'vi')
    from membership m join organization o on o.id = m.org_id where m.org_id = ${org} and '${role}' = any(m.roles) and m.ended_at is null
    order by m.created_at, m.id limit 1)`;

/** Between fictional parties: a lot near its last day that a buyer is asked to take, and one that another buyer took. */
export async function tellLifeWaivers(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const rows: Found[] = await dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.scope', 'system', true)`);
    return manager.query(
      `select distinct on (p.id) p.id as "orderId", l.id as "lineId", s.code as "lotCode", s.expires_on::text as "expiresOn",
         ${ACTOR('p.seller_org_id', 'SELLER_DIRECTOR')} as seller, ${ACTOR('p.buyer_org_id', 'BUYER_MANAGER')} as buyer
       from purchase_order p join order_line l on l.order_id = p.id join stock_lot s on s.product_id = l.product_id
         join lot_balance b on b.lot_id = s.id
       where p.is_demo and p.status in ('CONFIRMED', 'IN_DELIVERY') and l.confirmed_qty > l.dispatched_qty and b.on_hand > 0
         and s.expires_on between $1::date + 1 and $1::date + 20
       order by p.id, s.expires_on, l.line_no limit 2`,
      [teller.date(0)],
    );
  });
  for (const [at, { orderId, lineId, lotCode, expiresOn, seller, buyer }] of rows.entries()) {
    if (!seller || !buyer) continue;
    const arrivesOn = addDays(expiresOn, -1);
    const say = async (actor: Actor, name: string, type: string, input: Record<string, unknown>) => {
      const source = `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code message } ... on LifeWaiver { id version } } }`;
      const told = { input: { clientKey: `demo:${name}-${at}`, ...input } };
      const answer = (await teller.read(actor, source, told))[name] as unknown as { id: string; version: number; code?: string };
      if (answer.code) throw new Error(`Demo life waiver: ${JSON.stringify(answer)}`);
      return answer;
    };
    const note = 'Lô chín đều, bán kịp trong ngày (nội dung mẫu).';
    const ask = { orderId, orderLineId: lineId, wholeOrder: false, lotCode, arrivesOn, note };
    const { id, version } = await say(seller, 'lifeWaiverAsk', 'LifeWaiverAskInput', ask);
    if (at === 0) continue;
    const word = { id, version, reason: 'Bán ngay trong ngày (nội dung mẫu).', validUntil: arrivesOn };
    await say(buyer, 'lifeWaiverGrant', 'LifeWaiverDecideInput', word);
  }
}
