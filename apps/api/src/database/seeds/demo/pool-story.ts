import type { DataSource } from 'typeorm';
import { refreshCatalog } from '../../../modules/catalog/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { SYSTEM } from '../../../platform/auth/actor.js';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { gatherCast, type Shop } from './cast.js';
import type { Answer, Storyteller } from './storyteller.js';

const GOODS = 'Hoa hồi khô';
const step = (name: string) => `demo:pool:${name}`;

interface Member {
  readonly director: Actor;
  readonly productId: string;
  readonly packId: string;
  readonly target: number;
}

type Part = { own: boolean; orderId: string | null; orderStatus: string | null };

/** Three cooperatives dry star anise for one buyer; of the last call-off one can give only half, and the others are asked once more. */
export async function tellPool(teller: Storyteller, uow: UnitOfWork, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  const shop = cast.shops[0]!;
  const [lead, second, third] = await membersOf(uow, [...cast.directors.values()]);
  if (!lead || !second || !third) return;
  const members = [lead, second, third];
  const contractLineId = await contractOf(teller, lead, shop);
  const pool = await gather(teller, shop, members, contractLineId);
  await callOff(teller, shop, pool, 'first', -6, 2, 600);
  for (const [i, member] of members.entries()) await answer(teller, member.director, pool, `first-${i}`, -5);
  await teller.settle();
  await callOff(teller, shop, pool, 'second', -2, 12, 900);
  await answer(teller, lead.director, pool, 'second-0', -2);
  await answer(teller, second.director, pool, 'second-1', -2, 'Mưa kéo dài, sấy không kịp');
  await answer(teller, third.director, pool, 'second-2', -1);
  await teller.settle();
}

/** The directors' cooperatives with dried star anise in cases of ten kilograms, which those that sell none yet take up here. */
async function membersOf(uow: UnitOfWork, directors: readonly Actor[]): Promise<Member[]> {
  return uow.run(SYSTEM, async (tx) => {
    const made: Member[] = [];
    for (const [i, director] of directors.slice(0, 3).entries()) {
      const own = () =>
        tx.query<{ productId: string; packId: string }>(
          `select p.id as "productId", k.id as "packId" from product p join pack k on k.product_id = p.id
           where p.org_id = $1 and p.name_vi like $2 || '%' and p.status = 'PUBLISHED' and p.base_unit = 'kg' and k.size_base = 10 order by p.id limit 1`,
          [director.orgId, GOODS],
        );
      let [goods] = await own();
      if (!goods) {
        const id = newId();
        await tx.query(
          `insert into product select (jsonb_populate_record(p, jsonb_build_object('id', $1::uuid, 'org_id', $2::uuid, 'slug', p.slug || '-gop-' || $3))).* from product p
           where p.name_vi like $4 || '%' and p.status = 'PUBLISHED' and exists (select 1 from pack k where k.product_id = p.id and k.size_base = 10) order by p.id limit 1`,
          [id, director.orgId, String(i + 1), GOODS],
        );
        await tx.query(`insert into pack (id, product_id, name, size_base, moq_packs) values ($1, $2, 'Bao 10 kg', 10, 1)`, [
          newId(),
          id,
        ]);
        await refreshCatalog(tx, [id]);
        [goods] = await own();
      }
      if (goods) made.push({ director, ...goods, target: [1500, 900, 600][i]! });
    }
    return made;
  });
}

async function contractOf(teller: Storyteller, lead: Member, shop: Shop): Promise<string> {
  teller.on(-45);
  let contract = await teller.act(
    shop.manager,
    step('contract'),
    'contractPropose',
    'ContractProposeInput',
    'Contract',
    {
      sellerOrgId: lead.director.orgId,
      buyerOrgId: shop.orgId,
      validFrom: teller.date(-45),
      validTo: teller.date(300),
      priceClause: 'FIXED',
      toleranceBp: 0,
      paymentTermDays: 30,
      lines: [
        {
          productId: lead.productId,
          packId: lead.packId,
          minQty: '0',
          targetQty: '3000',
          maxQty: '3000',
          unitPrice: 120_000,
          schedule: [],
        },
      ],
    },
    'lines { id }',
  );
  const [line] = contract['lines'] as { id: string }[];
  for (const actor of [shop.manager, lead.director]) {
    const input = { id: contract.id, version: contract.version };
    contract = await teller.act(actor, step(`sign-${actor.orgId}`), 'contractSign', 'ContractActionInput', 'Contract', input, '');
  }
  return line!.id;
}

