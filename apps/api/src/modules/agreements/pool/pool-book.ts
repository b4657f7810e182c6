import { Injectable } from '@nestjs/common';
import { Quantity, quantity, startOfWeek, type PoolPart as Part } from '@lienket/domain';
import { prepared } from '../../../platform/database/prepared.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { PoolCallOff } from './pool-call-off.entity.js';
import { PoolPart } from './pool-part.entity.js';
import { lockPool, type PoolStanding, type ShareStanding } from './pool-standing.js';

export interface CallableShare extends ShareStanding {
  readonly productId: string;
  readonly packId: string;
  /** What its cap of the delivery week leaves; null where it has none. */
  readonly weekLeft: Quantity | null;
}

/** A part and the order that carries it; null where nothing was asked of the member. */
export interface PlacedPart {
  readonly part: Part;
  readonly share: CallableShare;
  readonly order: { readonly id: string; readonly lineId: string } | null;
}

export interface CallOffRow {
  readonly id: string;
  readonly qty: Quantity;
  readonly requestedOn: string;
  readonly locationId: string;
  readonly placedBy: string;
  readonly answerDueAt: Date;
  readonly shortage: Quantity;
}

/** Pools as the module of orders needs them. Every write happens under the lock of the pool's row. */
@Injectable()
export class PoolBook {
  /** Which of these contract lines are delivered by an open pool: their orders go through it. */
  async pooled(tx: Tx, contractLineIds: readonly string[]): Promise<Map<string, string>> {
    if (contractLineIds.length === 0) return new Map();
    const rows = await tx.query<{ lineId: string; poolId: string }>(
      prepared(`select p.contract_line_id as "lineId", p.id as "poolId" from supply_pool p where p.contract_line_id = any($1) and p.closed_at is null
         and exists (select 1 from supply_share s where s.pool_id = p.id and s.status = 'COMMITTED' and s.agreed_at is not null)`),
      [contractLineIds],
    );
    return new Map(rows.map(({ lineId, poolId }) => [lineId, poolId]));
  }

  lock(tx: Tx, poolId: string): Promise<PoolStanding> {
    return lockPool(tx, poolId);
  }

  /** The members that may be asked, with what is left of their week. */
  async callable(tx: Tx, pool: PoolStanding, on: string): Promise<CallableShare[]> {
    const shares = pool.shares.filter(
      (share): share is ShareStanding & { productId: string; packId: string } =>
        share.status === 'COMMITTED' && share.agreed && share.productId !== null && share.packId !== null,
    );
    const rows = await tx.query<{ shareId: string; qty: string }>(
      `select t.share_id as "shareId", sum(t.qty - t.released) as qty from pool_part t join pool_call_off c on c.id = t.call_off_id
       where t.share_id = any($1) and date_trunc('week', c.requested_on::timestamp)::date = $2::date group by t.share_id`,
      [shares.map(({ id }) => id), startOfWeek(on)],
    );
    const called = new Map(rows.map(({ shareId, qty }) => [shareId, quantity(qty)]));
    return shares.map((share) => ({
      ...share,
      weekLeft: share.weeklyMax && share.weeklyMax.sub(called.get(share.id) ?? Quantity.ZERO),
    }));
  }

  async openCallOff(tx: Tx, pool: PoolStanding, row: CallOffRow): Promise<void> {
    await tx.insert(PoolCallOff, {
      id: row.id,
      poolId: pool.id,
      leadOrgId: pool.leadOrgId,
      buyerOrgId: pool.buyerOrgId,
      qty: row.qty.toDecimalString(),
      allocated: row.qty.sub(row.shortage).toDecimalString(),
      shortage: row.shortage.toDecimalString(),
      requestedOn: row.requestedOn,
      locationId: row.locationId,
      placedBy: row.placedBy,
      placedAt: tx.now,
      answerDueAt: row.answerDueAt,
    });
  }

