import { type LimitBreach, limitBreaches, limitPeriodOf, limitsOf, type PurchaseLimit, type Role } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { prepared } from '../../../platform/database/prepared.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** An order's money counts from placing until it is cancelled or refused; what the seller answered and what arrived correct it. */
export const COMMITTED = `case when o.status in ('CANCELLED', 'REFUSED') then 0 when o.status in ('PLACED', 'COUNTERED') then o.ordered_total
  when o.status in ('RECEIVED', 'CLOSED') then o.accepted_total else greatest(o.confirmed_total, o.accepted_total) end`;

const startOf = (day: string) => `(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** Money committed by one person, or by all of the buyer's people, on the days from $3 to $4 (null: no end). */
export const SPENT = `select coalesce(sum(${COMMITTED}), 0)::bigint as spent from purchase_order o
  where o.buyer_org_id = $1 and ($2::uuid is null or o.placed_by = $2) and o.placed_at >= ${startOf('$3')}
    and ($4::date is null or o.placed_at < ${startOf('($4::date + 1)')})`;

/** Asked before anything is placed: whether somebody may order for this much without asking. */
@Injectable()
export class LimitGate {
  /**
   * The limits that `amount` would break; none means it may be placed in this transaction. Holds the limits' rows until the
   * transaction ends, so that parallel placements add up instead of each seeing the same room.
   */
  async breaches(tx: Tx, actor: Actor, amount: bigint): Promise<LimitBreach[]> {
    const limits = limitsOf(await this.locked(tx, actor), { userId: actor.userId, roles: actor.roles as Role[] }, tx.today);
    const spent = new Map<string, bigint>();
    for (const limit of limits) {
      if (limit.perPeriod === null) continue;
      const { from, to } = limitPeriodOf(limit, tx.today);
      const ofAll = limit.userId === null && limit.role === null;
      const row = await tx.one<{ spent: bigint }>(SPENT, [actor.orgId, ofAll ? null : actor.userId, from, to]);
      spent.set(limit.id, row.spent);
    }
    return limitBreaches(limits, amount, ({ id }) => spent.get(id) ?? 0n);
  }

  /** Whether one order of this size lies beyond a person's own say, whatever was ordered before. */
  async isBeyond(tx: Tx, actor: Actor, amount: bigint): Promise<boolean> {
    const limits = limitsOf(await this.locked(tx, actor), { userId: actor.userId, roles: actor.roles as Role[] }, tx.today);
    const own = limits.filter(({ userId, role }) => userId !== null || role !== null);
    return own.some(({ perOrder }) => perOrder !== null && amount > perOrder);
  }

  private locked(tx: Tx, actor: Actor): Promise<PurchaseLimit[]> {
    return tx.query<PurchaseLimit>(
      prepared(`select id, user_id as "userId", role, per_order as "perOrder", per_period as "perPeriod", period, valid_from as "validFrom", valid_to as "validTo"
       from purchase_limit where buyer_org_id = $1 and valid_from <= $3 and (valid_to is null or valid_to >= $3)
         and (user_id = $2 or user_id is null and (role is null or role = any($4))) order by id for update`),
      [actor.orgId, actor.userId, tx.today, actor.roles],
    );
  }
}