async function gather(teller: Storyteller, shop: Shop, members: readonly Member[], contractLineId: string): Promise<Answer> {
  teller.on(-40);
  const shares = members.map(({ director, target }, i) => ({
    memberOrgId: director.orgId,
    priority: 1,
    targetQty: String(target),
    maxQty: String(target),
    weeklyMax: i === 2 ? '300' : null,
    note: i === 0 ? null : 'Giao tại kho của siêu thị, mỗi đơn vị giao phần mình.',
  }));
  const made = await teller.act(
    members[0]!.director,
    step('offer'),
    'supplyPoolOffer',
    'SupplyPoolOfferInput',
    'SupplyPool',
    { contractLineId, shares },
    '',
  );
  const shareFields = 'shares { id version own status }';
  for (const [i, { director, productId }] of members.entries()) {
    teller.on(-39 + i);
    const seen = await teller.read(director, `query($id: ID!) { supplyPool(id: $id) { ${shareFields} } }`, { id: made.id });
    const own = (
      seen['supplyPool'] as unknown as { shares: { id: string; version: number; own: boolean; status: string }[] }
    ).shares.find((share) => share.own && share.status === 'OFFERED');
    if (!own) continue;
    const input = { id: own.id, version: own.version, accept: true, productId };
    await teller.act(director, step(`accept-${i}`), 'supplyShareAnswer', 'SupplyShareAnswerInput', 'SupplyPool', input, '');
  }
  teller.on(-35);
  const { version } = (await teller.read(shop.manager, 'query($id: ID!) { supplyPool(id: $id) { version } }', { id: made.id }))[
    'supplyPool'
  ] as unknown as { version: number };
  return teller.act(
    shop.manager,
    step('agree'),
    'supplyPoolAgree',
    'SupplyPoolActInput',
    'SupplyPool',
    { id: made.id, version },
    '',
  );
}

async function callOff(
  teller: Storyteller,
  shop: Shop,
  pool: Answer,
  name: string,
  day: number,
  on: number,
  qty: number,
): Promise<void> {
  teller.on(day, 8);
  const input = {
    poolId: pool.id,
    qty: String(qty),
    requestedOn: teller.date(on),
    deliveryLocationId: shop.locationId,
    buyerPoNo: `PO-GOP-${name.toUpperCase()}`,
    shortageSeen: String(qty),
  };
  await teller.act(shop.manager, step(`call-${name}`), 'poolCallOff', 'PoolCallOffInput', 'SupplyPool', input, '');
}

/** The member's order of the newest call-off: all of it, or half with a reason. */
async function answer(
  teller: Storyteller,
  director: Actor,
  pool: Answer,
  name: string,
  day: number,
  reason: string | null = null,
): Promise<void> {
  teller.on(day, 15);
  const seen = await teller.read(
    director,
    'query($id: ID!) { supplyPool(id: $id) { callOffs { parts { own orderId orderStatus } } } }',
    { id: pool.id },
  );
  const [newest] = (seen['supplyPool'] as unknown as { callOffs: { parts: Part[] }[] }).callOffs;
  const part = newest?.parts.find(({ own, orderId, orderStatus }) => own && orderId && orderStatus === 'PLACED');
  if (!part) return;
  const { order } = (await teller.read(director, 'query($id: ID!) { order(id: $id) { version lines { id orderedQty } } }', {
    id: part.orderId,
  })) as unknown as {
    order: {
      version: number;
      lines: { id: string; orderedQty: string }[];
    };
  };
  const [line] = order.lines;
  const half = Math.floor(Number(line!.orderedQty) / 20) * 10;
  const lines = [{ lineId: line!.id, ...(reason ? { kind: 'LESS', qty: String(half), reason } : { kind: 'ALL' }) }];
  const input = { id: part.orderId, version: order.version, lines };
  await teller.act(director, step(`answer-${name}`), 'orderAcknowledge', 'OrderAcknowledgeInput', 'Order', input, '');
}