  /** Writes why each member has its part, and counts it against its share. */
  async take(tx: Tx, pool: PoolStanding, callOffId: string, round: 1 | 2, parts: readonly PlacedPart[]): Promise<void> {
    await tx.insert(
      PoolPart,
      parts.map(({ part, share, order }) => ({
        id: newId(),
        callOffId,
        poolId: pool.id,
        shareId: share.id,
        memberOrgId: share.memberOrgId,
        leadOrgId: pool.leadOrgId,
        buyerOrgId: pool.buyerOrgId,
        round,
        qty: part.qty.toDecimalString(),
        priority: share.priority,
        weight: share.target.toDecimalString(),
        usedBefore: share.used.toDecimalString(),
        cap: part.cap.toDecimalString(),
        capBy: part.capBy,
        capped: part.capped,
        divided: part.divided.toDecimalString(),
        among: part.among.toDecimalString(),
        proportion: part.proportion.toDecimalString(),
        added: part.added.toDecimalString(),
        orderId: order?.id ?? null,
        orderLineId: order?.lineId ?? null,
      })),
    );
    const asked = parts.filter(({ part }) => part.qty.isPositive);
    await tx.query(
      `update supply_share s set used_qty = s.used_qty + t.qty from unnest($1::uuid[], $2::numeric[]) as t(id, qty) where s.id = t.id`,
      [asked.map(({ share }) => share.id), asked.map(({ part }) => part.qty.toDecimalString())],
    );
  }

  /** The call-off an order is a part of, or null. */
  async callOffOf(tx: Tx, orderId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>('select call_off_id as id from pool_part where order_id = $1', [orderId]);
    return row?.id ?? null;
  }

  /** What the member itself said no to; its answer is given once. */
  async declined(tx: Tx, lines: readonly { readonly orderLineId: string; readonly qty: Quantity }[]): Promise<void> {
    await tx.query(
      `update pool_part t set declined = d.qty from unnest($1::uuid[], $2::numeric[]) as d(line_id, qty) where t.order_line_id = d.line_id`,
      [lines.map(({ orderLineId }) => orderLineId), lines.map(({ qty }) => qty.toDecimalString())],
    );
  }

  /** The lead's contract on a memorandum's line takes up the pool that was gathered for it; called as it enters into force. */
  async attach(tx: Tx, contractId: string): Promise<void> {
    const found = await tx.query<{ poolId: string; lineId: string; caseSize: string; maxQty: string }>(
      `select p.id as "poolId", l.id as "lineId", l.pack_size_base as "caseSize", l.max_qty as "maxQty"
       from contract c join contract_line l on l.contract_id = c.id
         join supply_pool p on p.mou_line_id = l.mou_line_id and p.lead_org_id = c.seller_org_id and p.buyer_org_id = c.buyer_org_id
       where c.id = $1 and p.contract_line_id is null and p.closed_at is null order by p.id`,
      [contractId],
    );
    for (const { poolId, lineId, caseSize, maxQty } of found) {
      await tx.query('select id from supply_pool where id = $1 for update', [poolId]);
      await tx.query(
        // The members' packs fill the old case, so they fill the common multiple too.
        `update supply_pool set contract_id = $2, contract_line_id = $3, case_size = lcm(case_size, $4::numeric),
           line_qty = greatest($5::numeric, shared_qty), version = version + 1
         where id = $1 and contract_line_id is null`,
        [poolId, contractId, lineId, caseSize, maxQty],
      );
      await tx.audit('pool.attach', 'supply_pool', poolId, { contractId });
    }
  }
}

/**
 * What the ledger releases of a pooled order's line goes back to the member's share too; lines of no pool are passed over. Called with
 * the walls lifted, as the ledger writes: whoever ends an order may not see the share.
 */
export async function giveBackToPool(
  tx: Tx,
  lines: readonly { readonly qty: Quantity; readonly source: { readonly lineId: string } }[],
): Promise<void> {
  await tx.query(
    `with freed as (
       update pool_part t set released = t.released + g.qty from unnest($1::uuid[], $2::numeric[]) as g(line_id, qty)
       where t.order_line_id = g.line_id returning t.share_id, g.qty)
     update supply_share s set used_qty = s.used_qty - f.qty from (select share_id, sum(qty) as qty from freed group by share_id) f where s.id = f.share_id`,
    [lines.map(({ source }) => source.lineId), lines.map(({ qty }) => qty.toDecimalString())],
  );
}
