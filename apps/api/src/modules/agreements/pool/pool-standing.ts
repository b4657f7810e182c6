import { Quantity, quantity, type SupplyShareState } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A pooled line as its rules see it. */
export interface PoolStanding {
  readonly id: string;
  readonly mouId: string | null;
  readonly mouLineId: string | null;
  readonly contractId: string | null;
  readonly contractLineId: string | null;
  readonly leadOrgId: string;
  readonly buyerOrgId: string;
  readonly goods: string;
  readonly baseUnit: string;
  readonly caseSize: Quantity;
  readonly lineQty: Quantity | null;
  readonly closed: boolean;
  readonly isDemo: boolean;
  readonly version: number;
  readonly shares: readonly ShareStanding[];
}

export interface ShareStanding {
  readonly id: string;
  readonly memberOrgId: string;
  readonly status: SupplyShareState;
  readonly priority: number;
  readonly target: Quantity;
  readonly max: Quantity;
  readonly weeklyMax: Quantity | null;
  readonly used: Quantity;
  readonly productId: string | null;
  readonly packId: string | null;
  readonly agreed: boolean;
  readonly version: number;
}

type Row = Omit<PoolStanding, 'caseSize' | 'lineQty' | 'shares'> & { readonly caseSize: string; readonly lineQty: string | null };
type ShareRow = Omit<ShareStanding, 'target' | 'max' | 'weeklyMax' | 'used'> & {
  readonly target: string;
  readonly max: string;
  readonly weeklyMax: string | null;
  readonly used: string;
};

/** Holds the pool's row until the transaction ends: offers, answers and call-offs go one after the other. Shares as far as the reader sees them. */
export async function lockPool(tx: Tx, id: string): Promise<PoolStanding> {
  const pool = await tx.one<Row>(
    `select id, mou_id as "mouId", mou_line_id as "mouLineId", contract_id as "contractId", contract_line_id as "contractLineId",
       lead_org_id as "leadOrgId", buyer_org_id as "buyerOrgId", goods, base_unit as "baseUnit", case_size as "caseSize", line_qty as "lineQty",
       closed_at is not null as closed, is_demo as "isDemo", version
     from supply_pool where id = $1 for update`,
    [id],
  );
  const shares = await tx.query<ShareRow>(
    `select id, member_org_id as "memberOrgId", status, priority, target_qty as target, max_qty as max, weekly_max as "weeklyMax", used_qty as used,
       product_id as "productId", pack_id as "packId", agreed_at is not null as agreed, version
     from supply_share where pool_id = $1 order by priority, member_org_id`,
    [id],
  );
  return {
    ...pool,
    caseSize: quantity(pool.caseSize),
    lineQty: pool.lineQty === null ? null : quantity(pool.lineQty),
    shares: shares.map((share) => ({
      ...share,
      target: quantity(share.target),
      max: quantity(share.max),
      weeklyMax: share.weeklyMax === null ? null : quantity(share.weeklyMax),
      used: quantity(share.used),
    })),
  };
}

/** The line a pool is made for, as it stands. */
export interface PooledLine {
  readonly mouId: string | null;
  readonly mouLineId: string | null;
  readonly contractId: string | null;
  readonly contractLineId: string | null;
  readonly status: string;
  readonly sellerOrgIds: readonly string[];
  readonly buyerOrgIds: readonly string[];
  readonly goods: string;
  readonly baseUnit: string;
  readonly caseSize: string;
  readonly lineQty: string | null;
  readonly isDemo: boolean;
}

/** NOT_FOUND for who may not read the contract. */
export const contractLineOf = (tx: Tx, id: string): Promise<PooledLine> =>
  tx.one<PooledLine>(
    `select c.mou_id as "mouId", l.mou_line_id as "mouLineId", c.id as "contractId", l.id as "contractLineId", c.status, array[c.seller_org_id] as "sellerOrgIds",
       array[c.buyer_org_id] as "buyerOrgIds", l.description as goods, l.base_unit as "baseUnit", l.pack_size_base::text as "caseSize",
       l.max_qty::text as "lineQty", c.is_demo as "isDemo"
     from contract_line l join contract c on c.id = l.contract_id where l.id = $1 for share of c`,
    [id],
  );

/** The case is the pack the named product is ordered in, or one base unit where the line names none. */
export const mouLineOf = (tx: Tx, id: string): Promise<PooledLine> =>
  tx.one<PooledLine>(
    `select m.id as "mouId", l.id as "mouLineId", null as "contractId", null as "contractLineId", m.status,
       array(select p.org_id from mou_party p where p.mou_id = m.id and p.role = 'SELLER' order by p.position) as "sellerOrgIds",
       array(select p.org_id from mou_party p where p.mou_id = m.id and p.role = 'BUYER' order by p.position) as "buyerOrgIds",
       l.description as goods, l.base_unit as "baseUnit",
       coalesce((select k.size_base from pack k where k.product_id = l.product_id order by k.position, k.id limit 1), 1)::text as "caseSize",
       l.target_qty::text as "lineQty", m.is_demo as "isDemo"
     from mou_line l join mou m on m.id = l.mou_id where l.id = $1 for share of m`,
    [id],
  );

export const sumOf = (shares: readonly { readonly target: Quantity }[]): Quantity =>
  Quantity.sum(shares.map(({ target }) => target));
