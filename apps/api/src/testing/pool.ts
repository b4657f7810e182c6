import { anAgreement, type AgreementOptions, type GivenAgreement } from './agreement.js';
import type { Client } from './client.js';
import type { GivenProduct, Org, Person } from './given.js';
import type { TestApi } from './start-api.js';
import { done } from './trade.js';

export interface PoolMember {
  readonly org: Org;
  readonly director: Person;
  readonly client: Client;
  readonly product: GivenProduct;
}

export interface ShareTerms {
  readonly target: string;
  readonly max?: string;
  readonly priority?: number;
  readonly weeklyMax?: string;
}

/** A contract of a lead whose one line several cooperatives meet; the lead is the first member. */
export interface GivenPool extends GivenAgreement {
  readonly poolId: string;
  readonly members: readonly PoolMember[];
  readonly locationId: string;
}

export interface PoolShape {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly members: number;
  readonly promised: string;
  readonly calledOff: string;
  readonly mayCallOff: boolean;
  readonly shares: {
    id: string;
    version: number;
    status: string;
    usedQty: string;
    own: boolean;
    mayAnswer: boolean;
    member: { id: string };
  }[];
  readonly callOffs: {
    id: string;
    qty: string;
    allocated: string;
    shortage: string;
    flowedAt: string | null;
    returned: string;
    reallocated: string;
    parts: {
      round: number;
      qty: string;
      cap: string;
      capBy: string;
      declined: string;
      own: boolean;
      orderId: string | null;
      member: { id: string };
    }[];
  }[];
  readonly figures: { memberOrgId: string | null; ordered: string; confirmed: string; accepted: string }[];
}

export const POOL = `id version state members promised calledOff mayCallOff shares { id version status usedQty own mayAnswer member { id } }
  callOffs { id qty allocated shortage flowedAt returned reallocated parts { round qty cap capBy declined own orderId member { id } } }
  figures { memberOrgId ordered confirmed accepted }`;

export const readPool = async (client: Client, id: string): Promise<PoolShape> =>
  (await client.query<{ supplyPool: PoolShape }>(`query($id: ID!) { supplyPool(id: $id) { ${POOL} } }`, { id })).supplyPool;

/** One more cooperative with goods in cases of ten. */
export async function aMember(api: TestApi, name: string): Promise<PoolMember> {
  const org = await api.given.cooperative({ name });
  const director = await api.given.member(org, 'SELLER_DIRECTOR');
  return { org, director, client: await api.as(director), product: await api.given.product(org) };
}

/** Every member accepts its share and the buyer agrees, so that the pool is open. */
export async function aPool(
  api: TestApi,
  shares: readonly ShareTerms[],
  options: AgreementOptions & { readonly agreed?: boolean } = {},
): Promise<GivenPool> {
  const deal = await anAgreement(api, { title: 'Góp hàng', lines: [{ target: '1000' }], ...options });
  const lead: PoolMember = { org: deal.seller, director: deal.director, client: deal.sells, product: deal.products[0]! };
  const members = [lead];
  for (const n of shares.slice(1).keys()) members.push(await aMember(api, `HTX ${options.title ?? 'Góp hàng'} ${n + 2}`));
  const made = await done<{ id: string }>(
    deal.sells,
    'supplyPoolOffer',
    'SupplyPoolOfferInput',
    {
      contractLineId: deal.contractLineIds[0],
      shares: shares.map(({ target, max = target, priority = 1, weeklyMax = null }, i) => ({
        memberOrgId: members[i]!.org.id,
        priority,
        targetQty: target,
        maxQty: max,
        weeklyMax,
      })),
    },
    '... on SupplyPool { id }',
  );
  for (const member of members) await acceptShare(member, made.id);
  if (options.agreed !== false) await agree(deal.buys, made.id);
  return { ...deal, poolId: made.id, members, locationId: await api.given.location(deal.buyer) };
}

export async function acceptShare(member: PoolMember, poolId: string): Promise<void> {
  const { shares } = await readPool(member.client, poolId);
  const own = shares.find((share) => share.own)!;
  await done(
    member.client,
    'supplyShareAnswer',
    'SupplyShareAnswerInput',
    { id: own.id, version: own.version, accept: true, productId: member.product.id },
    '... on SupplyPool { id }',
  );
}

export async function agree(buyer: Client, poolId: string): Promise<void> {
  const { version } = await readPool(buyer, poolId);
  await done(buyer, 'supplyPoolAgree', 'SupplyPoolActInput', { id: poolId, version }, '... on SupplyPool { id }');
}
